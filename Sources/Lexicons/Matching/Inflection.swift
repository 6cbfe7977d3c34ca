/// English inflection by rule: the forms of a lemma that a lexicon entry stands for.
///
/// Works on UTF-8: a lexicon of some thousand verbs is inflected whenever a program starts.
public enum Inflection {
  public enum Form: UInt8, Sendable {
    case base, thirdPerson, past, presentParticiple, pastParticiple, plural, comparative, superlative
  }

  /// The forms of a verb. Irregular ones are given as third person, past, -ing, past participle, then other spellings.
  public static func verb(_ lemma: [UInt8], irregular: [String] = []) -> [(form: Form, text: [UInt8])] {
    var forms: [(form: Form, text: [UInt8])] = []
    forms.reserveCapacity(5 + max(0, irregular.count - 4))
    forms.append((.base, lemma))
    func add(_ form: Form, _ index: Int, _ regular: ([UInt8]) -> [UInt8]) {
      forms.append((form, index < irregular.count ? Array(irregular[index].utf8) : regular(lemma)))
    }
    add(.thirdPerson, 0, addS)
    add(.past, 1, addEd)
    add(.presentParticiple, 2, addIng)
    add(.pastParticiple, 3, addEd)
    for extra in irregular.dropFirst(4) {
      forms.append((extra.hasSuffix("ing") ? .presentParticiple : .past, Array(extra.utf8)))
    }
    return forms
  }

  /// Singular and plural.
  public static func noun(_ lemma: [UInt8], irregular: [String] = []) -> [(form: Form, text: [UInt8])] {
    if irregular.isEmpty { return [(.base, lemma), (.plural, addS(lemma))] }
    return [(.base, lemma)] + irregular.map { (.plural, Array($0.utf8)) }
  }

  /// Positive, comparative and superlative; long adjectives have the positive alone (*more reckless* is two words).
  public static func adjective(_ lemma: [UInt8], irregular: [String] = []) -> [(form: Form, text: [UInt8])] {
    var forms: [(form: Form, text: [UInt8])] = [(.base, lemma)]
    if !irregular.isEmpty {
      for (index, text) in irregular.enumerated() {
        forms.append((index == 0 ? .comparative : .superlative, Array(text.utf8)))
      }
    } else if lemma.count <= 6, !lemma.contains(UInt8(ascii: "-")) {
      let stem = addEd(lemma).dropLast()
      forms.append((.comparative, stem + [UInt8(ascii: "r")]))
      forms.append((.superlative, stem + [UInt8(ascii: "s"), UInt8(ascii: "t")]))
    }
    return forms
  }

  static func addS(_ word: [UInt8]) -> [UInt8] {
    if endsInConsonantY(word) { return ending(word.dropLast(), "ies") }
    guard let last = word.last else { return word }
    let before = word.count > 1 ? word[word.count - 2] : 0
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return ending(word[...], "es")
    case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"):
      return ending(word[...], "es")
    case UInt8(ascii: "o") where before != 0 && !isVowel(before): return ending(word[...], "es")
    default: return ending(word[...], "s")
    }
  }

  static func addEd(_ word: [UInt8]) -> [UInt8] {
    if word.last == UInt8(ascii: "e") { return ending(word[...], "d") }
    if endsInConsonantY(word) { return ending(word.dropLast(), "ied") }
    return ending(word[...], doubled: doubles(word), "ed")
  }

  static func addIng(_ word: [UInt8]) -> [UInt8] {
    if word.last == UInt8(ascii: "e"), word.count > 1 {
      switch word[word.count - 2] {
      case UInt8(ascii: "i"): return ending(word.dropLast(2), "ying")
      case UInt8(ascii: "e"), UInt8(ascii: "y"), UInt8(ascii: "o"): break
      default: return ending(word.dropLast(), "ing")
      }
    }
    return ending(word[...], doubled: doubles(word), "ing")
  }

  private static func ending(_ stem: ArraySlice<UInt8>, doubled: Bool = false, _ ending: StaticString) -> [UInt8] {
    var form: [UInt8] = []
    form.reserveCapacity(stem.count + 1 + ending.utf8CodeUnitCount)
    form += stem
    if doubled { form += stem.suffix(1) }
    ending.withUTF8Buffer { form += $0 }
    return form
  }

  /// Whether the last consonant doubles: in a word of one syllable that ends in one vowel and one consonant
  /// (stop → stopp).
  private static func doubles(_ word: [UInt8]) -> Bool {
    let count = word.count
    guard count >= 3, isVowel(word[count - 2]), !isVowel(word[count - 3]) else { return false }
    switch word[count - 1] {
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

  private static func endsInConsonantY(_ word: [UInt8]) -> Bool {
    word.count > 1 && word[word.count - 1] == UInt8(ascii: "y") && !isVowel(word[word.count - 2])
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
