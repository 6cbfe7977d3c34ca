import Documents
import Lexicons

/// Finds roles that stand behind names: *Marta Quillon, assistant keeper of maps at …*.
struct RoleFinder {
  let reading: SpeakerReading

  func findRoles(in chains: inout EntityChains) {
    for index in chains.entities.indices where chains.entities[index].isPerson {
      for mention in chains.entities[index].mentions where mention.form == .name {
        if let letter = party(after: mention.tokens.upperBound, chains) { chains.setParty(letter, of: index) }
      }
      for mention in chains.entities[index].mentions where mention.form == .name {
        if let role = role(after: mention.tokens.upperBound) {
          chains.setRole(reading.name(role), of: index)
          break
        }
      }
    }
  }

  /// The first letter of the party behind a name: *(R-Ky.)*, *, a Harbour Democrat*.
  private func party(after end: Int, _ chains: EntityChains) -> UInt8? {
    if reading.token(end, is: "("), reading.isCapitalised(end + 1) {
      // `R-Ky` may be one token or three.
      let bytes = reading.bytes(end + 1)
      let isLetter = bytes.count == 1 || bytes.dropFirst().first == UInt8(ascii: "-")
      return isLetter ? bytes.first : nil
    }
    guard reading.token(end, is: ",") else { return nil }
    for index in (end + 1)..<(end + 5) {
      guard let entity = chains.entity(at: index), case .actor(let actor) = chains.entities[entity].kind else {
        continue
      }
      guard reading.lexicons.actors.actors[actor].organisationClass == "party", !reading.isPlural(index) else {
        return nil
      }
      return reading.bytes(index).first
    }
    return nil
  }

  /// The apposition behind a name, if it holds a role word near its beginning.
  private func role(after end: Int) -> Range<Int>? {
    let tokens = reading.tokens.count
    guard end + 1 < tokens, reading.token(end, is: ","),
      let number = reading.document.sentence(ofToken: end)
    else { return nil }
    let sentence = reading.document.sentences[number]
    let start = end + 1
    guard start < sentence.tokens.upperBound, !reading.token(start, is: "who"), beginsNoun(start) else { return nil }
    var stop = start
    var sawRole = false
    while stop < sentence.tokens.upperBound, stop - start < 24 {
      let bytes = reading.bytes(stop)
      if bytes.elementsEqual(",".utf8) || bytes.elementsEqual(".".utf8) || bytes.elementsEqual(";".utf8)
        || bytes.starts(with: [0xE2, 0x80]) && bytes.count == 3 || bytes.elementsEqual("\"".utf8)
      {
        break
      }
      if stop - start < 7, lexicalRole(at: stop, sentence.tokens.upperBound) { sawRole = true }
      if isVerb(stop) || reading.token(stop, is: "who") || reading.token(stop, is: "whose") { break }
      stop += 1
    }
    return sawRole && stop > start ? start..<stop : nil
  }

  /// *, charged with …*, *, with ministers …* are no appositions.
  private func beginsNoun(_ index: Int) -> Bool {
    guard let syntax = reading.document.syntax else { return true }
    switch syntax.tags[index] {
    case .adp, .verb, .aux, .sconj, .part, .intj: return false
    default: return true
    }
  }

  private func lexicalRole(at index: Int, _ limit: Int) -> Bool {
    reading.lexicons.role(in: reading, at: index, limit) != nil
  }

  private func isVerb(_ index: Int) -> Bool {
    if let syntax = reading.document.syntax { return syntax.tags[index] == .aux || syntax.fineTags[index] == .vbd }
    return reading.lexicons.words.contains(reading.ids[index], in: .auxiliaries)
      && !reading.token(index, is: "'s") && !reading.token(index, is: "’s")
      || reading.token(index, is: "said") || reading.token(index, is: "told")
  }
}
