import Documents
import Lexicons

/// Links statements to speakers in text order, so that a pronoun can follow the speaker before it.
struct SpeakerLinker {
  private let document: AttributedArticle
  private let reading: SpeakerReading
  private let sources: [Range<Int>]
  private(set) var chains: EntityChains
  private(set) var speakers: [Speaker] = []
  private(set) var links: [SpeakerLink] = []
  private var speakerOfEntity: [Int: Int] = [:]
  private var indexOfID: [String: Int] = [:]
  /// The last linked statement with words in quotation marks or a person as speaker.
  private var last: (speaker: Int, entity: Int?, block: Int)?

  init(document: AttributedArticle, reading: SpeakerReading, chains: EntityChains, sources: [Range<Int>]) {
    self.document = document
    self.reading = reading
    self.chains = chains
    self.sources = sources
  }

  mutating func link() {
    links = [SpeakerLink](
      repeating: SpeakerLink(speaker: 0, attribution: .unresolved, confidence: 0), count: document.statements.count)
    // In order of cue, which is where a reader meets the speaker.
    let order = document.statements.indices.sorted { place($0) < place($1) }
    for index in order {
      let statement = document.statements[index]
      if statement.kind == .authorial {
        links[index] = authorial()
        continue
      }
      let (link, entity) = statement.source.isEmpty ? withoutSource(index) : withSource(index)
      links[index] = link
      if link.attribution != .unresolved { last = (link.speaker, entity, block(of: place(index))) }
    }
  }

  private func place(_ index: Int) -> Int {
    let statement = document.statements[index]
    return (statement.cue.first ?? statement.source.first ?? statement.content.first)?.start ?? 0
  }

  // MARK: Kinds of source

  private mutating func withSource(_ index: Int) -> (SpeakerLink, Int?) {
    let source = sources[index]
    let reader = SourceReader(reading: reading, chains: chains)
    switch reader.read(source) {
    case .entity(let entity, let isFullName):
      let isActor = if case .actor = chains.entities[entity].kind { true } else { false }
      let named = chains.entities[entity].words.count > 1 || isActor
      return (
        SpeakerLink(
          speaker: speaker(of: entity), attribution: isFullName ? .explicit : .alias,
          confidence: named ? (isFullName ? 0.95 : 0.9) : 0.7), entity
      )
    case .pronoun(let pronoun, let at): return self.pronoun(pronoun, at: at, source, index)
    case .relative(let at): return relative(before: at, source, index)
    case .description(let role):
      let described =
        entity(withRole: role, before: source.lowerBound)
        ?? organization(describedBy: reader.core(of: source), before: source.lowerBound)
      if let entity = described {
        chains.addMention(source, to: entity, form: .role)
        return (SpeakerLink(speaker: speaker(of: entity), attribution: .alias, confidence: 0.7), entity)
      }
      return (unnamed(source, isGroup: false), nil)
    case .unnamed(let isGroup):
      if let entity = organization(describedBy: reader.core(of: source), before: source.lowerBound) {
        chains.addMention(source, to: entity, form: .role)
        return (SpeakerLink(speaker: speaker(of: entity), attribution: .alias, confidence: 0.65), entity)
      }
      return (unnamed(source, isGroup: isGroup), nil)
    case .name:
      let name = reading.string(source)
      let speaker = add(
        Speaker(id: SpeakerID.named("organization", name), name: name, kind: .organization))
      return (SpeakerLink(speaker: speaker, attribution: .explicit, confidence: 0.5), nil)
    case .nothing: return (unresolved(), nil)
    }
  }

  private mutating func pronoun(_ pronoun: String, at: Int, _ source: Range<Int>, _ index: Int) -> (SpeakerLink, Int?) {
    // *I* outside quotation marks is the author of an opinion piece.
    let metadata = document.article.metadata
    if pronoun == "i", metadata.genre?.isOpinion == true, metadata.authors.count == 1 { return (authorial(), nil) }
    let finder = AntecedentFinder(reading: reading, chains: chains, statements: document.statements)
    if let found = finder.antecedent(of: pronoun, at: at, running: last.map { ($0.entity, $0.block) }) {
      chains.addMention(source, to: found.entity, form: .pronoun)
      return (
        SpeakerLink(speaker: speaker(of: found.entity), attribution: .pronoun, confidence: found.confidence),
        found.entity
      )
    }
    // A group or an unnamed source that spoke just before.
    if pronoun == "they" || pronoun == "it" || pronoun == "he" || pronoun == "she", let last, last.entity == nil,
      block(of: reading.span(at..<(at + 1)).start) - last.block <= 1, speakers[last.speaker].kind != .author
    {
      return (SpeakerLink(speaker: last.speaker, attribution: .pronoun, confidence: 0.6), nil)
    }
    return (unresolved(), nil)
  }

  /// *…, who said*: the noun phrase before it.
  private mutating func relative(before at: Int, _ source: Range<Int>, _ index: Int) -> (SpeakerLink, Int?) {
    var token = at - 1
    var steps = 0
    while token >= 0, steps < 24 {
      if let entity = chains.entity(at: token), !isDemonym(token, of: entity) {
        return (SpeakerLink(speaker: speaker(of: entity), attribution: .pronoun, confidence: 0.7), entity)
      }
      token -= 1
      steps += 1
    }
    return (unresolved(), nil)
  }

  private func isDemonym(_ token: Int, of entity: Int) -> Bool {
    chains.entities[entity].mentions.first { $0.tokens.contains(token) }?.form == .demonym
  }

  private mutating func withoutSource(_ index: Int) -> (SpeakerLink, Int?) {
    let statement = document.statements[index]
    guard statement.rule == "continuation", let last, let first = statement.content.first,
      block(of: first.start) - last.block <= 2, speakers[last.speaker].kind != .author
    else { return (unresolved(), nil) }
    return (SpeakerLink(speaker: last.speaker, attribution: .continuation, confidence: 0.65), last.entity)
  }

  /// The person of a role, if exactly one person before has it.
  private func entity(withRole role: String, before token: Int) -> Int? {
    let wanted = role.lowercased()
    let candidates = chains.entities.indices.filter { index in
      let entity = chains.entities[index]
      guard entity.isPerson, entity.firstMention < token, let own = entity.role?.lowercased() else { return false }
      return own.split { !$0.isLetter && $0 != "-" }.joined(separator: " ").contains(wanted)
    }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// *the union*, *the network*: the one organisation before whose name holds that word.
  private func organization(describedBy core: Range<Int>, before token: Int) -> Int? {
    guard core.count == 2, let first = core.first, let last = core.last, reading.word(first).lowercased() == "the"
    else {
      return nil
    }
    let noun = reading.word(last).lowercased()
    let candidates = chains.entities.indices.filter { index in
      let entity = chains.entities[index]
      guard !entity.isPerson, entity.firstMention < token else { return false }
      return entity.name.lowercased().split(separator: " ").contains { $0 == noun }
    }
    return candidates.count == 1 ? candidates.first : nil
  }

  private mutating func unnamed(_ source: Range<Int>, isGroup: Bool) -> SpeakerLink {
    let name = reading.string(source)
    let kind: Speaker.Kind = isGroup ? .group : .unnamed
    let speaker = add(
      Speaker(
        id: SpeakerID.unnamed(kind.rawValue, name, document: document.id, span: reading.span(source)), name: name,
        kind: kind))
    return SpeakerLink(speaker: speaker, attribution: .anonymous, confidence: 0.8)
  }

  /// The publication, else its author.
  private mutating func authorial() -> SpeakerLink {
    let metadata = document.article.metadata
    let author = metadata.authors.first
    let name = metadata.genre == .editorial ? metadata.site ?? author : author ?? metadata.site
    guard let name else { return unresolved() }
    let speaker = add(Speaker(id: SpeakerID.named("author", name), name: name, kind: .author))
    return SpeakerLink(speaker: speaker, attribution: .author, confidence: 0.9)
  }

  private mutating func unresolved() -> SpeakerLink {
    let speaker = add(Speaker(id: SpeakerID.named("unnamed", "\(document.id)/unresolved"), name: nil, kind: .unnamed))
    return SpeakerLink(speaker: speaker, attribution: .unresolved, confidence: 0)
  }

  // MARK: Speakers

  private mutating func speaker(of index: Int) -> Int {
    if let known = speakerOfEntity[index] { return known }
    let entity = chains.entities[index]
    let kind: Speaker.Kind
    var id = SpeakerID.named("person", entity.name)
    switch entity.kind {
    case .person: kind = .person
    case .organization:
      kind = .organization
      id = SpeakerID.named("organization", entity.name)
    case .place:
      kind = .group
      id = SpeakerID.named("place", entity.name)
    case .actor(let actor):
      let actor = reading.lexicons.actors.actors[actor]
      id = actor.id
      kind = actor.kind == .country ? .country : .organization
    }
    let number = add(Speaker(id: id, name: entity.name, role: entity.role, kind: kind, aliases: entity.aliases))
    speakerOfEntity[index] = number
    return number
  }

  private mutating func add(_ speaker: Speaker) -> Int {
    if let index = indexOfID[speaker.id] { return index }
    speakers.append(speaker)
    indexOfID[speaker.id] = speakers.count - 1
    return speakers.count - 1
  }

  private func block(of offset: Int) -> Int {
    document.article.blocks.partitioningIndex { $0.span.end > offset }
  }
}
