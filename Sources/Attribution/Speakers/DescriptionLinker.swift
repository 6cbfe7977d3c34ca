import Documents
import Lexicons

/// Links descriptions to what they describe: *the professor* to the one person introduced as a professor, *the union* to
/// the one organisation of that name, *the teacher* to the teacher before, a noun in apposition to the name beside it.
///
/// The precise sieves of Lee et al., *Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked
/// Rules* (Computational Linguistics 39, 2013): appositions and predicates, then strict matches of the head.
struct DescriptionLinker {
  let reading: SpeakerReading
  let grammar: Grammar
  let chains: EntityChains
  /// Each entity's name in lower case.
  let names: [[UInt8]]

  /// Each entity's name in lower case, those of persons left empty; asked for once a document.
  static func names(of chains: EntityChains) -> [[UInt8]] {
    chains.entities.indices.map { index in
      chains.entities[index].isPerson ? [] : Array(chains.entities[index].name.lowercased().utf8)
    }
  }

  /// Whether some bytes hold others, between blanks or wherever they stand.
  private static func holds(_ text: [UInt8], _ word: [UInt8], asWord: Bool) -> Bool {
    guard let first = word.first, word.count <= text.count else { return false }
    let blank = UInt8(ascii: " ")
    for start in 0...(text.count - word.count) where text[start] == first {
      let end = start + word.count
      guard !asWord || (start == 0 || text[start - 1] == blank) && (end == text.count || text[end] == blank) else {
        continue
      }
      if text[start..<end].elementsEqual(word) { return true }
    }
    return false
  }

  /// The person beside the phrase: *the minister, Marta Quillon*, *Marta Quillon, a minister*, *Quillon is the minister*.
  func beside(_ phrase: Phrase, in sentence: Range<Int>) -> Int? {
    guard !phrase.isPlural, phrase.isPerson else { return nil }
    if let subject = grammar.subject(ofPredicate: phrase.head, in: sentence), let entity = person(at: subject) {
      return entity
    }
    if grammar.relation(phrase.head) == .appos, let head = grammar.head(of: phrase.head), head < phrase.head,
      let entity = person(at: head)
    {
      return entity
    }
    for token in phrase.head..<min(sentence.upperBound, phrase.head + 12) where token != phrase.head {
      guard grammar.head(of: token) == phrase.head, let relation = grammar.relation(token) else { continue }
      if relation == .appos || relation == .flat || relation == .nmodDesc, let entity = person(at: token) {
        return entity
      }
    }
    return nil
  }

  /// The entity that a definite description means.
  func entity(describedBy phrase: Phrase) -> Int? {
    guard !phrase.isPlural, phrase.isDefinite || phrase.isPossessed else { return nil }
    if phrase.isPerson, let role = phrase.role {
      // *Her brother* need not be the brother of somebody else.
      if phrase.isPossessed, reading.lexicons.roles.entry(role).wordClass == "kin" { return nil }
      return entity(withRole: reading.lexicons.roles.entry(role).term, before: phrase.tokens.lowerBound)
        ?? organization(describedBy: phrase)
    }
    return organization(describedBy: phrase)
  }

  /// An earlier phrase with the same head word: *a poster* … *the poster*.
  func earlier(_ phrase: Phrase, among phrases: [Phrase]) -> Int? {
    guard phrase.isDefinite, !phrase.isPossessed, phrase.role != nil else { return nil }
    let word = reading.ids[phrase.head]
    guard word != 0 else { return nil }
    return phrases.lastIndex { $0.role != nil && $0.isPlural == phrase.isPlural && reading.ids[$0.head] == word }
  }

  private func person(at token: Int) -> Int? {
    guard let entity = chains.entity(at: token), chains.entities[entity].isPerson else { return nil }
    return entity
  }

  /// The person of a role: the only one before who has it, else the one of whom the text speaks by far the most. Who has
  /// *the president* for a role is no *vice president* and no *former president*.
  private func entity(withRole role: String, before token: Int) -> Int? {
    let wanted = role.lowercased().split(separator: " ")
    let last = Array((wanted.last ?? "").utf8)
    let holders = chains.entities.indices.compactMap { index -> (entity: Int, isExact: Bool)? in
      guard chains.entities[index].isPerson, chains.entities[index].firstMention < token,
        let own = chains.entities[index].role?.lowercased(), Self.holds(Array(own.utf8), last, asWord: false)
      else { return nil }
      let words = own.split { !$0.isLetter && $0 != "-" }
      guard words.joined(separator: " ").contains(role.lowercased()) else { return nil }
      let isOther = words.contains { ["vice", "former", "deputy", "ex", "late", "then"].contains($0) }
      return (index, words.suffix(wanted.count) == wanted[...] && !isOther)
    }
    if holders.count == 1 { return holders[0].entity }
    let exact = holders.filter(\.isExact).map(\.entity)
    if exact.count == 1 { return exact[0] }
    let ranked = exact.sorted { (chains.entities[$1].mentions.count, $0) < (chains.entities[$0].mentions.count, $1) }
    guard ranked.count > 1 else { return nil }
    let isMain = chains.entities[ranked[0]].mentions.count >= 3 * chains.entities[ranked[1]].mentions.count
    return isMain ? ranked[0] : nil
  }

  /// *the union*, *the network*: the one organisation before whose name holds that word.
  private func organization(describedBy phrase: Phrase) -> Int? {
    let first = phrase.tokens.lowerBound
    let isBare = phrase.tokens.count == 2 && (reading.token(first, is: "the") || reading.token(first, is: "The"))
    guard isBare, let last = phrase.tokens.last else { return nil }
    if reading.token(last, is: "administration") { return chains.headOfAdministration(before: first) }
    let noun = Array(reading.word(last).lowercased().utf8)
    let candidates = chains.entities.indices.filter { index in
      guard !chains.entities[index].isPerson, chains.entities[index].firstMention < first else { return false }
      return Self.holds(names[index], noun, asWord: true)
    }
    return candidates.count == 1 ? candidates.first : nil
  }
}
