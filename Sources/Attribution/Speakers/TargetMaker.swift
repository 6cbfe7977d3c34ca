import Documents
import Lexicons

/// Turns entities into targets.
struct TargetMaker {
  let reading: SpeakerReading

  /// Targets in order of first mention.
  func targets(of chains: EntityChains) -> [Target] {
    let entities = chains.entities
    return entities.indices.filter { !entities[$0].mentions.isEmpty }
      .sorted { a, b in
        let (first, second) = (entities[a].firstMention, entities[b].firstMention)
        return first != second ? first < second : entities[a].name < entities[b].name
      }
      .map { target(entities[$0]) }
  }

  private func target(_ entity: Entity) -> Target {
    let mentions = entity.mentions.map { Target.Mention(span: reading.span($0.tokens), form: $0.form) }
    let actors = reading.lexicons.actors.actors
    if case .actor(let index) = entity.kind {
      let actor = actors[index]
      return Target(
        id: actor.id, name: actor.name, kind: actor.kind, mentions: mentions, parent: actor.parent ?? actor.country,
        isMedium: actor.isMedium)
    }
    let kind: Target.Kind
    switch entity.kind {
    case .person: kind = .person
    case .organization, .actor: kind = .organization
    case .place: kind = .place
    }
    return Target(
      id: SpeakerID.named(kind.rawValue, entity.name), name: entity.name, kind: kind, mentions: mentions,
      parent: entity.affiliation.map { actors[$0].id })
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
