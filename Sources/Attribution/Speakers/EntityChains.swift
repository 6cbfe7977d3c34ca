import Documents
import Lexicons

/// Groups names into entities: full name, surname, title and surname. Two people of one surname are never merged.
struct EntityChains {
  private(set) var entities: [Entity] = []
  private let reading: SpeakerReading
  private let names: FullNames
  private var indexOfActor: [Int: Int] = [:]
  private var entityOfToken: [Int32]

  /// - Parameter sourceTokens: tokens inside sources of statements; unknown names among them are taken for people.
  init(_ mentions: [NameMention], reading: SpeakerReading, sourceTokens: TokenSet) {
    self.reading = reading
    names = FullNames(reading: reading)
    entityOfToken = [Int32](repeating: -1, count: reading.tokens.count)
    var single: [NameMention] = []
    var administrations: [NameMention] = []
    let surnames = surnames(of: mentions, sourceTokens)
    let people = likelyPeople(mentions)
    for mention in names.withoutHeadlineWords(mentions) {
      switch mention.kind {
      case .place where isPerson(mention, people), .organization where isPerson(mention, people):
        var person = mention
        person.kind = .person
        single.append(person)
      case .actor where isSurname(mention, surnames, sourceTokens):
        var person = mention
        person.kind = .person
        single.append(person)
      case .actor where isAdministration(mention): administrations.append(mention)
      case .actor(let actor, let form): addActor(actor, form, mention)
      case .organization: addNamed(.organization, mention)
      case .place: addNamed(.place, mention)
      case .person where names.wordCount(of: mention.tokens) >= 2: addPerson(mention)
      case .unknown where names.wordCount(of: mention.tokens) >= 2 && looksLikePerson(mention, sourceTokens):
        addPerson(mention)
      default: single.append(mention)
      }
    }
    // Single names go to people whom the text has introduced by then, or who are the only ones of that name.
    for mention in single { addSingle(mention, sourceTokens) }
    for mention in administrations {
      if let head = headOfAdministration(before: mention.tokens.lowerBound) {
        note(mention, in: head, form: .role)
      } else if case .actor(let actor, let form) = mention.kind {
        addActor(actor, form, mention)
      }
    }
    for index in entities.indices { entities[index].mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }

  /// Names of one word that are people's whatever a model says of one place: those that are more often taken for a
  /// person's than for anything else's, and the words at either end of a person's full name.
  private func likelyPeople(_ mentions: [NameMention]) -> Set<String> {
    guard mentions.contains(where: isOneWordOfNobody) else { return [] }
    // Only these words are asked for.
    var balance: [String: Int] = [:]
    var asked = HashSet()
    for mention in mentions where isOneWordOfNobody(mention) {
      balance[reading.string(mention.tokens), default: 0] -= 1
      asked.insert(reading.hash(mention.tokens.lowerBound))
    }
    var people: Set<String> = []
    for mention in mentions {
      guard case .person = mention.kind else { continue }
      if mention.tokens.count == 1 {
        guard asked.contains(reading.hash(mention.tokens.lowerBound)) else { continue }
        balance[reading.string(mention.tokens), default: 0] += 1
      } else {
        for word in names.ends(of: mention.tokens) where asked.contains(HashSet.hash(word.span)) {
          people.insert(String(decoding: word, as: UTF8.self))
        }
      }
    }
    for (word, count) in balance where count > 0 { people.insert(word) }
    return people
  }

  /// Whether a mention is a place's or an organisation's, in one word.
  private func isOneWordOfNobody(_ mention: NameMention) -> Bool {
    switch mention.kind {
    case .place, .organization: mention.tokens.count == 1
    default: false
    }
  }

  private func isPerson(_ mention: NameMention, _ people: Set<String>) -> Bool {
    mention.tokens.count == 1 && people.contains(reading.string(mention.tokens))
  }

  /// The last words of the full names of people.
  private func surnames(of mentions: [NameMention], _ sourceTokens: TokenSet) -> HashSet {
    var surnames = HashSet()
    for mention in mentions {
      guard mention.tokens.count >= 2, let last = mention.tokens.last else { continue }
      switch mention.kind {
      case .person: surnames.insert(reading.hash(last))
      case .unknown where looksLikePerson(mention, sourceTokens): surnames.insert(reading.hash(last))
      default: break
      }
    }
    return surnames
  }

  /// Whether the one word of a lexicon name is a person's surname here: *Paris* once *Marta Paris* has been named,
  /// unless it stands behind a preposition of place.
  private func isSurname(_ mention: NameMention, _ surnames: HashSet, _ sourceTokens: TokenSet) -> Bool {
    guard mention.tokens.count == 1, let token = mention.tokens.first, case .actor(_, let form) = mention.kind,
      form != .demonym, surnames.contains(reading.hash(token))
    else { return false }
    if sourceTokens.contains(token) { return true }
    return !["in", "In", "at", "to", "near", "from", "From", "outside", "around", "through", "across", ","]
      .contains { reading.token(token - 1, is: $0) }
  }

  /// The entity that a token belongs to.
  func entity(at token: Int) -> Int? {
    guard entityOfToken.indices.contains(token), entityOfToken[token] >= 0 else { return nil }
    return Int(entityOfToken[token])
  }

  func entity(ofActor actor: Int) -> Int? { indexOfActor[actor] }

  /// Whether an entity is an issue, which says and does nothing.
  func isConcept(_ entity: Int) -> Bool {
    guard case .actor(let actor) = entities[entity].kind else { return false }
    return reading.lexicons.actors.actors[actor].kind == .concept
  }

  /// The entity that a phrase for one of its people ends in: *the Harbour Democrat*, *another Norwegian*.
  func member(in phrase: Range<Int>) -> Int? {
    guard phrase.count > 1, let first = phrase.first, let last = phrase.last, let entity = entity(at: last),
      reading.lexicons.words.contains(reading.ids[first], in: .determiners), !reading.isPlural(last),
      form(at: last, of: entity) == .demonym
    else { return nil }
    return entity
  }

  /// How an entity is named at a token.
  func form(at token: Int, of entity: Int) -> Target.Mention.Form? {
    entities[entity].mentions.first { $0.tokens.contains(token) }?.form
  }

  /// Whether nothing tells that a referent is of another party or country: *Republican Sen. Quillon* is no Democrat.
  ///
  /// - Parameter word: the token for the member, *Democrat*.
  func mayBelong(_ referent: Int, to party: Int, word: Int) -> Bool {
    guard entities.indices.contains(referent) else { return true }
    if let letter = entities[referent].partyLetter { return letter == reading.bytes(word).first }
    guard let own = entities[referent].affiliation, case .actor(let actor) = entities[party].kind else { return true }
    let actors = reading.lexicons.actors.actors
    return own == actor || actors[own].organisationClass != actors[actor].organisationClass
      || actors[own].kind != actors[actor].kind
  }

  /// Adds a mention that is not a name: a pronoun or a role.
  mutating func addMention(_ tokens: Range<Int>, to entity: Int, form: Target.Mention.Form) {
    entities[entity].mentions.append((tokens, form))
    entities[entity].mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Adds mentions that are not names where none stands yet.
  mutating func addMentions(_ places: [(tokens: Range<Int>, entity: Int, form: Target.Mention.Form)]) {
    var taken = entityOfToken.map { $0 >= 0 }
    for index in entities.indices {
      for mention in entities[index].mentions { for token in mention.tokens { taken[token] = true } }
    }
    var touched: Set<Int> = []
    for (tokens, entity, form) in places where !tokens.contains(where: { taken[$0] }) {
      entities[entity].mentions.append((tokens, form))
      for token in tokens { taken[token] = true }
      touched.insert(entity)
    }
    for entity in touched { entities[entity].mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }

  /// What a pronoun tells of somebody whose name told nothing.
  mutating func note(gender: Gender, of entity: Int) {
    if entities[entity].gender == .unknown { entities[entity].gender = gender }
  }

  mutating func setParty(_ letter: UInt8, of entity: Int) {
    if entities[entity].partyLetter == nil { entities[entity].partyLetter = letter }
  }

  mutating func setRole(_ role: String, of entity: Int) {
    if entities[entity].role == nil { entities[entity].role = role }
  }

  /// An actor of the lexicon that the text speaks of without naming it as such.
  mutating func ensure(actor: Int) -> Int {
    if let index = indexOfActor[actor] { return index }
    entities.append(
      Entity(
        kind: .actor(actor), name: reading.lexicons.actors.actors[actor].name, words: [], gender: .unknown, role: nil,
        affiliation: nil, mentions: [], aliases: []))
    indexOfActor[actor] = entities.count - 1
    return entities.count - 1
  }

  // MARK: Administrations

  /// *the administration*, which is some body's only where the text says of nobody that it is his.
  private func isAdministration(_ mention: NameMention) -> Bool {
    mention.tokens.count == 2 && reading.token(mention.tokens.upperBound - 1, is: "administration")
      && !reading.isCapitalised(mention.tokens.upperBound - 1)
  }

  /// Whose *the administration* is: whose it is said to be before, as in *the Quillon administration*, if that is one
  /// person's.
  func headOfAdministration(before token: Int) -> Int? {
    let heads = entities.indices.filter { index in
      entities[index].isPerson
        && entities[index].mentions.contains { mention in
          var next = mention.tokens.upperBound
          if reading.isPossessive(next) { next += 1 }
          return next < token && ["administration", "Administration"].contains { reading.token(next, is: $0) }
        }
    }
    return heads.count == 1 ? heads.first : nil
  }

  // MARK: Adding

  private mutating func addActor(_ actor: Int, _ form: Target.Mention.Form, _ mention: NameMention) {
    note(mention, in: ensure(actor: actor), form: form)
  }

  private mutating func addNamed(_ kind: Entity.Kind, _ mention: NameMention) {
    let name = reading.name(mention.tokens)
    if let index = entities.indices.first(where: { !entities[$0].isPerson && !isActor($0) && entities[$0].name == name }
    ) {
      return note(mention, in: index, form: .name)
    }
    entities.append(
      Entity(
        kind: kind, name: name, words: names.words(of: mention.tokens), gender: .unknown, role: nil, affiliation: nil,
        mentions: [], aliases: []))
    note(mention, in: entities.count - 1, form: .name)
  }

  private func isActor(_ entity: Int) -> Bool {
    if case .actor = entities[entity].kind { return true }
    return false
  }

  private mutating func addPerson(_ mention: NameMention) {
    let words = names.words(of: mention.tokens)
    if let index = entities.indices.first(where: { entities[$0].isPerson && names.agrees(entities[$0].words, words) }) {
      if names.isFuller(words, than: entities[index], in: mention.block) {
        entities[index].words = words
        entities[index].name = reading.name(mention.tokens)
      }
      return note(mention, in: index, form: .name, words: words)
    }
    entities.append(
      Entity(
        kind: .person, name: reading.name(mention.tokens), words: words, gender: .unknown, role: nil,
        affiliation: nil, mentions: [], aliases: []))
    note(mention, in: entities.count - 1, form: .name, words: words)
  }

  private func looksLikePerson(_ mention: NameMention, _ sourceTokens: TokenSet) -> Bool {
    guard names.wordCount(of: mention.tokens) <= 4, !mention.tokens.contains(where: reading.isAcronym) else {
      return false
    }
    if mention.tokens.contains(where: sourceTokens.contains) { return true }
    // "Leif-Eric": a hyphenated given name that the list does not have.
    return reading.text.utf8[reading.span(mention.tokens).range].contains(UInt8(ascii: "-"))
  }

  private mutating func addSingle(_ mention: NameMention, _ sourceTokens: TokenSet) {
    var word = reading.name(mention.tokens)
    let hash = word.hashValue
    var candidates = entities.indices.filter {
      entities[$0].isPerson && entities[$0].ends.last == hash && entities[$0].words.last == word
    }
    if candidates.isEmpty {
      candidates = entities.indices.filter {
        entities[$0].isPerson && entities[$0].ends.first == hash && entities[$0].words.first == word
      }
    }
    // Labels of transcripts stand in capitals.
    if candidates.isEmpty, mention.tokens.contains(where: sourceTokens.contains), word.count > 2,
      word == word.uppercased()
    {
      candidates = entities.indices.filter { entities[$0].isPerson && entities[$0].words.last?.uppercased() == word }
      if candidates.isEmpty { word = word.prefix(1) + word.dropFirst().lowercased() }
    }
    if mention.gender != .unknown {
      candidates.removeAll { entities[$0].gender != .unknown && entities[$0].gender != mention.gender }
    }
    let introduced = candidates.filter { entities[$0].firstMention < mention.tokens.lowerBound }
    if introduced.count == 1, let index = introduced.first { return note(mention, in: index, form: .alias) }
    if introduced.isEmpty, candidates.count == 1, let index = candidates.first {
      return note(mention, in: index, form: .alias)
    }
    if let main = main(of: candidates), introduced.contains(main) { return note(mention, in: main, form: .alias) }
    guard candidates.isEmpty else { return }
    // A name that stands alone in this document: a person if a title or a cue says so.
    let known =
      entities.indices.first {
        entities[$0].ends.first == hash && entities[$0].words.count == 1 && entities[$0].words[0] == word
      }
      ?? only {
        entities[$0].ends.first == hash && entities[$0].words.count > 1 && !entities[$0].isPerson
          && entities[$0].words.first == word
      }
    if let known { return note(mention, in: known, form: .name) }
    let isPerson: Bool
    switch mention.kind {
    case .person: isPerson = true
    case .organization: isPerson = false
    default: isPerson = mention.tokens.contains(where: sourceTokens.contains) && !modifiesRole(mention)
    }
    guard isPerson else { return }
    entities.append(
      Entity(
        kind: .person, name: word, words: [word], gender: .unknown, role: nil, affiliation: nil, mentions: [],
        aliases: []))
    note(mention, in: entities.count - 1, form: .name)
  }

  /// Of several of one surname the one whom the text names by far the most.
  private func main(of candidates: [Int]) -> Int? {
    guard candidates.count > 1 else { return nil }
    var first: (entity: Int, count: Int)?
    var second = 0
    for entity in candidates {
      let count = entities[entity].mentions.count
      if count > first?.count ?? -1 {
        second = max(second, first?.count ?? 0)
        first = (entity, count)
      } else {
        second = max(second, count)
      }
    }
    return first.flatMap { $0.count >= 3 * second ? $0.entity : nil }
  }

  /// *the Green deputy*: a name before a role is no person's.
  private func modifiesRole(_ mention: NameMention) -> Bool {
    let next = mention.tokens.upperBound
    return next < reading.tokens.count && reading.lexicons.role(in: reading, at: next, next + 1) != nil
  }

  /// The entity that fits, if no other one does.
  private func only(_ fits: (Int) -> Bool) -> Int? {
    guard let first = entities.indices.first(where: fits), first == entities.indices.last(where: fits) else {
      return nil
    }
    return first
  }

  /// - Parameter words: of the mention, if they are known already.
  private mutating func note(
    _ mention: NameMention, in index: Int, form: Target.Mention.Form, words: [String]? = nil
  ) {
    entities[index].mentions.append((mention.tokens, form))
    for token in mention.tokens { entityOfToken[token] = Int32(truncatingIfNeeded: index) }
    if form != .demonym, !isCalled(mention.tokens, index) {
      entities[index].aliases.append(reading.name(mention.tokens))
    }
    if entities[index].gender == .unknown {
      entities[index].gender = mention.gender
      if mention.gender == .unknown, entities[index].isPerson {
        for word in words ?? names.words(of: mention.tokens) where entities[index].gender == .unknown {
          entities[index].gender = reading.lexicons.gender(ofGivenName: word)
        }
      }
    }
    if entities[index].affiliation == nil { entities[index].affiliation = mention.affiliation }
    if entities[index].isPerson, !mention.role.isEmpty { noteRole(mention, in: index) }
  }

  /// Whether a name is one that an entity is known to have.
  private func isCalled(_ tokens: Range<Int>, _ entity: Int) -> Bool {
    reading.isName(tokens, entities[entity].name) || entities[entity].aliases.contains { reading.isName(tokens, $0) }
  }

  /// The longest role that the text gives before the name; bare courtesy titles (*Mr*) are none.
  private mutating func noteRole(_ mention: NameMention, in index: Int) {
    let role = reading.name(mention.role)
    guard role.count > 4, role.count > entities[index].role?.count ?? 0 else { return }
    entities[index].role = role
  }
}
