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
  private var links: [Int: Link] = [:]

  private let reading: SpeakerReading
  private let grammar: Grammar
  private let statements: StatementSpans
  private let nameWords: [[Substring]]
  private var salience = Salience()
  /// The referent that a phrase turned out to be.
  private var referentOfPhrase: [Int] = []
  private var isHeading = false
  /// Mentions of the sentence in hand: referent, governor.
  private var arguments: [(referent: Int, governor: Int)] = []

  init(reading: SpeakerReading, grammar: Grammar, chains: EntityChains, statements: StatementSpans) {
    self.reading = reading
    self.grammar = grammar
    self.chains = chains
    self.statements = statements
    nameWords = DescriptionLinker.nameWords(of: chains)
    for _ in chains.entities { salience.append() }
  }

  /// Where pronouns and phrases of persons stand for an entity, in text order.
  private(set) var places: [(tokens: Range<Int>, entity: Int, form: Target.Mention.Form, confidence: Double)] = []

  /// Whom a pronoun or the head of a phrase stands for.
  func link(at token: Int) -> Link? { links[token] }

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
    let finder = PhraseFinder(reading: reading, grammar: grammar, chains: chains)
    var isFirst = true
    for index in sentence.tokens {
      if let entity = chains.entity(at: index) {
        if index > sentence.tokens.lowerBound, chains.entity(at: index - 1) == entity { continue }
        var end = index + 1
        while end < sentence.tokens.upperBound, chains.entity(at: end) == entity { end += 1 }
        let head = grammar.head(ofPhrase: index..<end) ?? index
        mention(entity, at: head, isFirst: isFirst, now)
        isFirst = false
      } else if let pronoun = reading.pronoun(index) {
        guard pronoun.isOfPerson || (pronoun == .it || pronoun == .they) && statements.isSource(index) else { continue }
        guard let link = antecedent(of: pronoun, at: index, now) else { continue }
        links[index] = link
        if link.confidence >= 0.75, let entity = entity(link.referent), pronoun.isOfPerson {
          chains.note(gender: pronoun == .he ? .masculine : .feminine, of: entity)
        }
        note(index..<(index + 1), link, .pronoun)
        mention(link.referent, at: index, isFirst: isFirst, now)
        isFirst = false
      } else if let phrase = statements.phrases[index] ?? finder.phrase(at: index, in: sentence.tokens) {
        // *I am a carpenter* speaks of nobody else.
        let subject = grammar.subject(ofPredicate: phrase.head, in: sentence.tokens)
        if let subject, let pronoun = reading.pronoun(subject), links[subject] == nil, pronoun == .i || pronoun == .we {
          continue
        }
        let known = statements.entityOfHead[index].map { Link(referent: $0, confidence: 0.9) }
        if let known, phrase.isPerson { noteRole(phrase, of: known.referent) }
        let link = known ?? subject.flatMap { links[$0] } ?? self.link(phrase, sentence, now)
        links[index] = link
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
    let linker = DescriptionLinker(reading: reading, grammar: grammar, chains: chains, nameWords: nameWords)
    if let entity = linker.beside(phrase, in: sentence.tokens) {
      noteRole(phrase, of: entity)
      return Link(referent: entity, confidence: 0.85)
    }
    if let entity = linker.entity(describedBy: phrase) { return Link(referent: entity, confidence: 0.7) }
    if let person = announced(by: phrase, sentence) { return Link(referent: person, confidence: 0.55) }
    if let earlier = linker.earlier(phrase, among: phrases) {
      return Link(referent: referentOfPhrase[earlier], confidence: 0.7)
    }
    if let person = justAPerson(phrase, now) { return person }
    phrases.append(phrase)
    salience.append()
    let referent = chains.entities.count + phrases.count - 1
    referentOfPhrase.append(referent)
    return Link(referent: referent, confidence: 0.8)
  }

  /// The phrase as a role, without *its* or *her*.
  private mutating func noteRole(_ phrase: Phrase, of entity: Int) {
    let first = phrase.tokens.lowerBound
    let isOwn = reading.pronoun(first) != nil && !phrase.isDefinite
    chains.setRole(reading.string((isOwn ? first + 1 : first)..<phrase.tokens.upperBound), of: entity)
  }

  /// *the woman* is whoever *she* would be.
  private func justAPerson(_ phrase: Phrase, _ now: Int) -> Link? {
    guard phrase.isDefinite, phrase.isPerson, let role = phrase.role,
      reading.lexicons.roles.entries[role].wordClass == "unnamed", phrase.gender != .unknown, phrase.tokens.count <= 3
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

  private func antecedent(of pronoun: Pronoun, at token: Int, _ now: Int) -> Link? {
    let (place, governor) = grammar.place(of: token)
    let excluded = statements.spokenOf(bySourceAt: token, in: chains)
    let words = statements.words(saidBySourceAt: token, ids: reading.ids)
    let speaker = pronoun.isOfPerson ? statements.speaker(ofQuotationAt: token) : nil
    var best: (referent: Int, score: Double)?
    var second = 0.0
    for referent in 0..<salience.count {
      var score = salience.value(of: referent, at: now)
      guard score > 0.2 else { continue }
      score *= fit(referent, pronoun)
      guard score > 0.2, referent != speaker, !excluded.contains(referent) else { continue }
      if let phrase = phrase(referent), reading.ids[phrase.head] != 0, words.contains(reading.ids[phrase.head]) {
        continue
      }
      if let governor, place != .possessor,
        arguments.contains(where: { $0.referent == referent && $0.governor == governor })
      {
        continue
      }
      if score > best?.score ?? 0 {
        second = best?.score ?? 0
        best = (referent, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best else { return nil }
    let age = salience.age(of: best.referent, at: now) ?? 9
    let lead = best.score / max(1, second)
    let confidence = (lead >= 2 ? 0.88 : lead >= 1.3 ? 0.78 : 0.62) * (age <= 2 ? 1 : age <= 4 ? 0.85 : 0.7)
    return Link(referent: best.referent, confidence: confidence)
  }

  /// 0…1: how well a pronoun fits a referent.
  private func fit(_ referent: Int, _ pronoun: Pronoun) -> Double {
    if let phrase = phrase(referent) { return fit(phrase, pronoun) }
    let entity = chains.entities[referent]
    switch pronoun {
    case .he: return entity.isPerson ? fit(entity.gender, .masculine) : 0
    case .she: return entity.isPerson ? fit(entity.gender, .feminine) : 0
    case .it, .they:
      switch entity.kind {
      case .organization: return 1
      case .actor: return entity.mentions.allSatisfy { $0.form == .demonym } ? 0 : pronoun == .it ? 1 : 0.8
      case .person, .place: return 0
      }
    default: return 0
    }
  }

  private func fit(_ phrase: Phrase, _ pronoun: Pronoun) -> Double {
    switch pronoun {
    case .he: phrase.isPerson ? fit(phrase.gender, .masculine) : 0
    case .she: phrase.isPerson ? fit(phrase.gender, .feminine) : 0
    case .they: phrase.isPlural ? 1 : phrase.isGroup ? 0.9 : phrase.isPerson && phrase.gender == .unknown ? 0.3 : 0
    case .it: phrase.isPlural || phrase.isPerson ? 0 : 1
    default: 0
    }
  }

  private func fit(_ own: Gender, _ wanted: Gender) -> Double { own == wanted ? 1 : own == .unknown ? 0.8 : 0 }
}
