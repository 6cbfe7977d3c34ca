import Documents
import Lexicons
import Linguistics

/// Finds names: runs of capitalised words, split into role and name and told apart by lexicons and neighbours.
struct NameFinder {
  let reading: SpeakerReading
  private let lexicons: SpeakerLexicons

  init(reading: SpeakerReading) {
    self.reading = reading
    lexicons = reading.lexicons
  }

  /// All names outside boilerplate, in text order.
  func mentions() -> [NameMention] {
    var found: [NameMention] = []
    for (number, sentence) in reading.document.sentences.enumerated() {
      let kind = reading.document.kind(of: sentence)
      guard kind != .boilerplate, kind != .byline else { continue }
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard mayBegin(index) else {
          index += 1
          continue
        }
        if let end = affiliation(at: index, sentence.tokens.upperBound) {
          index = end
          continue
        }
        index = addMentions(at: index, in: sentence, number, isHeadline: kind == .headline, to: &found)
      }
    }
    removeUnnamedContextuals(&found)
    return found
  }

  /// Whether a name or a bracket can begin at a token; most words begin neither.
  private func mayBegin(_ index: Int) -> Bool {
    reading.isCapitalised(index) || reading.firstByte(index) == UInt8(ascii: "(")
      || lexicons.actors.mayBegin(reading.ids[index])
  }

  /// The end of what tells in parentheses whom a person stands for: *Quillon (L-Harbour)*. It speaks of nobody.
  private func affiliation(at index: Int, _ limit: Int) -> Int? {
    guard reading.token(index, is: "("), index + 2 < limit,
      reading.bytes(index + 1).prefix(while: { $0 != 0x2E }).count == 1,
      reading.isCapitalised(index + 1),
      ["-", "–", ",", ")"].contains(where: { reading.token(index + 2, is: $0) })
    else { return nil }
    return (index + 2..<min(limit, index + 8)).first { reading.token($0, is: ")") }.map { $0 + 1 }
  }

  /// Contextual names (*the North*) count only where the document names the actor otherwise, or, if a capital marks them
  /// as names (*the House*), what it is part of or has as a part (*Congress*).
  private func removeUnnamedContextuals(_ mentions: inout [NameMention]) {
    var named: Set<Int> = []
    for mention in mentions {
      if case .actor(let actor, let form) = mention.kind, form != .demonym, !named.contains(actor),
        !reading.isContextual(mention.tokens, actor)
      {
        named.insert(actor)
      }
    }
    var wholes: Set<Int>?
    mentions.removeAll { mention in
      guard case .actor(let actor, _) = mention.kind, !named.contains(actor),
        reading.isContextual(mention.tokens, actor)
      else { return false }
      guard mention.tokens.contains(where: isCapitalName) else { return true }
      let all = wholes ?? lexicons.actors.wholes(of: named)
      wholes = all
      return !lexicons.actors.isRelated(actor, toAnyOf: all)
    }
  }

  private func isCapitalName(_ index: Int) -> Bool {
    reading.isCapitalised(index) && !lexicons.words.contains(reading.ids[index], in: .determiners)
  }

  /// Adds what a token begins, and gives back where to look on.
  private func addMentions(
    at index: Int, in sentence: Sentence, _ number: Int, isHeadline: Bool, to found: inout [NameMention]
  ) -> Int {
    let limit = sentence.tokens.upperBound
    let actor = actor(at: index, limit)
    guard reading.isNameStart(index, in: sentence, isHeadline: isHeadline), !isHeadline || !reading.isVerb(index) else {
      // Contextual names and concepts begin in lower case: "the North", "carbon tax".
      guard let actor else { return index + 1 }
      found.append(actorMention(actor, sentence, number))
      return actor.tokens.upperBound
    }
    var end = index + 1
    while end < limit, !isHeadline || !reading.isVerb(end),
      !(isMember(actor, upTo: end) && reading.token(end, is: "on")),
      let next = reading.nameContinues(at: end, limit: limit, from: index)
        ?? lexicons.roleEnd(in: reading, across: end, index..<limit)
    {
      end = next
    }
    let run = index..<end
    // A lexicon name that covers the run, or goes beyond it (*Democratic People's Republic of Korea*).
    if let actor, actor.tokens.upperBound >= end {
      found.append(actorMention(actor, sentence, number))
      return actor.tokens.upperBound
    }
    split(run, sentence, number, isHeadline: isHeadline, to: &found)
    return end
  }

  /// Splits a run into roles, actors and names: *Norwegian Vice-Transport Minister | Bae Do-yun*.
  private func split(
    _ run: Range<Int>, _ sentence: Sentence, _ number: Int, isHeadline: Bool, to found: inout [NameMention]
  ) {
    let roleEnd = lexicons.roleEnd(in: reading, run)
    let name = roleEnd..<run.upperBound
    var affiliation: Int?
    var index = run.lowerBound
    while index < (name.isEmpty ? run.upperBound : roleEnd) {
      if let actor = actor(at: index, run.upperBound) {
        found.append(actorMention(actor, sentence, number))
        affiliation = affiliation ?? actor.actor
        index = actor.tokens.upperBound
      } else {
        index += 1
      }
    }
    guard !name.isEmpty else { return }
    let rolePrefix = reading.roleBefore(run.lowerBound, in: sentence)
    let role = (rolePrefix ?? run.lowerBound)..<roleEnd
    if affiliation == nil, !role.isEmpty { affiliation = firstActor(in: role)?.actor }
    let hasRole = !role.isEmpty
    // *Leading Liberals*, *Congressional Republicans*
    if !hasRole, name.count > 1, let last = name.last, isQuality(name.lowerBound..<last),
      let party = actor(at: last, name.upperBound), isMember(party, upTo: name.upperBound)
    {
      found.append(actorMention(party, sentence, number))
      return
    }
    // *Illinois Landlords Alliance* is one organisation, whatever stands at its head.
    let isOrganisation = !hasRole && reading.endsInOrganisationWord(name)
    if let actor = actor(at: name.lowerBound, name.upperBound), !hasRole || actor.tokens == name,
      !isOrganisation || actor.tokens == name,
      actor.tokens == name || !lexicons.isGivenName(reading, name.lowerBound)
    {
      // A lexicon name at the head of a longer run: the rest is looked at by itself.
      found.append(actorMention(actor, sentence, number))
      let rest = actor.tokens.upperBound..<name.upperBound
      if !rest.isEmpty { split(rest, sentence, number, isHeadline: isHeadline, to: &found) }
      return
    }
    found.append(
      NameMention(
        tokens: name, kind: kind(of: name, hasRole: hasRole, sentence), role: role,
        gender: lexicons.gender(ofRole: role, in: reading), affiliation: affiliation, block: sentence.block,
        sentence: number))
  }

  private func kind(of name: Range<Int>, hasRole: Bool, _ sentence: Sentence) -> NameMention.Kind {
    if hasRole { return .person }
    // Capitals before a colon are a label of a transcript, not an acronym.
    let isLabel = name.upperBound < sentence.tokens.upperBound && reading.bytes(name.upperBound).elementsEqual(":".utf8)
    if isLabel { return .unknown }
    if let wordClass = lexicons.organisationClass(in: reading, name) {
      return wordClass == "place" ? .place : .organization
    }
    if name.count == 1, reading.isAcronym(name.lowerBound) { return .organization }
    if name.count >= 2, lexicons.isGivenName(reading, name.lowerBound) { return .person }
    if name.count >= 2, reading.hasPersonContext(after: name.upperBound, in: sentence) { return .person }
    return reading.modelEntity(over: name) ?? .unknown
  }

  // MARK: Actors

  /// Whether a name ends in the members of a party: *Republicans*.
  private func isMember(_ match: ActorMatch?, upTo end: Int) -> Bool {
    guard let match, match.tokens.upperBound == end, match.form == .demonym else { return false }
    return reading.isPlural(end - 1) && lexicons.actors.actors[match.actor].organisationClass == "party"
  }

  /// Whether words only say what something is like, or how many.
  private func isQuality(_ words: Range<Int>) -> Bool {
    guard let tags = reading.document.syntax?.tags else { return false }
    return words.allSatisfy { [.adj, .num, .verb, .adv].contains(tags[$0]) }
  }

  private struct ActorMatch {
    var tokens: Range<Int>
    var actor: Int
    var form: Target.Mention.Form
  }

  /// The longest name of a lexicon at a token.
  private func actor(at index: Int, _ limit: Int) -> ActorMatch? {
    var best: ActorMatch?
    lexicons.actors.matches(
      in: reading.ids, tokens: reading.tokens, text: reading.text, at: index, limit: limit,
      where: { length, _ in length > best?.tokens.count ?? 0 },
      then: { best = ActorMatch(tokens: index..<(index + $0), actor: $1.actor, form: $1.form) })
    return best
  }

  private func firstActor(in range: Range<Int>) -> ActorMatch? {
    for index in range { if let match = actor(at: index, range.upperBound) { return match } }
    return nil
  }

  private func actorMention(_ match: ActorMatch, _ sentence: Sentence, _ number: Int) -> NameMention {
    NameMention(
      tokens: match.tokens, kind: .actor(match.actor, match.form),
      role: match.tokens.lowerBound..<match.tokens.lowerBound,
      gender: .unknown, affiliation: nil, block: sentence.block, sentence: number)
  }
}
