import Documents
import Lexicons
import Linguistics

/// Reads a statement's content as a proposition: its claim type and its modality, from cue class, grammar and wording.
struct ClaimClassifier {
  let reading: Reading
  let words: ClaimWords

  struct Claim {
    var type: Statement.ClaimType
    var modality: Statement.Modality
  }

  /// - Parameter cue: the entry of the candidate's cue.
  func claim(_ candidate: Candidate, cue: CueLexicon.Cue?) -> Claim {
    claim(candidate.content, cue: cue, isNamed: !(candidate.source?.isEmpty ?? true))
  }

  /// A sentence in the author's own voice.
  func claim(authorial sentence: Range<Int>) -> Claim { claim([sentence], cue: nil, isNamed: false) }

  /// - Parameters:
  ///   - content: token ranges of the content.
  ///   - cue: the cue's entry, `nil` for a colon, a running quotation or the author's own voice.
  ///   - isNamed: whether somebody is named as the source.
  private func claim(_ content: [Range<Int>], cue: CueLexicon.Cue?, isNamed: Bool) -> Claim {
    let marks = ClaimMarks(content, in: reading, words)
    let shape = ContentShape(content, in: reading, isNamed: isNamed)
    let type: Statement.ClaimType
    if let last = content.last?.last, endsInQuestion(last) {
      type = .question
    } else {
      type = cue.flatMap { byCue($0, shape, marks) } ?? byContent(shape, marks, isInsisted: insists(cue))
    }
    return Claim(type: type, modality: modality(type, marks))
  }

  /// What somebody denies is said not to be so, and what somebody demands is to be, whatever the words.
  private func modality(_ type: Statement.ClaimType, _ marks: ClaimMarks) -> Statement.Modality {
    let plain = marks.modality
    switch type {
    case .denial: return .negated
    case .demand where plain == .asserted || plain == .negated || plain == .hedged: return .obligation
    default: return plain
    }
  }

  // MARK: By the cue

  /// `nil` where the cue leaves it to the content.
  private func byCue(
    _ cue: CueLexicon.Cue, _ shape: ContentShape, _ marks: ClaimMarks
  ) -> Statement.ClaimType? {
    switch cue.cueClass {
    case .deny, .reject: return .denial
    case .urge: return .demand
    case .ask: return asked(cue, shape)
    case .promise, .plan, .threaten: return .commitment
    case .expect, .hope: return .prediction
    case .fear: return shape.isClause || shape.isInfinitive ? .prediction : .evaluation
    case .warn: return marks.obligation ? .demand : .prediction
    case .criticise, .praise, .support, .oppose, .feel: return shape.isClause ? nil : .evaluation
    case .accuse, .call, .joke: return .evaluation
    case .doubt where shape.isInterrogative && cue.part == .verb: return .question
    case .want: return wanted(shape)
    case .suggest, .claim, .argue: return shape.isSubjunctive ? .demand : shape.isInfinitive ? .commitment : nil
    case .decide, .agree, .announce, .say, .write, .respond, .explain: return ordered(cue, shape)
    case .believe, .learn, .perceive, .know, .admit, .report:
      return !shape.isClause && shape.endsInAdjective ? .evaluation : nil
    default: return nil
    }
  }

  private func asked(_ cue: CueLexicon.Cue, _ shape: ContentShape) -> Statement.ClaimType {
    shape.isInterrogative || !cue.takes.contains(.infinitive) ? .question : .demand
  }

  /// *wants to build*, *wants the city to build*, *wants to know who*.
  private func wanted(_ shape: ContentShape) -> Statement.ClaimType {
    if shape.isInterrogative { return .question }
    return shape.isInfinitive ? .commitment : .demand
  }

  /// *ordered the ministry to*, *told people to*; *decided to*, *agreed to*.
  private func ordered(_ cue: CueLexicon.Cue, _ shape: ContentShape) -> Statement.ClaimType? {
    let mayOrder = cue.takes.contains(.infinitive) && cue.takes.contains(.addressee)
    if shape.hasRaisedInfinitive { return cue.takes.contains(.infinitive) ? .demand : nil }
    if shape.isSubjunctive, cue.cueClass == .decide || mayOrder { return .demand }
    guard shape.isInfinitive else { return nil }
    return mayOrder ? .demand : .commitment
  }

  /// *insists that he did nothing*: a negation there denies.
  private func insists(_ cue: CueLexicon.Cue?) -> Bool { cue?.cueClass == .claim || cue?.cueClass == .argue }

  // MARK: By the content

  private func byContent(_ shape: ContentShape, _ marks: ClaimMarks, isInsisted: Bool) -> Statement.ClaimType {
    if shape.isImperative { return .demand }
    if marks.obligation { return .demand }
    if marks.denial, !marks.future { return .denial }
    if marks.negated, shape.speaksOfItself, !marks.future, isInsisted || shape.speaksInFirstPerson {
      // *I* and *we* deny for themselves; *it had received no complaints* tells.
      return .denial
    }
    if marks.future && !(marks.conditional && marks.judgement) || shape.hasModalDeed {
      return shape.speaksOfItself ? .commitment : .prediction
    }
    return marks.judgement ? .evaluation : .assertion
  }

  private func endsInQuestion(_ last: Int) -> Bool {
    reading.token(last, is: "?") || reading.isMark(last) && reading.token(last - 1, is: "?")
  }
}
