import Documents
import Lexicons

/// Reads a document from left to right and says whom its pronouns and descriptions stand for.
///
/// Referents are the entities of the document, then the phrases that name nobody. Pronouns go to the referent that the
/// text dwells on most (``Salience``) among those that agree in number, gender and kind, that are no argument of the
/// pronoun's own verb, and that the pronoun's statement does not itself speak of.
struct Discourse {
  /// Whom a pronoun or a phrase stands for.
  struct Link {
    var referent: Int
    /// 0…1.
    var confidence: Double
  }

  private(set) var chains: EntityChains
  private(set) var phrases: [Phrase] = []
  private var links: [Link] = []
  /// For each token the link that it has, -1 for none.
  private var linkOfToken: [Int32]

  private let reading: SpeakerReading
  private let grammar: Grammar
  private let statements: StatementSpans
  private let finder: PhraseFinder
  private let names: [[UInt8]]
  private let trace: Trace?
  private var salience = Salience()
  /// The referent that a phrase turned out to be.
  private var referentOfPhrase: [Int] = []
  private var isHeading = false
  /// Mentions of the sentence in hand: referent, governor.
  private var arguments: [(referent: Int, governor: Int)] = []

  init(
    reading: SpeakerReading, grammar: Grammar, chains: EntityChains, statements: StatementSpans, trace: Trace? = nil
  ) {
    self.trace = trace
    self.reading = reading
    self.grammar = grammar
    self.chains = chains
    self.statements = statements
    finder = PhraseFinder(reading: reading, grammar: grammar)
    names = DescriptionLinker.names(of: chains)
    linkOfToken = [Int32](repeating: -1, count: reading.tokens.count)
    for _ in chains.entities { salience.append() }
  }

  /// Where pronouns and phrases of persons stand for an entity, in text order.
  private(set) var places: [(tokens: Range<Int>, entity: Int, form: Target.Mention.Form, confidence: Double)] = []

  /// Whom a pronoun or the head of a phrase stands for.
  func link(at token: Int) -> Link? {
    guard linkOfToken.indices.contains(token), linkOfToken[token] >= 0 else { return nil }
    return links[Int(linkOfToken[token])]
  }

  private mutating func set(_ link: Link, at token: Int) {
    linkOfToken[token] = Int32(truncatingIfNeeded: links.count)
    links.append(link)
  }

  /// The entity that a referent is, `nil` for a phrase.
  func entity(_ referent: Int) -> Int? { referent < chains.entities.count ? referent : nil }

  /// The phrase that a referent is, `nil` for an entity.
  func phrase(_ referent: Int) -> Phrase? {
    let index = referent - chains.entities.count
    return phrases.indices.contains(index) ? phrases[index] : nil
  }

  mutating func read() {
    var now = 0
    var block = (number: -1, sentences: 0)
    for sentence in reading.document.sentences where reading.document.kind(of: sentence).isRead {
      // Time stands still while a quotation runs: what it speaks of does not push its speaker away. It leaps after a
      // long paragraph, which is a topic of its own.
      if sentence.block != block.number {
        if block.sentences > 3 { now += 1 }
        block = (sentence.block, 0)
      }
      if !statements.isQuoted(sentence.tokens) {
        now += 1
        block.sentences += 1
      }
      arguments.removeAll(keepingCapacity: true)
      isHeading = reading.document.kind(of: sentence) == .subheading
      read(sentence, now)
    }
  }

  private mutating func read(_ sentence: Sentence, _ now: Int) {
    var isFirst = true
    for index in sentence.tokens {
      if let entity = chains.entity(at: index), statements.phrase(at: index)?.member == nil {
        if index > sentence.tokens.lowerBound, chains.entity(at: index - 1) == entity { continue }
        var end = index + 1
        while end < sentence.tokens.upperBound, chains.entity(at: end) == entity { end += 1 }
        let head = grammar.head(ofPhrase: index..<end) ?? index
        mention(entity, at: head, isFirst: isFirst, now)
        isFirst = false
      } else if !reading.lexicons.mayRefer(reading.ids[index]), !statements.hasPhrase(at: index) {
        continue
      } else if let pronoun = reading.pronoun(index) {
        guard pronoun.isOfPerson || (pronoun == .it || pronoun == .they) && statements.isSource(index) else { continue }
        guard let link = reflexive(at: index) ?? antecedent(of: pronoun, at: index, now) else { continue }
        set(link, at: index)
        if link.confidence >= 0.75, let entity = entity(link.referent), pronoun.isOfPerson {
          chains.note(gender: pronoun == .he ? .masculine : .feminine, of: entity)
        }
        note(index..<(index + 1), link, .pronoun)
        mention(link.referent, at: index, isFirst: isFirst, now)
        isFirst = false
      } else if let phrase = statements.phrase(at: index) ?? finder.phrase(at: index, in: sentence.tokens, chains) {
        // *I am a carpenter* speaks of nobody else.
        let subject = grammar.subject(ofPredicate: phrase.head, in: sentence.tokens)
        if let subject, let pronoun = reading.pronoun(subject), self.link(at: subject) == nil,
          pronoun == .i || pronoun == .we
        {
          continue
        }
        let known = statements.entityOfHead[index].map { Link(referent: $0, confidence: 0.9) }
        if let known {
          if phrase.isPerson { noteRole(phrase, of: known.referent) }
          note(known, at: index, "the source names it beside the description")
        }
        let link = known ?? subject.flatMap { self.link(at: $0) } ?? self.link(phrase, sentence, now)
        set(link, at: index)
        note(phrase.tokens, link, .role)
        mention(link.referent, at: index, isFirst: isFirst, now)
        isFirst = false
      }
    }
  }

  private mutating func note(_ tokens: Range<Int>, _ link: Link, _ form: Target.Mention.Form) {
    guard let entity = entity(link.referent) else { return }
    places.append((tokens, entity, form, link.confidence))
  }

  private mutating func mention(_ referent: Int, at head: Int, isFirst: Bool, _ now: Int) {
    var (place, governor) = grammar.place(of: head)
    if !grammar.hasTrees { place = isFirst ? .subject : .object }
    if let governor { arguments.append((referent, governor)) }
    var weight = Salience.weight(
      place, isFronted: grammar.isFronted(head), isSource: statements.isSource(head),
      isQuoted: statements.isQuoted(head))
    if isHeading { weight /= 2 }
    salience.add(weight, to: referent, at: now)
  }

  // MARK: Phrases

  private mutating func link(_ phrase: Phrase, _ sentence: Sentence, _ now: Int) -> Link {
    let linker = DescriptionLinker(reading: reading, grammar: grammar, chains: chains, names: names)
    if let entity = linker.beside(phrase, in: sentence.tokens) {
      noteRole(phrase, of: entity)
      return note(Link(referent: entity, confidence: 0.85), at: phrase.head, "stands beside the description")
    }
    if let entity = linker.entity(describedBy: phrase) {
      return note(Link(referent: entity, confidence: 0.7), at: phrase.head, "the only one before of that description")
    }
    if let person = announced(by: phrase, sentence) {
      return note(Link(referent: person, confidence: 0.55), at: phrase.head, "whom the first sentence names")
    }
    if let earlier = linker.earlier(phrase, among: phrases) {
      let link = Link(referent: referentOfPhrase[earlier], confidence: 0.7)
      return note(link, at: phrase.head, "an earlier description with the same noun")
    }
    if let person = justAPerson(phrase, now) { return person }
    phrases.append(phrase)
    salience.append()
    let referent = chains.entities.count + phrases.count - 1
    referentOfPhrase.append(referent)
    return note(
      Link(referent: referent, confidence: 0.8), at: phrase.head, "nobody before fits the description: somebody new")
  }

  /// What a referent is called, for people.
  private func name(of referent: Int) -> String {
    if let phrase = phrase(referent) { return reading.name(phrase.tokens) }
    return chains.entities[referent].name
  }

  @discardableResult
  private func note(_ link: Link, at token: Int, _ reason: @autoclosure () -> String) -> Link {
    trace?.referents[token] = [.init(name: name(of: link.referent), isChosen: true, reason: reason())]
    return link
  }

  /// The phrase as a role, without *its* or *her*.
  private mutating func noteRole(_ phrase: Phrase, of entity: Int) {
    let first = phrase.tokens.lowerBound
    let isOwn = reading.pronoun(first) != nil && !phrase.isDefinite
    chains.setRole(reading.name((isOwn ? first + 1 : first)..<phrase.tokens.upperBound), of: entity)
  }

  /// *the woman* is whoever *she* would be, *the Harbour Democrat* whoever either would.
  private func justAPerson(_ phrase: Phrase, _ now: Int) -> Link? {
    if let party = phrase.member {
      guard phrase.isDefinite else { return nil }
      return antecedent(of: .person, at: phrase.head, now) {
        chains.mayBelong($0, to: party, word: phrase.tokens.upperBound - 1)
      }
    }
    guard phrase.isDefinite, phrase.isPerson, let role = phrase.role,
      reading.lexicons.roles.entry(role).wordClass == "unnamed", phrase.gender != .unknown, phrase.tokens.count <= 3
    else { return nil }
    let link = antecedent(of: phrase.gender == .masculine ? .he : .she, at: phrase.head, now)
    return link.map { Link(referent: $0.referent, confidence: $0.confidence * 0.8) }
  }

  /// *Harbour woman wins prize*: the headline's somebody is the one person whom the first sentence names.
  private func announced(by phrase: Phrase, _ sentence: Sentence) -> Int? {
    guard reading.document.kind(of: sentence) == .headline, phrase.isPerson, !phrase.isDefinite,
      !phrase.isPossessed
    else { return nil }
    let body = reading.document.sentences.first {
      reading.document.kind(of: $0).isBody && $0.tokens.count > 7
    }
    guard let body else { return nil }
    let people = body.tokens.filter { token in
      chains.entity(at: token).map { chains.entities[$0].isPerson } ?? false
    }.compactMap { chains.entity(at: $0) }
    // Exactly one, or the one that the sentence begins with.
    let isFirst = body.tokens.first.map { chains.entity(at: $0) == people.first } ?? false
    guard let person = people.first, isFirst || people.allSatisfy({ $0 == person }),
      agrees(chains.entities[person].gender, phrase.gender)
    else { return nil }
    return person
  }

  private func agrees(_ a: Gender, _ b: Gender) -> Bool { a == b || a == .unknown || b == .unknown }

  // MARK: Pronouns

  /// Why somebody whom the text dwells on cannot be meant.
  private enum Obstacle: String {
    case doesNotFit = "does not agree in gender, number or kind"
    case speaksAround = "speaks the quotation around it"
    case isSpokenOf = "the statement itself speaks of it"
    case isInTheWords = "the statement itself has these words"
    case sharesTheVerb = "is another argument of the same verb"
  }

  /// *Quillon called herself a sailor*: whoever is the verb's own subject.
  private func reflexive(at token: Int) -> Link? {
    guard reading.bytes(token).suffix(4).elementsEqual("self".utf8), let governor = grammar.place(of: token).governor,
      let subject = arguments.first(where: { $0.governor == governor })
    else { return nil }
    return note(Link(referent: subject.referent, confidence: 0.9), at: token, "the subject of the same verb")
  }

  private func antecedent(
    of pronoun: Pronoun, at token: Int, _ now: Int, where mayBe: (Int) -> Bool = { _ in true }
  ) -> Link? {
    let (place, governor) = grammar.place(of: token)
    let speaker = pronoun.isOfPerson ? statements.speaker(ofQuotationAt: token) : nil
    var best: (referent: Int, score: Double)?
    var second = 0.0
    /// What keeps a referent from being the one.
    func obstacle(_ referent: Int, _ score: Double) -> Obstacle? {
      if score <= 0.2 || !mayBe(referent) { return .doesNotFit }
      if referent == speaker { return .speaksAround }
      if statements.speaks(of: referent, bySourceAt: token, in: chains) { return .isSpokenOf }
      if let phrase = phrase(referent), reading.ids[phrase.head] != 0,
        statements.says(reading.ids[phrase.head], bySourceAt: token, ids: reading.ids)
      {
        return .isInTheWords
      }
      if let governor, place != .possessor,
        arguments.contains(where: { $0.referent == referent && $0.governor == governor })
      {
        return .sharesTheVerb
      }
      return nil
    }
    var weighed: [(referent: Int, score: Double, obstacle: Obstacle?)] = []
    for referent in 0..<salience.count {
      let weight = salience.value(of: referent, at: now)
      guard weight > 0.2 else { continue }
      let score = weight * fit(referent, pronoun)
      let obstacle = obstacle(referent, score)
      if trace != nil { weighed.append((referent, obstacle == .doesNotFit ? weight : score, obstacle)) }
      guard obstacle == nil else { continue }
      if score > best?.score ?? 0 {
        second = best?.score ?? 0
        best = (referent, score)
      } else {
        second = max(second, score)
      }
    }
    trace?.referents[token] = candidates(weighed, chosen: best?.referent)
    guard let best else { return nil }
    let age = salience.age(of: best.referent, at: now) ?? 9
    let lead = best.score / max(1, second)
    let confidence = (lead >= 2 ? 0.88 : lead >= 1.3 ? 0.78 : 0.62) * (age <= 2 ? 1 : age <= 4 ? 0.85 : 0.7)
    return Link(referent: best.referent, confidence: confidence)
  }

  /// Those weighed for a pronoun, the chosen one first, then by score.
  private func candidates(
    _ weighed: [(referent: Int, score: Double, obstacle: Obstacle?)], chosen: Int?
  ) -> [SpeakerNote.Candidate] {
    weighed.sorted { a, b in
      let first = (a.referent == chosen ? 0 : a.obstacle == nil ? 1 : 2, -a.score, a.referent)
      return first < (b.referent == chosen ? 0 : b.obstacle == nil ? 1 : 2, -b.score, b.referent)
    }.map { referent, score, obstacle in
      .init(
        name: name(of: referent), score: score, isChosen: referent == chosen,
        reason: obstacle?.rawValue ?? (referent == chosen ? "the text dwells on it most" : "the text dwells less on it")
      )
    }
  }

  /// 0…1: how well a pronoun fits a referent.
  private func fit(_ referent: Int, _ pronoun: Pronoun) -> Double {
    if let phrase = phrase(referent) { return fit(phrase, pronoun) }
    let isPerson = chains.entities[referent].isPerson
    switch pronoun {
    case .he: return isPerson ? fit(chains.entities[referent].gender, .masculine) : 0
    case .she: return isPerson ? fit(chains.entities[referent].gender, .feminine) : 0
    case .person: return isPerson ? 1 : 0
    case .it, .they:
      if chains.isConcept(referent) { return 0 }
      switch chains.entities[referent].kind {
      case .organization: return 1
      case .actor:
        let isDemonym = chains.entities[referent].mentions.allSatisfy { $0.form == .demonym }
        return isDemonym ? 0 : pronoun == .it ? 1 : 0.8
      case .person, .place: return 0
      }
    default: return 0
    }
  }

  private func fit(_ phrase: Phrase, _ pronoun: Pronoun) -> Double {
    switch pronoun {
    case .he: phrase.isPerson ? fit(phrase.gender, .masculine) : 0
    case .she: phrase.isPerson ? fit(phrase.gender, .feminine) : 0
    case .person: 0
    case .they: phrase.isPlural ? 1 : phrase.isGroup ? 0.9 : phrase.isPerson && phrase.gender == .unknown ? 0.3 : 0
    case .it: phrase.isPlural || phrase.isPerson ? 0 : 1
    default: 0
    }
  }

  private func fit(_ own: Gender, _ wanted: Gender) -> Double { own == wanted ? 1 : own == .unknown ? 0.8 : 0 }
}
