/// English inflection by rule: the forms of a lemma that a lexicon entry stands for.
///
/// Works on UTF-8: a lexicon of some thousand verbs is inflected whenever a program starts.
public enum Inflection {
  public enum Form: UInt8, Sendable {
    case base, thirdPerson, past, presentParticiple, pastParticiple, plural, comparative, superlative
  }

  enum Ending { case s, ed, ing, er, est }

  /// What is to be taken off a word, whether its last letter doubles then, and what is put to it.
  static func change(_ word: ArraySlice<UInt8>, _ ending: Ending) -> (cut: Int, doubles: Bool, StaticString) {
    guard let last = word.last else { return (0, false, "") }
    let before = word.count > 1 ? word[word.endIndex - 2] : 0
    let isConsonantY = word.count > 1 && last == UInt8(ascii: "y") && !isVowel(before)
    switch ending {
    case .s:
      if isConsonantY { return (1, false, "ies") }
      switch last {
      case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return (0, false, "es")
      case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"): return (0, false, "es")
      case UInt8(ascii: "o") where before != 0 && !isVowel(before): return (0, false, "es")
      default: return (0, false, "s")
      }
    case .ing:
      if last == UInt8(ascii: "e"), word.count > 1 {
        switch before {
        case UInt8(ascii: "i"): return (2, false, "ying")
        case UInt8(ascii: "e"), UInt8(ascii: "y"), UInt8(ascii: "o"): break
        default: return (1, false, "ing")
        }
      }
      return (0, doubles(word), "ing")
    case .ed, .er, .est:
      let endings: (plain: StaticString, afterE: StaticString, y: StaticString) =
        switch ending {
        case .er: ("er", "r", "ier")
        case .est: ("est", "st", "iest")
        default: ("ed", "d", "ied")
        }
      if last == UInt8(ascii: "e") { return (0, false, endings.afterE) }
      if isConsonantY { return (1, false, endings.y) }
      return (0, doubles(word), endings.plain)
    }
  }

  /// Whether the last consonant doubles: in a word of one syllable that ends in one vowel and one consonant
  /// (stop → stopp).
  private static func doubles(_ word: ArraySlice<UInt8>) -> Bool {
    let end = word.endIndex
    guard word.count >= 3, isVowel(word[end - 2]), !isVowel(word[end - 3]) else { return false }
    switch word[end - 1] {
    case UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y"): return false
    case let last where isVowel(last) || last >= 0x80: return false
    default: break
    }
    var syllables = 0
    var inVowels = false
    for letter in word {
      let vowel = isVowel(letter) || letter == UInt8(ascii: "y")
      if vowel, !inVowels { syllables += 1 }
      inVowels = vowel
    }
    return syllables == 1
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
