import Documents
import Lexicons

/// Reads the source of a statement: who is its head, which words give a role, or that it is a pronoun or a group.
struct SourceReader {
  enum Reading {
    /// An entity of the document.
    case entity(Int, isFullName: Bool)
    /// *he*, *she*, *they*, *it*, *I*, *we*; or *who* with the token before which its antecedent stands.
    case pronoun(String, at: Int)
    case relative(at: Int)
    /// *the professor*, *the spokeswoman*: a definite description with its role word.
    case description(role: String)
    /// *analysts*, *two officials familiar with the talks*, *a source*.
    case unnamed(isGroup: Bool)
    /// Capitalised words that are in no chain, taken as they stand.
    case name
    case nothing
  }

  let reading: SpeakerReading
  let chains: EntityChains

  /// - Parameter source: tokens of the source.
  func read(_ source: Range<Int>) -> Reading {
    guard let first = source.first else { return .nothing }
    if source.count <= 2, let pronoun = pronoun(first) {
      return pronoun == "who" ? .relative(at: first) : .pronoun(pronoun, at: first)
    }
    let core = core(of: source)
    // A person in apposition to a role or a place: "coach Nabil", "the minister, Marta Quillon".
    if let entity = head(of: core) { return entity }
    if let person = appositive(in: core.upperBound..<source.upperBound) { return person }
    if let role = role(in: core) {
      if reading.lexicons.roles.entries[role].wordClass == "unnamed" { return .unnamed(isGroup: isPlural(core)) }
      if isDefinite(core), !isPlural(core) { return .description(role: reading.lexicons.roles.entries[role].term) }
      return .unnamed(isGroup: isPlural(core) || reading.lexicons.roles.entries[role].isPlural)
    }
    if core.contains(where: { reading.isCapitalised($0) && !isDeterminer($0) }), isMostlyCapital(core) { return .name }
    return .unnamed(isGroup: isPlural(core))
  }

  /// The noun phrase without what hangs behind it: up to a preposition, comma or relative outside names.
  func core(of source: Range<Int>) -> Range<Int> {
    for index in source.dropFirst() {
      if chains.entity(at: index) != nil, chains.entity(at: index) == chains.entity(at: index - 1) { continue }
      let bytes = reading.bytes(index)
      if bytes.elementsEqual(",".utf8) || bytes.elementsEqual("(".utf8) { return source.lowerBound..<index }
      if reading.lexicons.words.contains(reading.ids[index], in: .prepositions), !reading.isCapitalised(index),
        chains.entity(at: index) == nil
      {
        return source.lowerBound..<index
      }
      if reading.lexicons.words.contains(reading.ids[index], in: .relatives) { return source.lowerBound..<index }
    }
    return source
  }

  /// The entity that is the head of a noun phrase: its last one, if no other noun follows it.
  private func head(of core: Range<Int>) -> Reading? {
    guard let last = core.last else { return nil }
    for index in core.reversed() {
      if isPossessive(index) { return nil }
      guard let number = chains.entity(at: index) else {
        // "Yonhap news agency", "the Kremlin itself": only such words may follow.
        let mayFollow = [
          "agency", "news", "newspaper", "himself", "herself", "itself", ".", ")", "government", "administration",
        ]
        .contains { reading.token(index, is: $0) }
        if mayFollow { continue }
        return nil
      }
      let entity = chains.entities[number]
      let mention = entity.mentions.first { $0.tokens.contains(index) }
      if mention?.form == .demonym, last == index, !isPlural(core) { return nil }
      if mention?.form == .demonym, last != index { return nil }
      return .entity(number, isFullName: mention?.form == .name)
    }
    return nil
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

  private func pronoun(_ index: Int) -> String? {
    let word = reading.word(index).lowercased()
    switch word {
    case "he", "him", "his": return "he"
    case "she", "her": return "she"
    case "they", "them", "their": return "they"
    case "it", "its": return "it"
    case "i", "my", "me": return "i"
    case "we", "our", "us": return "we"
    case "who", "which", "whom", "whose", "that": return "who"
    default: return nil
    }
  }

  /// The last role in a phrase.
  func role(in core: Range<Int>) -> Int? {
    reading.lexicons.roles.index.longestMatches(in: reading.ids, core).last?.entry
  }

  private func isDefinite(_ core: Range<Int>) -> Bool {
    guard let first = core.first else { return false }
    let word = reading.word(first).lowercased()
    return word == "the" || word == "this" || word == "that"
  }

  private func isDeterminer(_ index: Int) -> Bool {
    reading.lexicons.words.contains(reading.ids[index], in: .determiners)
  }

  private func isMostlyCapital(_ core: Range<Int>) -> Bool {
    let words = core.filter { !isDeterminer($0) }
    return !words.isEmpty && words.allSatisfy(reading.isCapitalised)
  }

  private func isPossessive(_ index: Int) -> Bool {
    reading.token(index, is: "'s") || reading.token(index, is: "’s")
  }

  private func isPlural(_ core: Range<Int>) -> Bool {
    guard let last = core.last else { return false }
    if let syntax = reading.document.syntax { return [.nns, .nnps].contains(syntax.fineTags[last]) }
    let bytes = reading.bytes(last)
    return bytes.last == UInt8(ascii: "s") && !bytes.suffix(2).elementsEqual("ss".utf8)
      || bytes.elementsEqual("people".utf8)
      || bytes.elementsEqual("police".utf8)
  }
}
