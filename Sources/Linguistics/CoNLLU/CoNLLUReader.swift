import Documents

/// A sentence of a CoNLL-U file: where its lines are in the input, and which of them are words.
package struct CoNLLUSentence {
  /// Byte ranges of all lines in order, without line ends: comments, words, ranges and empty nodes.
  package var lines: [Range<Int>] = []
  /// For each word the index of its line.
  package var words: [Int] = []
  /// 1-based line number of the first line.
  package var firstLine = 1
}

/// Reads CoNLL-U sentence by sentence from bytes in memory.
package struct CoNLLUReader {
  package static let columns = 10

  package let input: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1

  package init(input: [UInt8], file: String = "input.conllu") {
    self.input = input
    self.file = file
    if input.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next sentence, or `nil` at the end. Throws a ``Diagnostic`` for a line that is none of CoNLL-U's.
  package mutating func next() throws -> CoNLLUSentence? {
    var sentence = CoNLLUSentence()
    while position < input.count {
      let start = position
      while position < input.count, input[position] != 0x0A { position += 1 }
      var end = position
      if position < input.count { position += 1 }
      if end > start, input[end - 1] == 0x0D { end -= 1 }
      defer { line += 1 }
      if start == end {
        if sentence.lines.isEmpty { continue }
        line += 1
        defer { line -= 1 }
        return sentence
      }
      if sentence.lines.isEmpty { sentence.firstLine = line }
      sentence.lines.append(start..<end)
      if input[start] == UInt8(ascii: "#") { continue }
      if try isWord(start..<end) { sentence.words.append(sentence.lines.count - 1) }
    }
    return sentence.lines.isEmpty ? nil : sentence
  }

  /// Whether a line is a word rather than a range (`3-4`) or an empty node (`3.1`).
  private func isWord(_ range: Range<Int>) throws -> Bool {
    var tabs = 0
    for index in range where input[index] == 0x09 { tabs += 1 }
    guard tabs == Self.columns - 1 else {
      throw Diagnostic(file: file, line: line, "\(tabs + 1) columns where CoNLL-U has \(Self.columns)")
    }
    var digits = 0
    var isWord = true
    for index in range {
      switch input[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "-") where digits > 0 && isWord, UInt8(ascii: ".") where digits > 0 && isWord: isWord = false
      case 0x09:
        guard digits > 0 else { throw Diagnostic(file: file, line: line, column: 1, "a word's number is missing") }
        return isWord
      default: throw Diagnostic(file: file, line: line, column: 1, "not a number, range (3-4) or empty node (3.1)")
      }
    }
    return isWord
  }

  /// The byte ranges of a line's columns.
  package func columns(of line: Range<Int>) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    columns.reserveCapacity(Self.columns)
    var start = line.lowerBound
    for index in line where input[index] == 0x09 {
      columns.append(start..<index)
      start = index + 1
    }
    columns.append(start..<line.upperBound)
    return columns
  }

  /// The byte range of one column.
  package func column(_ number: Int, of line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    var left = number
    for index in line where input[index] == 0x09 {
      if left == 0 { return start..<index }
      left -= 1
      start = index + 1
    }
    return start..<line.upperBound
  }

  package func string(_ range: Range<Int>) -> String { String(decoding: input[range], as: UTF8.self) }
}
