/// Which of the prepared words one lexicon has, or a part of it.
package struct PreparedMembers: Sendable {
  private let ids: Column<Int32>
  /// Number of ids that words may have.
  let limit: Int
  /// Those of them that are patterns (`corrupt*`).
  private let patterns: Column<Int32>

  package var all: [Int32] { ids.array }

  /// Sets the bits of all words.
  func insert(into members: inout [UInt64]) {
    var members = members.mutableSpan
    for place in 0..<ids.count {
      let id = ids[place]
      members[Int(id) >> 6] |= 1 << UInt64(id & 63)
    }
  }

  var allPatterns: [Int32] { patterns.array }

  /// - Parameter vocabulary: of all lexicons.
  static func pack(_ ids: [Int32], _ vocabulary: Vocabulary, into packer: inout Packer) {
    let patterns = Set(vocabulary.patternIDs)
    packer.add(mapped: Column(ids))
    packer.add(mapped: Column(ids.filter(patterns.contains)))
  }

  /// `nil` for what no packer wrote.
  init?(from unpacker: inout Unpacker, of words: WordTable) {
    (ids, patterns) = (unpacker.mapped(), unpacker.mapped())
    limit = words.count
    guard !unpacker.isBroken, ids.isWithin(1..<limit), patterns.isWithin(1..<limit) else { return nil }
  }
}

/// Words of a lexicon beside its terms.
extension PreparedMembers {
  /// What the words are to somebody who prepares them, packed for ``init(_:of:as:)``.
  package static func pack(_ ids: [Int32], as label: String, _ vocabulary: Vocabulary) -> [UInt8] {
    var packer = Packer()
    packer.add(label)
    pack(ids, vocabulary, into: &packer)
    return packer.finish()
  }

  /// `nil` for a file of which nothing was prepared under these labels.
  package init?(_ part: String, of file: LexiconFile, as label: String) {
    guard let lexicon = file.prepared, var unpacker = lexicon.part(part), unpacker.text() == label,
      let members = PreparedMembers(from: &unpacker, of: lexicon.words), unpacker.isDone
    else { return nil }
    self = members
  }
}
