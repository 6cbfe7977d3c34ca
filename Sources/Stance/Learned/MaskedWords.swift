import Attribution
import Documents
import Lexicons
import Linguistics

/// The words of a text as the learned scorer sees them: every name is one symbol, and so are every number and every
/// term for a group of people (``GroupWords``). What could be a name counts as one, so that swapping names or groups
/// leaves every score as it was.
struct MaskedWords {
  /// Hashes of lower-cased forms and of lemmas.
  let words: [UInt64]
  let lemmas: [UInt64]
  let isName: [Bool]

  static let name: UInt64 = 1
  static let number: UInt64 = 2
  static let beyond: UInt64 = 3
  static let target: UInt64 = 4
  static let holder: UInt64 = 5

  /// - Parameters:
  ///   - target: tokens of the target's mention; one symbol as well.
  ///   - holder: tokens of the holder's.
  init(_ text: AskedText.Facts, target: Range<Int>, holder: Range<Int>?) {
    var words = text.words
    var lemmas = text.lemmas
    for index in (holder ?? 0..<0).clamped(to: words.indices) {
      words[index] = MaskedWords.holder
      lemmas[index] = MaskedWords.holder
    }
    for index in target.clamped(to: words.indices) {
      words[index] = MaskedWords.target
      lemmas[index] = MaskedWords.target
    }
    self.words = words
    self.lemmas = lemmas
    isName = text.isName
  }

  /// The words of a text, whoever is asked about.
  static func all(of reading: StanceReading) -> (words: [UInt64], lemmas: [UInt64], isName: [Bool]) {
    let syntax = reading.segmented.syntax
    let count = reading.tokens.count
    var isName = [Bool](repeating: false, count: count)
    for entity in syntax?.entities ?? [] {
      for index in entity.tokens where index < count && reading.isCapitalised(index) { isName[index] = true }
    }
    var words: [UInt64] = []
    var lemmas: [UInt64] = []
    words.reserveCapacity(count)
    lemmas.reserveCapacity(count)
    let starts = Set(reading.segmented.sentences.map(\.tokens.lowerBound))
    for index in 0..<count {
      if reading.tags[index] == .propn || reading.isCapitalised(index) && !MaskedWords.isWord(index, reading, starts) {
        isName[index] = true
      }
      if isName[index] {
        words.append(MaskedWords.name)
        lemmas.append(MaskedWords.name)
      } else if reading.tags[index] == .num {
        words.append(MaskedWords.number)
        lemmas.append(MaskedWords.number)
      } else {
        let word = hash(of: reading.bytes(index).lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
        let lemma = syntax.map { hash(of: $0.lemmas[index].utf8) } ?? word
        words.append(GroupWords.leveled(word))
        lemmas.append(GroupWords.leveled(lemma))
      }
    }
    return (words, lemmas, isName)
  }

  /// A capital at the start of a sentence or a quotation may be an everyday word that some lexicon knows, and *I* is.
  private static func isWord(_ index: Int, _ reading: StanceReading, _ starts: Set<Int>) -> Bool {
    if reading.tags[index] == .pron { return true }
    guard reading.ids[index] != 0 else { return false }
    return starts.contains(index) || index > 0 && reading.tags[index - 1] == .punct
  }

  func word(_ index: Int) -> UInt64 { words.indices.contains(index) ? words[index] : MaskedWords.beyond }
  func lemma(_ index: Int) -> UInt64 { lemmas.indices.contains(index) ? lemmas[index] : MaskedWords.beyond }
}
