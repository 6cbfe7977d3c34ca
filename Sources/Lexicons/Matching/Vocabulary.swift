import Documents

/// Word forms as small integers, looked up from the bytes of a text without making strings.
///
/// Forms are compared in lower case (ASCII and Latin-1 letters) and with straight apostrophes. Id 0 is every word that
/// is not in the vocabulary. Open addressing with linear probing; the load stays under one half.
public struct Vocabulary: Sendable {
  private var slots: [Int32] = Array(repeating: 0, count: 1024)
  private var hashes: [UInt64] = [0]
  private var starts: [Int32] = [0, 0]
  private var arena: [UInt8] = []
  /// Used again for each form that is folded.
  private var room: [UInt8] = []
  /// Hash of the folded stem of a pattern (`corrupt*`) → its id.
  private var patterns: [UInt64: Int32] = [:]
  /// Lengths in bytes that stems of patterns have, longest first.
  private var patternLengths: [Int] = []
  /// What splits a lexicon's word: see ``init(tokens:)``.
  private let tokens: @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]?

  /// - Parameter tokens: splits the bytes of a lexicon's word (no white space in it) as the tokeniser splits texts,
  ///   *don't* into *do* and *n't*; `nil` for a word that stays whole. A term whose words are split otherwise never
  ///   matches.
  public init(tokens: @escaping @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? = { _ in nil }) {
    self.tokens = tokens
  }

  /// Number of ids in use, the unknown word's included.
  public var count: Int { hashes.count }

  /// The id of a form, new if need be.
  public mutating func intern(_ form: some StringProtocol) -> Int32 { intern(Array(form.utf8)[...]) }

  /// The id of a form's bytes, new if need be.
  public mutating func intern(_ form: ArraySlice<UInt8>) -> Int32 {
    if Vocabulary.isFolded(form) { return intern(folded: form) }
    var folded: [UInt8] = []
    swap(&folded, &room)
    defer { swap(&folded, &room) }
    folded.removeAll(keepingCapacity: true)
    Vocabulary.fold(form, into: &folded)
    return intern(folded: folded[...])
  }

  /// The ids of a term's tokens, new ones if need be; a word that ends in `*` is a pattern.
  mutating func ids(ofTerm term: some StringProtocol) -> [Int32] { ids(ofTerm: Array(term.utf8)) }

  /// The same for the bytes of a term.
  mutating func ids(ofTerm term: [UInt8]) -> [Int32] {
    var ids: [Int32] = []
    var start = 0
    while start < term.count {
      var end = start
      while end < term.count, term[end] != UInt8(ascii: " ") { end += 1 }
      if end > start {
        let word = term[start..<end]
        if term[end - 1] == UInt8(ascii: "*"), word.count > 1 {
          ids.append(intern(pattern: word.dropLast()))
        } else if let parts = tokens(word) {
          for part in parts { ids.append(intern(part)) }
        } else {
          ids.append(intern(word))
        }
      }
      start = end + 1
    }
    return ids
  }

  /// The id of a form whose case is folded already, new if need be.
  private mutating func intern(folded: ArraySlice<UInt8>) -> Int32 {
    let hash = Vocabulary.hash(folded)
    if let id = find(folded, hash) { return id }
    if hashes.count * 2 >= slots.count { grow() }
    let id = Int32(truncatingIfNeeded: hashes.count)
    hashes.append(hash)
    arena += folded
    starts.append(Int32(truncatingIfNeeded: arena.count))
    place(id, hash)
    return id
  }

  /// The id of a pattern that any word with a beginning matches: `corrupt*`.
  private mutating func intern(pattern stem: ArraySlice<UInt8>) -> Int32 {
    var folded: [UInt8] = []
    Vocabulary.fold(stem, into: &folded)
    let hash = Vocabulary.hash(folded[...])
    if let id = patterns[hash] { return id }
    // An asterisk at its end keeps the pattern apart from the word.
    let id = intern(folded: (folded + [UInt8(ascii: "*")])[...])
    patterns[hash] = id
    if !patternLengths.contains(folded.count) { patternLengths = (patternLengths + [folded.count]).sorted(by: >) }
    return id
  }

  /// For each id the pattern of the longest stem that its form begins with, 0 for none; for a pattern, a shorter one.
  /// Empty where there is no pattern at all.
  var patternOf: [Int32] {
    guard !patterns.isEmpty else { return [] }
    let own = Set(patterns.values)
    return (0..<Int32(truncatingIfNeeded: count)).map { id in
      guard id > 0 else { return 0 }
      let form = arena[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
      return own.contains(id) ? pattern(of: form.dropLast(), shorterThan: form.count - 1) : pattern(of: form)
    }
  }

  private func pattern(of form: ArraySlice<UInt8>, shorterThan limit: Int = .max) -> Int32 {
    for length in patternLengths where length <= form.count && length < limit {
      if let id = patterns[Vocabulary.hash(form.prefix(length))] { return id }
    }
    return 0
  }

  /// The id of a form, 0 if it is unknown.
  public func id(of form: some StringProtocol) -> Int32 {
    let folded = Vocabulary.fold(Array(form.utf8))
    return find(folded[...], Vocabulary.hash(folded[...])) ?? 0
  }

  /// The ids of a document's tokens, 0 where unknown; an unknown word that a pattern matches has the pattern's.
  public func ids(of tokens: [Token], in text: Text) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(tokens.count)
    var folded: [UInt8] = []
    folded.reserveCapacity(64)
    for token in tokens {
      folded.removeAll(keepingCapacity: true)
      Vocabulary.fold(text.utf8[token.span.range], into: &folded)
      let id = find(folded[...], Vocabulary.hash(folded[...]))
      result.append(id ?? (patterns.isEmpty ? 0 : pattern(of: folded[...])))
    }
    return result
  }

  private func find(_ folded: ArraySlice<UInt8>, _ hash: UInt64) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, arena[Int(starts[id])..<Int(starts[id + 1])].elementsEqual(folded) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func place(_ id: Int32, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = id
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<hashes.count { place(Int32(truncatingIfNeeded: id), hashes[id]) }
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return state ^ (state >> 29)
  }

  static func fold(_ bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    fold(bytes[...], into: &folded)
    return folded
  }

  /// Whether folding would leave a form as it is, which needs no copy; most forms of lexicons are such.
  private static func isFolded(_ form: ArraySlice<UInt8>) -> Bool {
    for byte in form where byte >= 0x80 || byte >= 0x41 && byte <= 0x5A { return false }
    return true
  }

  private static func fold(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A {
        folded.append(byte | 0x20)
      } else if byte == 0xC3, index + 1 < bytes.endIndex, (0x80...0x9E).contains(bytes[index + 1]),
        bytes[index + 1] != 0x97
      {
        folded.append(0xC3)
        folded.append(bytes[index + 1] | 0x20)
        index += 1
      } else if byte == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
      {
        folded.append(UInt8(ascii: "'"))
        index += 2
      } else {
        folded.append(byte)
      }
      index += 1
    }
  }
}
