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
