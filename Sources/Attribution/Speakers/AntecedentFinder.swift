import Documents
import Lexicons

/// Finds whom a pronoun stands for: the subject before it in its sentence, the running speaker, then the nearest person
/// whose name, title or role does not speak against it.
struct AntecedentFinder {
  let reading: SpeakerReading
  let chains: EntityChains
  let statements: [Statement]

  /// - Parameters:
  ///   - pronoun: *he*, *she*, *it*, *they*, *i* or *we*.
  ///   - at: its token.
  ///   - running: the entity and block of the speaker before.
  /// - Returns: an entity and how sure it is.
  func antecedent(of pronoun: String, at: Int, running: (entity: Int?, block: Int)?) -> (
    entity: Int, confidence: Double
  )? {
    guard pronoun != "i", pronoun != "we" else { return nil }
    guard let sentenceIndex = reading.document.sentence(ofToken: at) else { return nil }
    let sentence = reading.document.sentences[sentenceIndex]
    let said = saidSpans(by: at)
    if let subject = subject(of: sentence, before: at, pronoun, outside: said) { return (subject, 0.85) }
    if let running, let entity = running.entity, fits(entity, pronoun), sentence.block - running.block <= 2 {
      return (entity, 0.88)
    }
    // The subjects of the sentences before, nearest first; then any mention.
    var best: (entity: Int, confidence: Double)?
    for back in 1...4 where sentenceIndex - back >= 0 {
      let before = reading.document.sentences[sentenceIndex - back]
      guard reading.document.kind(of: before).isRead else { continue }
      if let subject = subject(of: before, before: before.tokens.upperBound, pronoun, outside: said) {
        best = (subject, back <= 2 ? 0.75 : 0.6)
        break
      }
    }
    if let best { return best }
    let near = max(0, sentenceIndex - 5)
    let from = reading.document.sentences[near].tokens.lowerBound
    var index = at - 1
    while index >= from {
      if let entity = chains.entity(at: index), fits(entity, pronoun) { return (entity, 0.5) }
      index -= 1
    }
    return nil
  }

  /// What the pronoun's own statement says: nobody named there is the one who says it.
  private func saidSpans(by token: Int) -> [Span] {
    let place = Int(reading.tokens[token].start)
    return statements.filter { $0.source.contains { $0.contains(place) } }.flatMap(\.content)
  }

  /// The first fitting entity of a sentence that stands outside quotations and before a token.
  private func subject(of sentence: Sentence, before limit: Int, _ pronoun: String, outside said: [Span]) -> Int? {
    for index in sentence.tokens where index < limit {
      if said.contains(where: { $0.contains(Int(reading.tokens[index].start)) }) { continue }
      guard let entity = chains.entity(at: index), fits(entity, pronoun) else { continue }
      // A possessor is no subject: "Smith's lawyer said he …".
      var end = index
      while end + 1 < limit, chains.entity(at: end + 1) == entity { end += 1 }
      if end + 1 < reading.tokens.count {
        let next = reading.bytes(end + 1)
        if next.elementsEqual("'s".utf8) || next.elementsEqual("’s".utf8) { continue }
      }
      return entity
    }
    return nil
  }

  private func fits(_ index: Int, _ pronoun: String) -> Bool {
    let entity = chains.entities[index]
    switch pronoun {
    case "he": return entity.isPerson && entity.gender != .feminine
    case "she": return entity.isPerson && entity.gender != .masculine
    case "it":
      switch entity.kind {
      case .organization: return true
      case .actor: return !entity.mentions.allSatisfy { $0.form == .demonym }
      default: return false
      }
    case "they":
      if case .organization = entity.kind { return true }
      return false
    default: return false
    }
  }
}
