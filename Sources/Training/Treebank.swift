import Documents
import Linguistics

/// A sentence of a treebank with its gold analysis.
public struct TreebankSentence: Sendable {
  public var forms: [[UInt8]] = []
  public var lemmas: [String] = []
  public var coarse: [UPOS] = []
  public var fine: [XPOS] = []
  /// 1-based, 0 for the root.
  public var heads: [Int] = []
  public var relations: [Relation] = []
  public var misc: [String] = []
  /// Number of the document in its file set: jackknife folds do not cut documents.
  public var document = 0

  public var count: Int { forms.count }
}

/// Reads treebanks of gold CoNLL-U.
public enum Treebank {
  /// The sentences of several files in order. Throws a ``Diagnostic`` for what is not CoNLL-U or an unknown tag.
  public static func read(_ files: [(path: String, bytes: [UInt8])]) throws -> [TreebankSentence] {
    var sentences: [TreebankSentence] = []
    var document = -1
    for (path, bytes) in files {
      document += 1
      var reader = CoNLLUReader(input: bytes, file: path)
      while let found = try reader.next() {
        if found.lines.contains(where: { bytes[$0].starts(with: "# newdoc".utf8) }) { document += 1 }
        var sentence = TreebankSentence()
        sentence.document = document
        for word in found.words {
          let columns = reader.columns(of: found.lines[word])
          let line = found.firstLine + word
          func tag<T>(_ name: String, _ column: Int, _ make: (String) -> T?) throws -> T {
            let text = reader.string(columns[column])
            guard let value = make(text) else { throw Diagnostic(file: path, line: line, "unknown \(name) '\(text)'") }
            return value
          }
          sentence.forms.append(Array(bytes[columns[1]]))
          sentence.lemmas.append(reader.string(columns[2]))
          sentence.coarse.append(try tag("UPOS", 3) { UPOS(name: $0) })
          sentence.fine.append(try tag("XPOS", 4) { XPOS(name: $0) })
          sentence.heads.append(try tag("head", 6) { Int($0) })
          sentence.relations.append(try tag("relation", 7) { Relation(name: $0) })
          sentence.misc.append(reader.string(columns[9]))
        }
        if sentence.count > 0 { sentences.append(sentence) }
      }
    }
    return sentences
  }
}
