import Documents

/// Parses a CoNLL-U file: its sentences, words, comments, ranges and empty nodes are kept, lemmas, tags and trees are
/// replaced by the model's own (FEATS and DEPS, which it does not predict, become `_`).
///
/// - Parameters:
///   - input: the file's bytes.
///   - file: the name for messages.
///   - write: takes the output piece by piece, in order.
/// - Throws: a ``Diagnostic`` that names the line which is not CoNLL-U.
public func parseCoNLLU(
  input: [UInt8], file: String = "input.conllu", model: LinguisticModel, write: ([UInt8]) throws -> Void
) throws {
  var reader = CoNLLUReader(input: input, file: file)
  var batch = CoNLLUBatch(model: model)
  while let sentence = try reader.next() {
    batch.add(sentence, of: reader)
    if batch.isFull { try write(batch.finish(reader)) }
  }
  try write(batch.finish(reader))
}

/// Some hundred sentences that are parsed as one document.
private struct CoNLLUBatch {
  private static let size = 4000
  private let parser: Parser
  private var sentences: [CoNLLUSentence] = []
  private var text: [UInt8] = []
  private var tokens: [Token] = []
  private var ranges: [Range<Int>] = []

  init(model: LinguisticModel) { parser = Parser(model: model) }

  var isFull: Bool { tokens.count >= Self.size }

  mutating func add(_ sentence: CoNLLUSentence, of reader: CoNLLUReader) {
    let first = tokens.count
    for word in sentence.words {
      let form = reader.column(1, of: sentence.lines[word])
      let start = text.count
      text += reader.input[form]
      tokens.append(Token(start: start, end: text.count))
      text.append(0x20)
    }
    ranges.append(first..<tokens.count)
    sentences.append(sentence)
  }

  /// The lines of all sentences since the last call.
  mutating func finish(_ reader: CoNLLUReader) -> [UInt8] {
    let syntax = parser.parse(text: Text(validUTF8: text), tokens: tokens, sentences: ranges, findsEntities: false)
    var out: [UInt8] = []
    out.reserveCapacity(text.count * 12)
    for (sentence, range) in zip(sentences, ranges) {
      var next = range.lowerBound
      var isWord = sentence.words[...]
      for (index, line) in sentence.lines.enumerated() {
        if isWord.first == index {
          isWord.removeFirst()
          write(reader, sentence, line, syntax, next, range.lowerBound, into: &out)
          next += 1
        } else {
          out += reader.input[line]
        }
        out.append(0x0A)
      }
      out.append(0x0A)
    }
    text.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    return out
  }

  private func write(
    _ reader: CoNLLUReader, _ sentence: CoNLLUSentence, _ line: Range<Int>, _ syntax: Syntax, _ word: Int,
    _ first: Int, into out: inout [UInt8]
  ) {
    out += reader.input[line.lowerBound..<reader.column(1, of: line).upperBound]
    out.append(0x09)
    out += syntax.lemmas[word].isEmpty ? "_".utf8 : syntax.lemmas[word].utf8
    out.append(0x09)
    out += syntax.tags[word].name.utf8
    out.append(0x09)
    out += syntax.fineTags[word].name.utf8
    out += [0x09, UInt8(ascii: "_"), 0x09]
    let head = Int(syntax.heads[word])
    if head < 0 {
      out.append(UInt8(ascii: "0"))
    } else {
      out += reader.input[reader.column(0, of: sentence.lines[sentence.words[head - first]])]
    }
    out.append(0x09)
    out += syntax.relations[word].name.utf8
    out += [0x09, UInt8(ascii: "_"), 0x09]
    out += reader.input[reader.column(9, of: line)]
  }
}
