import Documents
import Lexicons

/// Links statements to speakers in text order, so that a pronoun can follow the speaker before it.
struct SpeakerLinker {
  private let document: AttributedArticle
  private let reading: SpeakerReading
  private let grammar: Grammar
  private let discourse: Discourse
  private let spans: StatementSpans
  let sources: [Range<Int>]
  let readings: [SourceReader.Reading]
  private(set) var chains: EntityChains
  private(set) var speakers: [Speaker] = []
  private(set) var links: [SpeakerLink] = []
  private var speakerOfEntity: [Int: Int] = [:]
  /// Who stands for those that are not resolved.
  private var nobody: Int?
  private var indexOfID: [String: Int] = [:]
  private var voices: Voices?
  /// The last linked statement with words in quotation marks or a person as speaker.
  private var last: (speaker: Int, entity: Int?, block: Int)?

  init(
    document: AttributedArticle, reading: SpeakerReading, grammar: Grammar, discourse: Discourse,
    spans: StatementSpans, sources: [Range<Int>], readings: [SourceReader.Reading]
  ) {
    self.document = document
    self.reading = reading
    self.grammar = grammar
    self.discourse = discourse
    self.spans = spans
    self.sources = sources
    self.readings = readings
    chains = discourse.chains
  }

  mutating func link() {
    links = [SpeakerLink](
      repeating: SpeakerLink(speaker: 0, attribution: .unresolved, confidence: 0), count: document.statements.count)
    // In order of cue, which is where a reader meets the speaker.
    let order = document.statements.indices.sorted { place($0) < place($1) }
    let statements = document.statements
    for index in order {
      if statements[index].kind == .authorial {
        links[index] = authorial()
        continue
      }
      let (link, entity) =
        goingOn(index) ?? (statements[index].source.isEmpty ? withoutSource(index) : withSource(index))
      links[index] = link
      if link.attribution != .unresolved { last = (link.speaker, entity, block(of: place(index))) }
    }
    for index in order { linkToSpeakerAround(index) }
    chains.addMentions(
      discourse.places.filter { $0.confidence >= 0.7 }.map { (tokens: $0.tokens, entity: $0.entity, form: $0.form) })
  }

  private func place(_ index: Int) -> Int {
    let statements = document.statements
    if goesOn(index) { return statements[index].content.first?.start ?? 0 }
    return (statements[index].cue.first ?? statements[index].source.first ?? statements[index].content.first)?.start
      ?? 0
  }

  // MARK: Kinds of source

  private mutating func withSource(_ index: Int) -> (SpeakerLink, Int?) {
    let source = sources[index]
    switch readings[index] {
    case .entity(let entity, let isFullName):
      let isActor = if case .actor = chains.entities[entity].kind { true } else { false }
      let named = chains.entities[entity].words.count > 1 || isActor
      return (
        SpeakerLink(
          speaker: speaker(of: entity), attribution: isFullName ? .explicit : .alias,
          confidence: named ? (isFullName ? 0.95 : 0.9) : 0.7), entity
      )
    case .pronoun(let pronoun, let at): return self.pronoun(pronoun, at: at, source)
    case .relative(let at): return relative(at)
    case .phrase(let core, _):
      guard !isThing(core) else { return (unresolved(), nil) }
      guard let head = grammar.head(ofPhrase: core), let found = discourse.link(at: head) else {
        return (unnamed(source, isGroup: reading.isPlural(core.upperBound - 1)), nil)
      }
      guard let entity = discourse.entity(found.referent) else { return (unnamed(found.referent), nil) }
      chains.addMention(source, to: entity, form: .role)
      return (
        SpeakerLink(speaker: speaker(of: entity), attribution: .alias, confidence: found.confidence), entity
      )
    case .name(let core):
      let name = reading.name(core)
      let speaker = add(
        Speaker(id: SpeakerID.named("organization", name), name: name, kind: .organization))
      return (SpeakerLink(speaker: speaker, attribution: .explicit, confidence: 0.5), nil)
    case .nothing: return (unresolved(), nil)
    }
  }

  /// *This implies …*: what was said before, which is nobody.
  private func isThing(_ core: Range<Int>) -> Bool {
    let words = ["this", "that", "these", "what", "nothing", "everything", "something"]
    return core.count == 1 && words.contains(reading.string(core).lowercased())
  }

  private mutating func pronoun(_ pronoun: Pronoun, at: Int, _ source: Range<Int>) -> (SpeakerLink, Int?) {
    if pronoun == .i { return firstPerson(at, source) }
    guard let found = discourse.link(at: at) else { return (unresolved(), nil) }
    guard let entity = discourse.entity(found.referent) else {
      var link = unnamed(found.referent)
      link.attribution = .pronoun
      link.confidence = found.confidence * 0.8
      return (link, nil)
    }
    chains.addMention(source, to: entity, form: .pronoun)
    return (
      SpeakerLink(speaker: speaker(of: entity), attribution: .pronoun, confidence: found.confidence), entity
    )
  }

  /// *I* outside quotation marks: who has the floor, or the author of a signed piece.
  private mutating func firstPerson(_ at: Int, _ source: Range<Int>) -> (SpeakerLink, Int?) {
    guard !spans.isSpoken(at) else { return (unresolved(), nil) }
    let metadata = document.article.metadata
    if metadata.genre?.isOpinion == true, metadata.authors.count == 1 { return (authorial(), nil) }
    let voices = self.voices ?? Voices(reading: reading, chains: chains, isQuoted: spans.isQuoted)
    self.voices = voices
    guard let entity = voices.speaker(at: at) else { return (unresolved(), nil) }
    chains.addMention(source, to: entity, form: .pronoun)
    return (SpeakerLink(speaker: speaker(of: entity), attribution: .pronoun, confidence: 0.65), entity)
  }

  /// *I* in a quotation, or in a turn of a transcript, is its speaker.
  private mutating func linkToSpeakerAround(_ index: Int) {
    guard links[index].attribution == .unresolved, case .pronoun(.i, let at) = readings[index], spans.isSpoken(at),
      let outer = spans.statement(around: at, besides: index), links[outer].attribution != .unresolved
    else { return }
    links[index] = SpeakerLink(
      speaker: links[outer].speaker, attribution: .pronoun, confidence: links[outer].confidence * 0.9)
  }

  /// *…, who said*: the noun phrase before it.
  private mutating func relative(_ at: Int) -> (SpeakerLink, Int?) {
    guard let noun = antecedent(ofRelative: at) else { return (unresolved(), nil) }
    if let entity = chains.entity(at: noun) {
      guard !isDemonym(noun, of: entity) || reading.isPlural(noun) else { return (unresolved(), nil) }
      return (SpeakerLink(speaker: speaker(of: entity), attribution: .pronoun, confidence: 0.75), entity)
    }
    if let found = discourse.link(at: noun) {
      if let entity = discourse.entity(found.referent) {
        return (SpeakerLink(speaker: speaker(of: entity), attribution: .pronoun, confidence: 0.7), entity)
      }
      return (unnamed(found.referent), nil)
    }
    guard let number = reading.document.sentence(ofToken: noun) else { return (unresolved(), nil) }
    let start = grammar.start(ofPhrase: noun, in: reading.document.sentences[number].tokens)
    return (unnamed(start..<(noun + 1), isGroup: reading.isPlural(noun)), nil)
  }

  /// The noun that a relative pronoun stands for: by the tree, else the nearest name or noun before it.
  private func antecedent(ofRelative at: Int) -> Int? {
    if grammar.hasTrees {
      let noun = grammar.antecedent(ofRelative: at)
      if let noun, let name = name(at: noun) ?? grammar.apposed(to: noun).flatMap(name) { return name }
      let before = reading.token(at - 1, is: ",") ? at - 2 : at - 1
      return grammar.isNoun(before) || chains.entity(at: before) != nil ? before : noun
    }
    return (max(0, at - 24)..<at).last { token in
      guard let entity = chains.entity(at: token) else { return false }
      return !isDemonym(token, of: entity)
    }
  }

  /// The token of a person's name that a noun is or has behind it: *Dr Marta Quillon* hangs on *Dr*.
  private func name(at noun: Int) -> Int? {
    (noun..<(noun + 4)).first { token in
      guard let entity = chains.entity(at: token), chains.entities[entity].isPerson || token == noun else {
        return false
      }
      return (token == noun || grammar.head(of: token) == noun) && !isDemonym(token, of: entity)
    }
  }

  private func isDemonym(_ token: Int, of entity: Int) -> Bool {
    chains.form(at: token, of: entity) == .demonym
  }

  /// Whether a statement goes on with one before it, whose source it has.
  private func goesOn(_ index: Int) -> Bool {
    document.statements[index].rule == "continuation" && !document.statements[index].source.isEmpty
  }

  /// Whoever the statement before stands for that has this source.
  private func goingOn(_ index: Int) -> (SpeakerLink, Int?)? {
    guard goesOn(index),
      let first = document.statements.indices.first(where: { !goesOn($0) && sources[$0] == sources[index] })
    else { return nil }
    var link = links[first]
    if link.attribution != .anonymous, link.attribution != .unresolved { link.attribution = .continuation }
    link.confidence *= 0.75
    return (link, nil)
  }

  private mutating func withoutSource(_ index: Int) -> (SpeakerLink, Int?) {
    let statement = document.statements[index]
    guard statement.rule == "continuation", let last, let first = statement.content.first,
      block(of: first.start) - last.block <= 2, speakers[last.speaker].kind != .author
    else { return (unresolved(), nil) }
    return (SpeakerLink(speaker: last.speaker, attribution: .continuation, confidence: 0.65), last.entity)
  }

  /// The speaker that a phrase introduces, by the words of the source if it is one.
  private mutating func unnamed(_ referent: Int) -> SpeakerLink {
    guard let phrase = discourse.phrase(referent) else { return unresolved() }
    let source = spans.statement(ofSource: phrase.head).map { sources[$0] }
    return unnamed(source ?? phrase.tokens, isGroup: phrase.isPlural)
  }

  private mutating func unnamed(_ source: Range<Int>, isGroup: Bool) -> SpeakerLink {
    let name = reading.name(source)
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
    let speaker =
      nobody ?? add(Speaker(id: SpeakerID.named("unnamed", "\(document.id)/unresolved"), name: nil, kind: .unnamed))
    nobody = speaker
    return SpeakerLink(speaker: speaker, attribution: .unresolved, confidence: 0)
  }

  // MARK: Speakers

  private mutating func speaker(of index: Int) -> Int {
    if let known = speakerOfEntity[index] { return known }
    let entity = chains.entities[index]
    let kind: Speaker.Kind
    let id: String
    switch entity.kind {
    case .person:
      kind = .person
      id = SpeakerID.named("person", entity.name)
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
