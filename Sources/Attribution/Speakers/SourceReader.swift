import Documents
import Lexicons

/// Reads the source of a statement: who is its head, which words give a role, or that it is a pronoun or a group.
struct SourceReader {
  enum Reading {
    /// An entity of the document.
    case entity(Int, isFullName: Bool)
    /// *he*, *she*, *they*, *it*, *I*, *we*.
    case pronoun(Pronoun, at: Int)
    /// *who*: its antecedent stands before the token.
    case relative(at: Int)
    /// *the professor*, *analysts*, *two officials familiar with the talks*: the phrase up to its head, and its role in
    /// the lexicon, if there is one.
    case phrase(core: Range<Int>, role: Int?)
    /// Capitalised words that are in no chain, taken as they stand.
    case name(Range<Int>)
    case nothing
  }

  let reading: SpeakerReading
  let chains: EntityChains

  /// - Parameters:
  ///   - source: tokens of the source.
  ///   - cue: tokens of the statement's cue.
  func read(_ source: Range<Int>, cue: Range<Int> = 0..<0) -> Reading {
    guard let first = source.first else { return .nothing }
    if source.count <= 2, !isPossessor(first, in: source), let pronoun = reading.pronoun(first) {
      return pronoun == .relative ? .relative(at: first) : .pronoun(pronoun, at: first)
    }
    // *Beijing's* alone, before *view* or *envisioned*.
    let last = source.upperBound - 1
    let core = core(of: source.count > 1 && reading.isPossessive(last) ? source.lowerBound..<last : source)
    // A person in apposition to a role or a place: "coach Nabil", "the minister, Marta Quillon".
    if let entity = head(of: core) { return entity }
    if let person = appositive(in: core.upperBound..<source.upperBound) { return person }
    if let person = appositive(after: source, cue) { return person }
    if let role = role(in: core) { return .phrase(core: core, role: role) }
    if chains.member(in: core) != nil { return .phrase(core: core, role: nil) }
    if core.contains(where: { reading.isCapitalised($0) && !isDeterminer($0) }), isMostlyCapital(core) {
      return .name(core)
    }
    return .phrase(core: core, role: nil)
  }

  /// The noun phrase without what hangs behind it: up to a preposition, comma or relative outside names.
  func core(of source: Range<Int>) -> Range<Int> {
    for index in source.dropFirst() {
      if chains.entity(at: index) != nil, chains.entity(at: index) == chains.entity(at: index - 1) { continue }
      let bytes = reading.bytes(index)
      if bytes.elementsEqual(",".utf8) || bytes.elementsEqual("(".utf8) || bytes.elementsEqual("[".utf8)
        || isDash(index)
      {
        return source.lowerBound..<index
      }
      if reading.lexicons.words.contains(reading.ids[index], in: .prepositions), !reading.isCapitalised(index),
        chains.entity(at: index) == nil, reading.lexicons.roleEnd(in: reading, across: index, source) == nil
      {
        return source.lowerBound..<index
      }
      if reading.lexicons.words.contains(reading.ids[index], in: .relatives) { return source.lowerBound..<index }
    }
    return source
  }

  /// The entity that is the head of a noun phrase: its last one, if no other noun follows it.
  private func head(of core: Range<Int>) -> Reading? {
    // Of several, *Quillon and Tarnov*, the first speaks for all, as in a list with commas.
    let core = core.lowerBound..<(conjunction(in: core) ?? core.upperBound)
    guard let last = core.last else { return nil }
    for index in core.reversed() {
      if reading.isPossessive(index) { return nil }
      guard let number = chains.entity(at: index) else {
        // "Yonhap news agency", "the Kremlin itself": only such words may follow.
        let mayFollow = [
          "agency", "news", "newspaper", "himself", "herself", "itself", ".", ")", "government", "administration",
          "campaign", "camp",
        ]
        .contains { reading.token(index, is: $0) }
        if mayFollow || index == last && isMembers(index, in: core) { continue }
        return nil
      }
      if chains.isConcept(number) { return nil }
      let form = chains.form(at: index, of: number)
      if form == .demonym, last != index || !reading.isPlural(index), !isMembers(last, in: core) { return nil }
      return .entity(number, isFullName: form == .name)
    }
    return nil
  }

  /// *Republican lawmakers* are their party, as *Republicans* are; *two Republican lawmakers* are two of it.
  private func isMembers(_ noun: Int, in core: Range<Int>) -> Bool {
    guard noun > core.lowerBound, let party = chains.entity(at: noun - 1),
      case .actor(let actor) = chains.entities[party].kind,
      reading.lexicons.actors.actors[actor].organisationClass == "party", reading.isPlural(noun)
    else { return false }
    let isSome = core.contains { reading.document.syntax?.tags[$0] == .num }
    return !isSome
      && ["leaders", "lawmakers", "senators", "legislators", "congressmen", "members", "politicians", "officials"]
        .contains { reading.token(noun, is: $0) }
  }

  /// The first *and* or *or* between two entities.
  private func conjunction(in core: Range<Int>) -> Int? {
    core.first { index in
      (reading.token(index, is: "and") || reading.token(index, is: "or")) && chains.entity(at: index) == nil
        && index > core.lowerBound && chains.entity(at: index - 1) != nil
        && (index..<core.upperBound).contains { chains.entity(at: $0) != nil }
    }
  }

  /// A person behind a comma: *the ambassador to Norway, Peter Ashgrove*.
  private func appositive(in range: Range<Int>) -> Reading? {
    var sawComma = false
    for index in range {
      if reading.token(index, is: ",") {
        sawComma = true
      } else if sawComma, let number = chains.entity(at: index), chains.entities[number].isPerson {
        return .entity(number, isFullName: true)
      } else if reading.lexicons.words.contains(reading.ids[index], in: .prepositions), !reading.isCapitalised(index) {
        // "the minister, a friend of John Doe": who stands behind a preposition is somebody else.
        sawComma = false
      }
    }
    return nil
  }

  /// A person right behind the source, closed off by another comma or by the cue: *the coach, Marta Quillon, said* where
  /// the source is *the coach* alone.
  private func appositive(after source: Range<Int>, _ cue: Range<Int>) -> Reading? {
    guard reading.token(source.upperBound, is: ",") else { return nil }
    var first = source.upperBound + 1
    // *another deputy, Dr. Marta Quillon of Easton, said*
    while first < source.upperBound + 4, chains.entity(at: first) == nil, reading.isCapitalised(first) { first += 1 }
    guard let number = chains.entity(at: first),
      chains.entities[number].isPerson,
      role(in: core(of: source)) != nil || chains.member(in: core(of: source)) != nil
    else { return nil }
    var end = first
    while chains.entity(at: end) == number { end += 1 }
    if reading.token(end, is: "of") {
      end += 1
      while reading.isCapitalised(end) { end += 1 }
    }
    guard reading.token(end, is: ",") || cue.contains(end) else { return nil }
    return .entity(number, isFullName: true)
  }

  /// A dash that stands apart: what follows it is an aside.
  private func isDash(_ index: Int) -> Bool {
    let bytes = reading.bytes(index)
    let isLong = bytes.starts(with: [0xE2, 0x80]) && (bytes.last == 0x93 || bytes.last == 0x94)
    let isShort = bytes.allSatisfy { $0 == UInt8(ascii: "-") }
    return (isLong || isShort) && index > 0 && reading.tokens[index - 1].end < reading.tokens[index].start
  }

  /// *his mother*, *our paper*: the pronoun is not the source, unlike in *she herself*, *they all*.
  private func isPossessor(_ index: Int, in source: Range<Int>) -> Bool {
    guard source.contains(index + 1), reading.pronoun(index + 1) == nil else { return false }
    return ["his", "her", "their", "its", "my", "our", "His", "Her", "Their", "Its", "My", "Our"]
      .contains { reading.token(index, is: $0) }
  }

  /// The last role in a phrase.
  func role(in core: Range<Int>) -> Int? {
    reading.lexicons.roles.index.longestMatches(in: reading.ids, core).last?.entry
  }

  private func isDeterminer(_ index: Int) -> Bool {
    reading.lexicons.words.contains(reading.ids[index], in: .determiners)
  }

  private func isMostlyCapital(_ core: Range<Int>) -> Bool {
    let words = core.filter { !isDeterminer($0) }
    guard !words.isEmpty, words.allSatisfy(reading.isCapitalised) else { return false }
    // *Data showed*, *Tuesday saw*: any word has a capital where a sentence begins.
    guard let syntax = reading.document.syntax else { return true }
    return words.contains {
      syntax.tags[$0] == .propn && !reading.lexicons.words.contains(reading.ids[$0], in: .weekdays)
    }
  }
}
