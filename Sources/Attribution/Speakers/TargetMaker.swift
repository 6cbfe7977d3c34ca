import Documents
import Lexicons

/// Turns entities into targets.
struct TargetMaker {
  let reading: SpeakerReading

  /// Targets in order of first mention.
  func targets(of chains: EntityChains) -> [Target] {
    let entities = chains.entities
    var found: [(first: Int, entity: Int)] = []
    for index in entities.indices where !entities[index].mentions.isEmpty {
      found.append((entities[index].firstMention, index))
    }
    found.sort { $0.first != $1.first ? $0.first < $1.first : entities[$0.entity].name < entities[$1.entity].name }
    return found.map { target(entities, $0.entity) }
  }

  private func target(_ entities: [Entity], _ number: Int) -> Target {
    let mentions = entities[number].mentions.map { Target.Mention(span: reading.span($0.tokens), form: $0.form) }
    let actors = reading.lexicons.actors.actors
    if case .actor(let index) = entities[number].kind {
      return Target(
        id: actors[index].id, name: actors[index].name, kind: actors[index].kind, mentions: mentions,
        parent: actors[index].parent ?? actors[index].country, isMedium: actors[index].isMedium)
    }
    let kind: Target.Kind
    switch entities[number].kind {
    case .person: kind = .person
    case .organization, .actor: kind = .organization
    case .place: kind = .place
    }
    return Target(
      id: SpeakerID.named(kind.rawValue, entities[number].name), name: entities[number].name, kind: kind,
      mentions: mentions, parent: entities[number].affiliation.map { actors[$0].id })
  }
}

/// Ids of speakers and targets that no lexicon knows.
enum SpeakerID {
  static func named(_ kind: String, _ name: String) -> String {
    var hash = StableHash()
    hash.combine(kind)
    hash.combine(name)
    return hash.hex
  }

  static func unnamed(_ kind: String, _ name: String, document: String, span: Span) -> String {
    var hash = StableHash()
    hash.combine(kind)
    hash.combine(name)
    hash.combine(document)
    hash.combine(span.start)
    hash.combine(span.end)
    return hash.hex
  }
}
