/// The keys that some kind of lexicon knows, as small numbers: lexicons have some hundred thousand fields, and a number
/// is quicker to compare than a string.
package enum LexiconKey: UInt8, CaseIterable, Sendable {
  case term, lemma, pos, forms, examples, gloss, `class`, takes, weight, object, subject, content, act
  case factor, scope, modality, ends, rank, gender, number, ambiguous, plural, part
  case id, name, type, aliases, demonyms, metonyms, contextual, members, parent, country, parts
  case about, across, after, against, ahead, along, among, around, `as`, at, before, behind, between, beyond, by
  case down, `for`, from, `in`, into, of, off, on, onto, out, over, past, through, to, toward, towards, under, up, upon
  case with, within, without

  /// As lexicons write it.
  var text: String { Self.texts[Int(rawValue)] }

  private static let texts = allCases.map { String(describing: $0) }

  /// The key that some bytes are, `nil` for one that no kind knows.
  init?(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>) {
    guard let key = Self.table.key(PackedWord(bytes, range)) else { return nil }
    self = key
  }

  private static let table = Table()

  /// Open addressing over packed words.
  private struct Table {
    private var words = Array(repeating: PackedWord(), count: 256)
    private var keys = Array(repeating: LexiconKey?.none, count: 256)

    init() {
      for key in LexiconKey.allCases {
        let word = PackedWord(key.text)
        var slot = word.slot
        while keys[slot] != nil { slot = (slot + 1) & 255 }
        (words[slot], keys[slot]) = (word, key)
      }
    }

    func key(_ word: PackedWord) -> LexiconKey? {
      var slot = word.slot
      while let key = keys[slot] {
        if words[slot] == word { return key }
        slot = (slot + 1) & 255
      }
      return nil
    }
  }
}

/// A word of up to fifteen bytes as two numbers, to compare at once; longer ones are all the same, and equal no key.
struct PackedWord: Equatable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 15 else {
      (low, high) = (.max, .max)
      return
    }
    low = WordHash.load(bytes.bytes, range.lowerBound, min(8, range.count))
    if range.count > 8 { high = WordHash.load(bytes.bytes, range.lowerBound + 8, range.count - 8) }
    // The length too, since zeros at the end count.
    high |= UInt64(truncatingIfNeeded: range.count) &<< 56
  }

  init(_ word: String) {
    let bytes = Array(word.utf8)
    self.init(bytes.span, 0..<bytes.count)
  }

  /// Its place in a table of 256.
  var slot: Int { Int(truncatingIfNeeded: ((low ^ high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 56) }
}

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

/// The cases of a value that is one of a few words, told by their bytes.
struct Choices<Choice: RawRepresentable & CaseIterable & Sendable>: Sendable where Choice.RawValue == String {
  private let words: [PackedWord]
  private let choices: [Choice]

  init(_ type: Choice.Type) {
    choices = Array(Choice.allCases)
    words = choices.map { PackedWord($0.rawValue) }
  }

  func choice(_ bytes: [UInt8], _ range: Range<Int>) -> Choice? {
    let word = PackedWord(bytes.span, range)
    return words.firstIndex(of: word).map { choices[$0] }
  }

  var names: [String] { choices.map(\.rawValue) }
}
