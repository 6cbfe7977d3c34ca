import Documents

/// Word forms with their ids from 1, made once and read where they stand: the words of all prepared lexicons. A
/// ``Vocabulary`` knows those of them that its own lexicons have, and words of its own behind them.
package final class WordTable: Sendable {
  private let slots: Column<UInt64>
  /// Where the form of each id starts in ``arena``; one more than there are ids.
  private let starts: Column<Int32>
  private let arena: Column<UInt8>
  /// The ids that are patterns (`corrupt*`), and for each id the pattern that its word matches.
  private let patterns: Column<Int32>
  private let patternOf: Column<Int32>

  /// Number of ids, that of the unknown word included.
  var count: Int { starts.count - 1 }
  var isEmpty: Bool { count == 1 }

  /// One without words.
  static let empty = WordTable()

  private init() {
    (slots, starts, arena) = (Column([0]), Column([0, 0]), Column([]))
    (patterns, patternOf) = (Column([]), Column([]))
  }

  /// All words of a vocabulary that has no others.
  init(_ vocabulary: Vocabulary) {
    slots = Column(vocabulary.slots)
    starts = Column([0] + vocabulary.starts)
    arena = Column(vocabulary.arena)
    patterns = Column(vocabulary.patternIDs)
    patternOf = Column(vocabulary.patternOf)
  }

  /// The id of a hash, 0 if it is unknown.
  @inline(__always)
  func find(_ hash: UInt64) -> Int32 {
    let id = WordSlots.find(hash, count: slots.count) { slots[$0] }
    // A file may say any number.
    return id < count ? id : 0
  }

  /// The form of an id as it is folded.
  func form(_ id: Int) -> [UInt8] { arena.array(of: starts.range(id)) }

  /// For each id the pattern that its word matches, 0 for none, if these are all patterns that there are.
  func patternOf(_ patterns: [Int32]) -> [Int32]? { self.patterns.array == patterns ? patternOf.array : nil }

  /// Calls the body with each word whose first three bytes, 0 for those that lack, are as wanted.
  @inline(__always)
  func forEach(where isWanted: (UInt8, UInt8, UInt8) -> Bool, _ body: (_ id: Int, _ form: [UInt8]) -> Void) {
    var start = Int(starts[1])
    for id in 1..<count {
      let end = Int(starts[id + 1])
      let second = end > start + 1 ? arena[start + 1] : 0
      if end > start, isWanted(arena[start], second, end > start + 2 ? arena[start + 2] : 0) { body(id, form(id)) }
      start = end
    }
  }

  /// The ids of a document's tokens, 0 for words that are none of these; made once a document.
  func ids(of document: SegmentedArticle) -> [Int32] {
    document.memo.value(of: self) { ids(of: Vocabulary.hashes(of: document)) }
  }

  func ids(of hashes: [UInt64]) -> [Int32] {
    isEmpty ? Array(repeating: 0, count: hashes.count) : hashes.map { find($0) }
  }

  func pack(into packer: inout Packer) {
    packer.add(mapped: slots)
    for column in [starts, patterns, patternOf] { packer.add(mapped: column) }
    packer.add(mapped: arena)
  }

  /// `nil` for what no packer wrote.
  init?(from unpacker: inout Unpacker) {
    slots = unpacker.mapped()
    (starts, patterns, patternOf) = (unpacker.mapped(), unpacker.mapped(), unpacker.mapped())
    arena = unpacker.mapped()
    guard unpacker.isDone, starts.count > 1, WordSlots.isTable(slots),
      patterns.isEmpty || patternOf.count == starts.count - 1, patternOf.isWithin(0..<(starts.count - 1))
    else { return nil }
  }
}
