/// English inflection by rule: the forms of a lemma that a lexicon entry stands for.
///
/// Works on UTF-8: a lexicon of some thousand verbs is inflected whenever a program starts.
public enum Inflection {
  public enum Form: UInt8, Sendable {
    case base, thirdPerson, past, presentParticiple, pastParticiple, plural, comparative, superlative
  }

  fileprivate enum Ending { case s, ed, ing, er, est }

  /// What is to be taken off a word, whether its last letter doubles then, and what is put to it.
  fileprivate static func change(_ word: ArraySlice<UInt8>, _ ending: Ending) -> (cut: Int, doubles: Bool, StaticString)
  {
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

/// The forms of a term, one behind the other in the same room: no allocation a form.
package struct TermForms: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where each form stands in ``bytes``, and what it is.
  package private(set) var all: [(place: Range<Int>, kind: Inflection.Form)] = []

  package init() {}

  /// Makes the forms of a term, of which the word that begins at a place inflects; it ends at the next blank.
  ///
  /// Irregular forms of a verb are given as third person, past, -ing, past participle, then other spellings; of an
  /// adjective as comparative, then superlatives; of a noun as plurals. Long adjectives have the positive alone
  /// (*more reckless* is two words).
  /// - Parameters:
  ///   - source: holds the term and its irregular forms.
  ///   - start: where the word begins, inside the term.
  package mutating func make(
    of term: Range<Int>, from start: Int, in source: [UInt8], as part: PartOfSpeech,
    irregular: ArraySlice<EntryStore.Place>
  ) {
    bytes.removeAll(keepingCapacity: true)
    all.removeAll(keepingCapacity: true)
    bytes += source[term]
    all.append((0..<term.count, .base))
    let word = start..<(source[start..<term.upperBound].firstIndex(of: UInt8(ascii: " ")) ?? term.upperBound)
    func add(_ kind: Inflection.Form, _ ending: Inflection.Ending) {
      let change = Inflection.change(source[word], ending)
      let begin = bytes.count
      bytes += source[term.lowerBound..<(word.upperBound - change.cut)]
      if change.doubles, let last = bytes.last { bytes.append(last) }
      change.2.withUTF8Buffer { bytes += $0 }
      bytes += source[word.upperBound..<term.upperBound]
      all.append((begin..<bytes.count, kind))
    }
    func add(_ kind: Inflection.Form, irregular: EntryStore.Place) {
      let begin = bytes.count
      bytes += source[term.lowerBound..<word.lowerBound]
      bytes += source[irregular.range]
      bytes += source[word.upperBound..<term.upperBound]
      all.append((begin..<bytes.count, kind))
    }
    let first = irregular.startIndex
    switch part {
    case .verb:
      for index in 0..<4 {
        let (kind, ending): (Inflection.Form, Inflection.Ending) =
          switch index {
          case 0: (.thirdPerson, .s)
          case 1: (.past, .ed)
          case 2: (.presentParticiple, .ing)
          default: (.pastParticiple, .ed)
          }
        if index < irregular.count { add(kind, irregular: irregular[first + index]) } else { add(kind, ending) }
      }
      for extra in irregular.dropFirst(4) {
        let isParticiple = source[extra.range].suffix(3).elementsEqual("ing".utf8)
        add(isParticiple ? .presentParticiple : .past, irregular: extra)
      }
    case .noun:
      if irregular.isEmpty { add(.plural, .s) }
      for plural in irregular { add(.plural, irregular: plural) }
    case .adjective:
      for (index, form) in irregular.enumerated() {
        add(index == 0 ? .comparative : .superlative, irregular: form)
      }
      guard irregular.isEmpty, word.count <= 6, !source[word].contains(UInt8(ascii: "-")) else { return }
      add(.comparative, .er)
      add(.superlative, .est)
    case .adverb, .preposition, .phrase: break
    }
  }
}
