import Documents
import Lexicons

/// A noun phrase that speaks of somebody without a name: *the scientists*, *a teacher*, *Harbour Union officials*.
struct Phrase {
  /// From the determiner to the head.
  var tokens: Range<Int>
  var head: Int
  var isPlural: Bool
  /// Whether it can be *he* or *she*.
  var isPerson: Bool
  /// *government*, *union*: one that can be *they*.
  var isGroup: Bool
  var gender: Gender
  /// With *the*, *this* or *that*.
  var isDefinite: Bool
  /// *her lawyer*, *the company's lawyer*.
  var isPossessed: Bool
  /// Index into the role lexicon.
  var role: Int?
  /// The entity whose people the phrase speaks of: the party of *the Harbour Democrat*.
  var member: Int?
}

/// Finds phrases for people and groups by the role lexicon.
struct PhraseFinder {
  let reading: SpeakerReading
  let grammar: Grammar

  /// The phrase whose head is this token, where that is a noun for people.
  func phrase(at head: Int, in sentence: Range<Int>, _ chains: EntityChains) -> Phrase? {
    guard grammar.isNoun(head), chains.entity(at: head) == nil, grammar.relation(head) != .compound,
      let role = role(endingAt: head, in: sentence)
    else { return nil }
    let phrase = phrase(grammar.start(ofPhrase: head, in: sentence)..<(head + 1), head: head, role: role, chains)
    // *Dr.* and *Lord* by themselves are no phrases, *the Secretary* is one.
    return reading.isCapitalised(head) && !phrase.isDefinite ? nil : phrase
  }

  /// The role in the lexicon that ends at a token, the longest of four words or fewer; most tokens end none.
  private func role(endingAt head: Int, in sentence: Range<Int>) -> Int? {
    guard reading.lexicons.isRoleHead(reading.ids[head]) else { return nil }
    for start in max(sentence.lowerBound, head - 3)...head {
      if let match = reading.lexicons.role(in: reading, at: start, head + 1), match.tokens.upperBound == head + 1 {
        return match.entry
      }
    }
    return nil
  }

  /// The phrase of a source, whatever its head.
  func phrase(ofSource core: Range<Int>, role: Int?, _ chains: EntityChains) -> Phrase {
    phrase(core, head: grammar.head(ofPhrase: core) ?? core.lowerBound, role: role, chains)
  }

  private func phrase(_ tokens: Range<Int>, head: Int, role: Int?, _ chains: EntityChains) -> Phrase {
    let entry = role.map { reading.lexicons.roles.entry($0) }
    let isPlural = entry?.isPlural == true || reading.isPlural(head)
    let isGroup = entry?.wordClass == "group"
    let member = role == nil ? chains.member(in: tokens) : nil
    return Phrase(
      tokens: tokens, head: head, isPlural: isPlural,
      isPerson: (entry != nil || member != nil) && !isPlural && !isGroup, isGroup: isGroup && !isPlural,
      gender: entry?.gender ?? .unknown, isDefinite: isDefinite(tokens), isPossessed: isPossessed(tokens), role: role,
      member: member)
  }

  private func isDefinite(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    return ["the", "The", "this", "This", "that", "That"].contains { reading.token(first, is: $0) }
  }

  private func isPossessed(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    return reading.pronoun(first) != nil && !isDefinite(tokens) || tokens.contains(where: reading.isPossessive)
  }
}
