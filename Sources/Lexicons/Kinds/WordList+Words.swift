/// One word of each term of a list.
extension WordList {
  /// Which word.
  package enum Word: String, Sendable {
    /// The term as one.
    case whole
    /// What stands behind the last blank or hyphen in it.
    case last

    /// The one that is asked of a kind of lists, `nil` for lists of which none is.
    init?(kind: String) {
      switch kind {
      case "names": self = .whole
      case "roles": self = .last
      default: return nil
      }
    }
  }

  /// For each entry the id of a word of its term, new if need be.
  package func ids(of word: Word, in vocabulary: inout Vocabulary) -> [Int32] {
    if let whole, vocabulary.takes(whole), let prepared = PreparedMembers(WordList.part, of: whole, as: word.rawValue) {
      let ids = prepared.all
      if ids.count == table.count {
        vocabulary.join(prepared)
        return ids
      }
    }
    return table.map { vocabulary.intern($0.written.bytes, WordList.range(of: word, in: $0)) }
  }

  static let part = "words"

  /// Packs the ids of a word of each term.
  func pack(_ word: Word, _ vocabulary: inout Vocabulary) -> [UInt8] {
    let ids = ids(of: word, in: &vocabulary)
    return PreparedMembers.pack(ids, as: word.rawValue, vocabulary)
  }

  private static func range(of word: Word, in entry: Entry) -> Range<Int> {
    guard word == .last else { return entry.written.range }
    let separates = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
    let term = entry.written.bytes[entry.written.range]
    let end = term.lastIndex { !separates($0) }.map { $0 + 1 } ?? term.startIndex
    let start = term[..<end].lastIndex(where: separates).map { $0 + 1 } ?? term.startIndex
    return start..<end
  }
}
