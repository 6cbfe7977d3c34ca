import Documents

/// Puts acts among a document's statements, with their actors as speakers.
struct ActAdder {
  private(set) var document: ResolvedArticle

  init(_ document: ResolvedArticle) { self.document = document }

  /// - Parameter acts: those of one statement may differ in their targets.
  /// - Returns: the acts by their index among the statements, which stay in text order.
  mutating func add(_ acts: [ActFinder.Act]) -> [Int: [ActFinder.Act]] {
    guard !acts.isEmpty else { return [:] }
    var rows: [(statement: Statement, link: SpeakerLink, acts: [ActFinder.Act])] = []
    let touched = acts.compactMap { $0.statement.cue.first }
    for (statement, link) in zip(document.attributed.statements, document.links) {
      // A sentence that tells a deed is a deed's, not the author's opinion.
      if statement.kind == .authorial,
        touched.contains(where: { cue in statement.content.contains { $0.contains(cue) } }),
        document.article.metadata.genre?.isOpinion != true
      {
        continue
      }
      rows.append((statement, link, []))
    }
    var place: [String: Int] = [:]
    for act in acts {
      if let known = place[act.statement.id] {
        rows[known].acts.append(act)
        continue
      }
      place[act.statement.id] = rows.count
      let target = document.targets[act.actor]
      rows.append((act.statement, link(of: act, to: target), [act]))
    }
    rows.sort { a, b in
      let first = (a.statement.content.first ?? Span(0, 0), a.statement.id)
      let second = (b.statement.content.first ?? Span(0, 0), b.statement.id)
      return first < second
    }
    var attributed = document.attributed
    attributed.statements = rows.map(\.statement)
    document = ResolvedArticle(
      attributed: attributed, speakers: document.speakers, links: rows.map(\.link), targets: document.targets)
    return Dictionary(
      uniqueKeysWithValues: rows.enumerated().filter { !$0.element.acts.isEmpty }.map { ($0.offset, $0.element.acts) })
  }

  /// How the deed's source names its actor.
  private mutating func link(of act: ActFinder.Act, to target: Target) -> SpeakerLink {
    let mention = target.mentions.first { mention in act.statement.source.contains { $0.overlaps(mention.span) } }
    let speaker = speaker(of: target)
    switch mention?.form {
    case .name, .concept, nil: return SpeakerLink(speaker: speaker, attribution: .explicit, confidence: 0.8)
    case .alias, .metonym, .demonym, .role: return SpeakerLink(speaker: speaker, attribution: .alias, confidence: 0.8)
    case .pronoun: return SpeakerLink(speaker: speaker, attribution: .pronoun, confidence: 0.7)
    }
  }

  private mutating func speaker(of target: Target) -> Int {
    if let index = document.speakers.firstIndex(where: { $0.id == target.id }) { return index }
    let kind: Speaker.Kind
    switch target.kind {
    case .person: kind = .person
    case .country: kind = .country
    case .group: kind = .group
    case .organization, .place, .concept: kind = .organization
    }
    document.speakers.append(Speaker(id: target.id, name: target.name, kind: kind))
    return document.speakers.count - 1
  }
}
