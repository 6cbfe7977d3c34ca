import Documents
import Lexicons
import Linguistics

/// What finding speakers knows of words: actors, roles, given names, words that head organisations. A class,
/// since everything that looks for speakers holds it.
final class SpeakerLexicons: Sendable {
  let vocabulary: Vocabulary
  let actors: ActorLexicon
  let roles: WordList
  let names: WordList
  let organisationWords: WordList
  let words: FunctionWords
  /// Ids of given names that are no everyday words, with their gender.
  private let givenNames: IDMap<Gender>
  private let ambiguousNames: IDMap<Gender>
  private let pronouns: IDMap<Pronoun>
  /// Ids of the last words of roles.
  private let roleHeads: IDSet
  /// Those and the ids of pronouns.
  private let referring: IDSet

  init(_ resources: Resolver.Resources) throws(Diagnostics) {
    var vocabulary = Vocabulary.ofTokens(
      for: resources.actors + resources.concepts + resources.roles + resources.names + resources.organisationWords)
    words = FunctionWords(vocabulary: &vocabulary)
    actors = try ActorLexicon(actors: resources.actors, concepts: resources.concepts, vocabulary: &vocabulary)
    roles = try WordList(resources.roles, vocabulary: &vocabulary)
    names = try WordList(resources.names, vocabulary: &vocabulary)
    organisationWords = try WordList(resources.organisationWords, vocabulary: &vocabulary)
    var givenNames = IDMap<Gender>()
    var ambiguousNames = IDMap<Gender>()
    let ids = names.ids(of: .whole, in: &vocabulary)
    for (id, (gender, isAmbiguous)) in zip(ids, names.genders()) {
      if isAmbiguous { ambiguousNames[id] = gender } else { givenNames[id] = gender }
    }
    self.givenNames = givenNames
    self.ambiguousNames = ambiguousNames
    var pronouns = IDMap<Pronoun>()
    for (form, pronoun) in Pronoun.forms { pronouns[vocabulary.intern(form)] = pronoun }
    self.pronouns = pronouns
    let heads = roles.ids(of: .last, in: &vocabulary)
    var roleHeads = IDSet(count: vocabulary.count)
    for head in heads { roleHeads.insert(head) }
    self.roleHeads = roleHeads
    var referring = roleHeads
    for (form, _) in Pronoun.forms { referring.insert(vocabulary.id(of: form)) }
    self.referring = referring
    self.vocabulary = vocabulary
  }

  /// The pronoun of a word's id.
  func pronoun(_ id: Int32) -> Pronoun? { pronouns[id] }

  /// Whether a role can end in this word.
  func isRoleHead(_ id: Int32) -> Bool { roleHeads.contains(id) }

  /// Whether a word can stand for somebody without naming anybody: a pronoun, or the head of a role.
  func mayRefer(_ id: Int32) -> Bool { referring.contains(id) }

  func isGivenName(_ reading: SpeakerReading, _ index: Int) -> Bool { isGivenName(reading.ids[index]) }

  func isGivenName(_ name: String) -> Bool { isGivenName(vocabulary.id(of: name)) }

  private func isGivenName(_ id: Int32) -> Bool { givenNames[id] != nil || ambiguousNames[id] != nil }

  /// What a given name tells of gender; hyphenated names (*Leif-Eric*) go by their first part.
  func gender(ofGivenName name: String) -> Gender {
    let id = vocabulary.id(of: name)
    if let gender = givenNames[id] ?? ambiguousNames[id] { return gender }
    guard name.utf8.contains(UInt8(ascii: "-")), let first = name.split(separator: "-").first, first.count < name.count
    else { return .unknown }
    let part = vocabulary.id(of: first)
    return givenNames[part] ?? ambiguousNames[part] ?? .unknown
  }

  /// The role that ends last in a run of capitalised words, so that a name is left: *Defence Minister | Oleg Tarnov*.
  func roleEnd(in reading: SpeakerReading, _ run: Range<Int>) -> Int {
    var end = run.lowerBound
    for index in run {
      guard let match = role(in: reading, at: index, run.upperBound),
        isPersonal(match.entry) || index == run.lowerBound && isTitleOfSeveral(match, in: reading, run)
      else { continue }
      if isSurname(match, behind: end, in: reading, run) { continue }
      // In *Acting Secretary of State* two titles overlap.
      end = max(end, match.tokens.upperBound)
    }
    return end
  }

  /// *Marta Cook*, *Oleg B. King*: behind a given name alone, or an initial, the last word is no title.
  ///
  /// - Parameter titles: the end of the titles before.
  private func isSurname(
    _ role: TermIndex.Match, behind titles: Int, in reading: SpeakerReading, _ run: Range<Int>
  ) -> Bool {
    let name = role.tokens.lowerBound
    guard role.tokens.count == 1, role.tokens.upperBound == run.upperBound, name > titles, name - titles <= 2 else {
      return false
    }
    return name - titles == 1 ? isGivenName(reading, titles) : reading.isInitial(name - 1)
  }

  /// *Senators Marta Quillon and …*: the title of several before the first one's full name.
  private func isTitleOfSeveral(_ role: TermIndex.Match, in reading: SpeakerReading, _ run: Range<Int>) -> Bool {
    roles.isPlural(role.entry) && run.upperBound - role.tokens.upperBound >= 2
      && isGivenName(reading, role.tokens.upperBound)
  }

  /// Where a title ends that goes on in small letters: *Secretary | of State Marta Quillon*.
  func roleEnd(in reading: SpeakerReading, across preposition: Int, _ range: Range<Int>) -> Int? {
    guard reading.token(preposition, is: "of") else { return nil }
    for begin in range.lowerBound..<preposition {
      if let role = role(in: reading, at: begin, range.upperBound), role.tokens.upperBound > preposition,
        reading.isCapitalised(role.tokens.upperBound - 1)
      {
        return role.tokens.upperBound
      }
    }
    return nil
  }

  /// Whether a role is a person's: *union* and *officials* are not.
  func isPersonal(_ role: Int) -> Bool {
    let wordClass = roles.entry(role).wordClass
    return wordClass != "group" && wordClass != "unnamed" && !roles.entry(role).isPlural
  }

  /// The longest role at a token; `Vice-Foreign Minister` and the like go by their last word.
  func role(in reading: SpeakerReading, at index: Int, _ limit: Int) -> TermIndex.Match? {
    var best: TermIndex.Match?
    roles.index.matches(in: reading.ids, at: index, limit: limit) { match in
      if match.tokens.count > best?.tokens.count ?? 0 { best = match }
    }
    return best
  }

  func gender(ofRole role: Range<Int>, in reading: SpeakerReading) -> Gender {
    for match in roles.index.longestMatches(in: reading.ids, role) {
      if let gender = roles.entry(match.entry).gender, gender != .unknown { return gender }
    }
    return .unknown
  }

  /// The class of the word that makes a run of words an organisation or a place.
  func organisationClass(in reading: SpeakerReading, _ run: Range<Int>) -> String? {
    organisationWords.index.longestMatches(in: reading.ids, run).last.map {
      organisationWords.entry($0.entry).wordClass
    }
  }
}
