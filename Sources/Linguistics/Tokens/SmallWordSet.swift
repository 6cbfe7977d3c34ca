/// A fixed map from words to small numbers, keyed by a 64-bit hash of their bytes: no `String` in the hot path.
///
/// Two words of one hash would be taken for each other; with 64 bits and some thousand entries that does not happen
/// by chance.
struct SmallWordSet: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private let mask: Int

  /// Later entries of the same word win. The value 0 means absent.
  init(_ entries: [(word: String, value: UInt8)]) {
    var capacity = 16
    while capacity < entries.count * 3 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    for entry in entries {
      let bytes = Array(entry.word.utf8)
      insert(Self.key(bytes, 0, bytes.count), entry.value)
    }
  }

  init(words: [String]) { self.init(words.map { ($0, 1) }) }

  private mutating func insert(_ key: UInt64, _ value: UInt8) {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  /// The value of a word, 0 if it is not there.
  @inline(__always)
  func value(of key: UInt64) -> UInt8 {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  func contains(_ key: UInt64) -> Bool { value(of: key) != 0 }

  /// FNV-1a with a final mix, never 0.
  static func key(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in start..<max(start, end) { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return finish(hash)
  }

  /// The same for the word in lower case (ASCII letters only).
  static func lowercasedKey(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in start..<max(start, end) {
      let byte = bytes[index]
      hash = (hash ^ UInt64(ByteClass.isUpper(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
    return finish(hash)
  }

  static func lowercasedKey(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(ByteClass.isUpper(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01b3 }
    return finish(hash)
  }

  private static func finish(_ hash: UInt64) -> UInt64 { (hash ^ (hash >> 29)) | 1 }
}
