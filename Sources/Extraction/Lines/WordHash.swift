/// Hashes of words, so that texts are compared and looked up without making strings.
enum WordHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// One more byte of a word (FNV-1a); letters should be in lower case.
  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  static func of(_ word: some StringProtocol) -> UInt64 { word.utf8.reduce(seed) { step($0, $1.asciiLowercased) } }
}

/// A table from hashes to small values: open addressing in two flat arrays, as `Dictionary` spends most of its time on
/// hashing the hash.
struct HashTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let mask: Int

  init(_ entries: [(UInt64, Value)], combine: (Value, Value) -> Value = { first, _ in first }) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
    for (key, value) in entries {
      var place = slot(key)
      while let old = values[place], keys[place] != key {
        _ = old
        place = (place + 1) & mask
      }
      values[place] = values[place].map { combine($0, value) } ?? value
      keys[place] = key
    }
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) & mask }

  @inline(__always)
  subscript(key: UInt64) -> Value? {
    var place = slot(key)
    while let value = values[place] {
      if keys[place] == key { return value }
      place = (place + 1) & mask
    }
    return nil
  }
}

/// The different words of a text, as sorted hashes.
struct WordSet: Sendable, Hashable {
  private(set) var hashes: [UInt64] = []

  init(_ text: some Sequence<UInt8>) {
    var hash = WordHash.seed
    var isOpen = false
    for byte in text {
      if byte.isWordByte {
        hash = WordHash.step(hash, byte.asciiLowercased)
        isOpen = true
      } else if isOpen {
        hashes.append(hash)
        hash = WordHash.seed
        isOpen = false
      }
    }
    if isOpen { hashes.append(hash) }
    hashes.sort()
    var last: UInt64?
    hashes.removeAll { value in
      defer { last = value }
      return value == last
    }
  }

  init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

  var count: Int { hashes.count }
  var isEmpty: Bool { hashes.isEmpty }

  /// How many words the two share.
  func shared(with other: WordSet) -> Int {
    var first = 0
    var second = 0
    var result = 0
    while first < hashes.count, second < other.hashes.count {
      if hashes[first] == other.hashes[second] {
        result += 1
        first += 1
        second += 1
      } else if hashes[first] < other.hashes[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return result
  }

  func isSubset(of other: WordSet) -> Bool { shared(with: other) == count }
}
