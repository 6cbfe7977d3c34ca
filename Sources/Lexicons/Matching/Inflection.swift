/// English inflection by rule: the forms of a lemma that a lexicon entry stands for.
public enum Inflection {
  public enum Form: UInt8, Sendable {
    case base, thirdPerson, past, presentParticiple, pastParticiple, plural, comparative, superlative
  }

  /// The forms of a verb. Irregular ones are given as third person, past, -ing, past participle, then other spellings.
  public static func verb(_ lemma: String, irregular: [String] = []) -> [(form: Form, text: String)] {
    var forms: [(Form, String)] = [(.base, lemma)]
    let kinds: [Form] = [.thirdPerson, .past, .presentParticiple, .pastParticiple]
    let regular = [addS(lemma), addEd(lemma), addIng(lemma), addEd(lemma)]
    for (index, kind) in kinds.enumerated() {
      forms.append((kind, index < irregular.count ? irregular[index] : regular[index]))
    }
    for extra in irregular.dropFirst(4) { forms.append((extra.hasSuffix("ing") ? .presentParticiple : .past, extra)) }
    return forms
  }

  /// Singular and plural.
  public static func noun(_ lemma: String, irregular: [String] = []) -> [(form: Form, text: String)] {
    [(.base, lemma)] + (irregular.isEmpty ? [addS(lemma)] : irregular).map { (.plural, $0) }
  }

  /// Positive, comparative and superlative; long adjectives have the positive alone (*more reckless* is two words).
  public static func adjective(_ lemma: String, irregular: [String] = []) -> [(form: Form, text: String)] {
    var forms: [(Form, String)] = [(.base, lemma)]
    if !irregular.isEmpty {
      for (index, text) in irregular.enumerated() { forms.append((index == 0 ? .comparative : .superlative, text)) }
    } else if lemma.utf8.count <= 6, !lemma.contains("-") {
      let stem = String(addEd(lemma).dropLast(1))
      forms.append((.comparative, stem + "r"))
      forms.append((.superlative, stem + "st"))
    }
    return forms
  }

  static func addS(_ word: String) -> String {
    if endsInConsonantY(word) { return word.dropLast() + "ies" }
    for ending in ["s", "x", "z", "ch", "sh"] where word.hasSuffix(ending) { return word + "es" }
    if word.hasSuffix("o"), let before = word.dropLast().last, !isVowel(before) { return word + "es" }
    return word + "s"
  }

  static func addEd(_ word: String) -> String {
    if word.hasSuffix("e") { return word + "d" }
    if endsInConsonantY(word) { return word.dropLast() + "ied" }
    return doubled(word) + "ed"
  }

  static func addIng(_ word: String) -> String {
    if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
    if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("ye"), !word.hasSuffix("oe") {
      return word.dropLast() + "ing"
    }
    return doubled(word) + "ing"
  }

  /// Doubles the last consonant of a word of one syllable that ends in one vowel and one consonant: stop → stopp.
  private static func doubled(_ word: String) -> String {
    let letters = Array(word)
    guard letters.count >= 3, let last = letters.last, !isVowel(last), !"wxy".contains(last),
      isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3])
    else { return word }
    var syllables = 0
    var inVowels = false
    for letter in letters {
      let vowel = isVowel(letter) || letter == "y"
      if vowel, !inVowels { syllables += 1 }
      inVowels = vowel
    }
    return syllables == 1 ? word + String(last) : word
  }

  private static func endsInConsonantY(_ word: String) -> Bool {
    guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
    return !isVowel(before)
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}
