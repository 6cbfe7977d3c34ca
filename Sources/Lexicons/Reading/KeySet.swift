/// A set of keys.
struct KeySet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ keys: some Sequence<LexiconKey>) { for key in keys { insert(key) } }

  func contains(_ key: LexiconKey) -> Bool { contains(key.rawValue) }

  /// - Parameter number: of a key; others are in no set.
  func contains(_ number: UInt8) -> Bool {
    let bit = UInt64(number)
    return bit < 64 ? low >> bit & 1 != 0 : bit < 128 && high >> (bit &- 64) & 1 != 0
  }

  func union(_ others: KeySet) -> KeySet { KeySet(all + others.all) }

  var all: [LexiconKey] { LexiconKey.allCases.filter(contains) }

  private mutating func insert(_ key: LexiconKey) {
    let bit = UInt64(key.rawValue)
    if bit < 64 { low |= 1 << bit } else { high |= 1 << (bit &- 64) }
  }
}

extension KeySet: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: LexiconKey...) { self.init(elements) }
}
