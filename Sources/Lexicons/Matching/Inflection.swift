/// English inflection by rule: the forms of a lemma that a lexicon entry stands for.
///
/// Works on UTF-8: a lexicon of some thousand verbs is inflected whenever a program starts.
public enum Inflection {
  public enum Form: UInt8, Sendable {
    case base, thirdPerson, past, presentParticiple, pastParticiple, plural, comparative, superlative
  }

  /// Calls the body with each form of a term, of which the word that begins at a place inflects; it ends at the next
  /// blank.
  ///
  /// Irregular forms of a verb are given as third person, past, -ing, past participle, then other spellings; of an
  /// adjective as comparative, then superlatives; of a noun as plurals. Long adjectives have the positive alone
  /// (*more reckless* is two words).
  public static func forEachForm(
    of term: ArraySlice<UInt8>, from start: Int, as part: PartOfSpeech, irregular: [ArraySlice<UInt8>],
    _ body: (_ form: ArraySlice<UInt8>, _ kind: Form) -> Void
  ) {
    body(term, .base)
    let end = term[start...].firstIndex(of: UInt8(ascii: " ")) ?? term.endIndex
    var form = FormMaker(term: term, word: start..<end)
    switch part {
    case .verb:
      let regular: [(Form, Ending)] = [
        (.thirdPerson, .s), (.past, .ed), (.presentParticiple, .ing), (.pastParticiple, .ed),
      ]
      for (index, (kind, ending)) in regular.enumerated() {
        body(index < irregular.count ? form.made(irregular[index]) : form.made(ending), kind)
      }
      for extra in irregular.dropFirst(4) {
        body(form.made(extra), extra.suffix(3).elementsEqual("ing".utf8) ? .presentParticiple : .past)
      }
    case .noun:
      if irregular.isEmpty { body(form.made(.s), .plural) }
      for plural in irregular { body(form.made(plural), .plural) }
    case .adjective:
      for (index, text) in irregular.enumerated() {
        body(form.made(text), index == 0 ? .comparative : .superlative)
      }
      guard irregular.isEmpty, end - start <= 6, !term[start..<end].contains(UInt8(ascii: "-")) else { return }
      body(form.made(.er), .comparative)
      body(form.made(.est), .superlative)
    case .adverb, .preposition, .phrase: break
    }
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

/// Makes the forms of one word of a term in the same room.
private struct FormMaker {
  let term: ArraySlice<UInt8>
  let word: Range<Int>
  private var room: [UInt8] = []

  init(term: ArraySlice<UInt8>, word: Range<Int>) {
    self.term = term
    self.word = word
    room.reserveCapacity(term.count + 8)
  }

  /// The term with an irregular form in the word's place.
  mutating func made(_ irregular: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    room.removeAll(keepingCapacity: true)
    room += term[..<word.lowerBound]
    room += irregular
    room += term[word.upperBound...]
    return room[...]
  }

  /// The term with the word in a regular form.
  mutating func made(_ ending: Inflection.Ending) -> ArraySlice<UInt8> {
    let change = Inflection.change(term[word], ending)
    room.removeAll(keepingCapacity: true)
    room += term[..<(word.upperBound - change.cut)]
    if change.doubles, let last = room.last { room.append(last) }
    change.2.withUTF8Buffer { room += $0 }
    room += term[word.upperBound...]
    return room[...]
  }
}
