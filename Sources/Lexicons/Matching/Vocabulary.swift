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
  /// The tokens of a lexicon's word as texts have them: *don't* is *do*, *n't*.
  let tokens: @Sendable (_ word: String) -> [String]

  /// - Parameter tokens: splits a word of a lexicon (no white space in it) as the tokeniser splits texts; a term whose
  ///   words are split otherwise never matches.
  public init(tokens: @escaping @Sendable (_ word: String) -> [String] = { [$0] }) { self.tokens = tokens }

  /// Number of ids in use, the unknown word's included.
  public var count: Int { hashes.count }

  /// The id of a form, new if need be.
  public mutating func intern(_ form: some StringProtocol) -> Int32 {
    let folded = Vocabulary.fold(Array(form.utf8))
    let hash = Vocabulary.hash(folded[...])
    if let id = find(folded[...], hash) { return id }
    if hashes.count * 2 >= slots.count { grow() }
    let id = Int32(truncatingIfNeeded: hashes.count)
    hashes.append(hash)
    arena += folded
    starts.append(Int32(truncatingIfNeeded: arena.count))
    place(id, hash)
    return id
  }

  /// The id of a form, 0 if it is unknown.
  public func id(of form: some StringProtocol) -> Int32 {
    let folded = Vocabulary.fold(Array(form.utf8))
    return find(folded[...], Vocabulary.hash(folded[...])) ?? 0
  }

  /// The ids of a document's tokens, 0 where unknown.
  public func ids(of tokens: [Token], in text: Text) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(tokens.count)
    var folded: [UInt8] = []
    folded.reserveCapacity(64)
    for token in tokens {
      folded.removeAll(keepingCapacity: true)
      Vocabulary.fold(text.utf8[token.span.range], into: &folded)
      result.append(find(folded[...], Vocabulary.hash(folded[...])) ?? 0)
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
