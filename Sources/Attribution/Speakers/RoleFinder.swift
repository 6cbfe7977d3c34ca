import Documents
import Lexicons

/// Finds roles that stand behind names: *Marta Quillon, assistant keeper of maps at …*.
struct RoleFinder {
  let reading: SpeakerReading

  func findRoles(in chains: inout EntityChains) {
    for index in chains.entities.indices where chains.entities[index].isPerson {
      for mention in chains.entities[index].mentions where mention.form == .name {
        if let role = role(after: mention.tokens.upperBound) {
          chains.setRole(reading.string(role), of: index)
          break
        }
      }
    }
  }

  /// The apposition behind a name, if it holds a role word near its beginning.
  private func role(after end: Int) -> Range<Int>? {
    let tokens = reading.tokens.count
    guard end + 1 < tokens, reading.token(end, is: ","),
      let number = reading.document.sentence(ofToken: end)
    else { return nil }
    let sentence = reading.document.sentences[number]
    let start = end + 1
    guard start < sentence.tokens.upperBound, !reading.token(start, is: "who") else { return nil }
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
