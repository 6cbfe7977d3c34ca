import Documents
import Lexicons
import Linguistics

/// Reads a statement's content as a proposition: its claim type and its modality, from cue class and wording.
struct ClaimClassifier {
  let reading: Reading
  let hedges: WordList
  let modality: WordList
  let words: FunctionWords

  struct Claim {
    var type: Statement.ClaimType
    var modality: Statement.Modality
  }

  func claim(_ candidate: Candidate, cues: CueLexicon) -> Claim {
    claim(candidate.content, cue: candidate.entry.map { cues.cues[$0] })
  }

  /// A sentence in the author's own voice.
  func claim(authorial sentence: Range<Int>) -> Claim { claim([sentence], cue: nil) }

  /// - Parameters:
  ///   - content: token ranges of the content.
  ///   - cue: the cue's entry, `nil` for a colon, a running quotation or the author's own voice.
  private func claim(_ content: [Range<Int>], cue: CueLexicon.Cue?) -> Claim {
    let found = modalities(content)
    return Claim(type: type(content, cue, found), modality: found.modality)
  }

  private struct Modalities {
    var obligation = false
    var conditional = false
    var possibility = false
    var future = false
    var hedged = false
    var negated = false

    var modality: Statement.Modality {
      if obligation { return .obligation }
      if conditional { return .conditional }
      if possibility { return .possibility }
      if hedged { return .hedged }
      return negated ? .negated : .asserted
    }
  }

  private func modalities(_ content: [Range<Int>]) -> Modalities {
    var found = Modalities()
    for piece in content {
      // The first verb group decides whether the whole is negated.
      var verbs = 0
      for index in piece {
        if reading.tags[index] == .verb || reading.tags[index] == .aux { verbs += 1 }
        if verbs <= 2, words.contains(reading.ids[index], in: .negations) { found.negated = true }
      }
      for match in modality.index.longestMatches(in: reading.ids, piece) {
        switch modality.entries[match.entry].wordClass {
        case "obligation": found.obligation = true
        case "conditional": found.conditional = true
        case "possibility": found.possibility = true
        case "future": found.future = true
        default: break
        }
      }
      for match in hedges.index.longestMatches(in: reading.ids, piece) {
        let entry = hedges.entries[match.entry]
        // *about* and the like hedge a number, not a claim.
        guard entry.wordClass != "adverb" || entry.term.count > 5 else { continue }
        if entry.detail == "possibility" { found.possibility = true } else { found.hedged = true }
      }
    }
    return found
  }

  private func type(_ content: [Range<Int>], _ cue: CueLexicon.Cue?, _ found: Modalities) -> Statement.ClaimType {
    if let last = content.last?.last, endsInQuestion(last) { return .question }
    switch cue?.cueClass {
    case .ask where cue?.takes.contains(.infinitive) != true: return .question
    case .deny, .reject: return .denial
    case .urge, .ask: return .demand
    case .promise, .plan, .threaten: return .commitment
    case .expect, .hope, .fear: return .prediction
    case .warn: return .prediction
    case .criticise, .praise, .accuse, .support, .oppose, .joke: return .evaluation
    default: break
    }
    if found.obligation { return .demand }
    if found.future { return firstPerson(content) ? .commitment : .prediction }
    if isEvaluation(content) { return .evaluation }
    return .assertion
  }

  private func endsInQuestion(_ last: Int) -> Bool {
    reading.token(last, is: "?") || reading.isMark(last) && reading.token(last - 1, is: "?")
  }

  private func firstPerson(_ content: [Range<Int>]) -> Bool {
    content.contains {
      $0.contains { reading.token($0, is: "I") || reading.token($0, is: "we") || reading.token($0, is: "We") }
    }
  }

  /// A copula with an adjective or a judging noun behind it: *is reckless*, *was a mistake*.
  private func isEvaluation(_ content: [Range<Int>]) -> Bool {
    for piece in content {
      for index in piece.dropLast() where reading.tags[index] == .aux {
        var next = index + 1
        while next < piece.upperBound, [.adv, .det, .part].contains(reading.tags[next]) { next += 1 }
        if next < piece.upperBound, reading.tags[next] == .adj { return true }
      }
    }
    return false
  }
}
