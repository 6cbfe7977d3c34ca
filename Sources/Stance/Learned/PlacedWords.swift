import Linguistics

/// The words of a question and where each stands to target and holder: what ``FactorModel`` multiplies.
package struct PlacedWords: Sendable {
  package struct Word: Sendable {
    /// Its token, -1 for what is of no one word.
    package var token: Int
    /// Hash of its lemma.
    package var lemma: UInt64
    /// What the lexicon says of it: weight and contribution, each for its favor and for its disfavor.
    package var lexicon: SIMD4<Float>
    /// Its features in ``places``.
    package var places: Range<Int>
  }

  package private(set) var words: [Word] = []
  package private(set) var places: [UInt64] = []

  package init() {}

  mutating func begin(token: Int, lemma: UInt64, lexicon: SIMD4<Float> = .zero) {
    words.append(Word(token: token, lemma: lemma, lexicon: lexicon, places: places.count..<places.count))
  }

  /// A feature of the word that was begun last.
  @inline(__always)
  mutating func add(_ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) {
    places.append(PlacedWords.place(template, a, b, c))
    words[words.count - 1].places = words[words.count - 1].places.lowerBound..<places.count
  }

  @inline(__always)
  static func place(_ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) -> UInt64 {
    mixed(mixed(mixed(mixed(template) ^ a) ^ b) ^ c)
  }
}
