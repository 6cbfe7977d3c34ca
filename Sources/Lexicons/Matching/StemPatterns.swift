/// The patterns of a vocabulary: stems that any word with their beginning matches (`corrupt*`), each with an id.
struct StemPatterns: Sendable {
  /// By the hash of the folded stem.
  private var idOf: [UInt64: Int32] = [:]
  /// Lengths in bytes that stems have, longest first.
  private var lengths: [Int] = []
  /// For each length whether some stem has it.
  private var hasLength: [Bool] = []
  /// A bit for each of the lowest twelve bits that a stem's hash has: most words are seen here to have none.
  private var hashBits: [UInt64] = []
  /// For the first two letters of a stem, five bits of each, a bit for each third one.
  private var beginnings: [UInt32] = []

  var isEmpty: Bool { idOf.isEmpty }
  /// In their order.
  var ids: [Int32] { idOf.values.sorted() }

  func id(of hash: UInt64) -> Int32? { idOf[hash] }

  /// - Parameters:
  ///   - stem: as it is folded.
  ///   - hash: of these bytes.
  mutating func add(_ id: Int32, _ stem: [UInt8], _ hash: UInt64) {
    if isEmpty {
      hashBits = Array(repeating: 0, count: 64)
      beginnings = Array(repeating: 0, count: 1024)
    }
    idOf[hash] = id
    hashBits[Int(truncatingIfNeeded: hash >> 6 & 63)] |= 1 << (hash & 63)
    if let first = stem.first {
      let row = Int(first & 31) << 5
      let places = stem.count > 1 ? [row | Int(stem[1] & 31)] : Array(row..<(row + 32))
      for place in places { beginnings[place] |= stem.count > 2 ? 1 << UInt32(stem[2] & 31) : .max }
    }
    if !lengths.contains(stem.count) {
      lengths = (lengths + [stem.count]).sorted(by: >)
      hasLength = (0...(lengths.first ?? 0)).map(lengths.contains)
    }
  }

  /// The id of the longest stem that a form begins with, which is folded but for ASCII letters; 0 for none.
  func longest(of form: ArraySlice<UInt8>, shorterThan limit: Int = .max) -> Int32 {
    var found: Int32 = 0
    var hash = WordHash()
    var length = 0
    for byte in form.prefix(max(0, min(limit - 1, lengths.first ?? 0))) {
      hash.add(byte &- 0x41 <= 25 ? byte | 0x20 : byte)
      length += 1
      guard hasLength[length] else { continue }
      let value = hash.value
      guard hashBits[Int(truncatingIfNeeded: value >> 6 & 63)] >> (value & 63) & 1 != 0 else { continue }
      if let id = idOf[value] { found = id }
    }
    return found
  }

  /// Whether some stem begins with a word's first three letters: most words are seen here to match no pattern.
  func mayMatch(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    guard let place = word.first else { return false }
    return mayMatch(bytes[place], word.count > 1 ? bytes[place + 1] : 0, word.count > 2 ? bytes[place + 2] : 0)
  }

  /// The same of three letters, 0 for those that lack. The five bits that count are those of both cases of a letter;
  /// beyond ASCII folding changes them, and all may match.
  @inline(__always)
  func mayMatch(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    guard (first | second | third) < 0x80 else { return true }
    return beginnings[Int(first & 31) << 5 | Int(second & 31)] >> UInt32(third & 31) & 1 != 0
  }
}
