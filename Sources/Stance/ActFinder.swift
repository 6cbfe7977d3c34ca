import Attribution
import Documents
import Lexicons
import Linguistics

/// Finds deeds that take a side without words: *Republicans blocked Lynch*, *the US sanctioned 150 firms*.
struct ActFinder {
  let document: ResolvedArticle
  let reading: StanceReading
  let lexicon: StanceLexicon
  let words: FunctionWords

  struct Act {
    var statement: Statement
    var actor: Int
    var target: Int
    /// The verb, where a lexicon knows it.
    var hit: Stance.Hit?
    /// What learned weights say, where they found the deed.
    var answer: StanceAnswer?
    /// Where the object names the target.
    var mentions: [Span]
  }

  /// Acts outside attributed content, in text order.
  func acts() -> [Act] {
    let statements = document.attributed.statements
    var taken: [Span] = []
    for index in statements.indices where statements[index].kind != .authorial {
      taken += statements[index].content
      taken += statements[index].cue
    }
    var found: [Act] = []
    for sentence in reading.segmented.sentences {
      guard reading.segmented.kind(of: sentence).isBody, reading.namesTwoTargets(sentence.tokens),
        sentence.tokens.contains(where: { mayBeDeed($0, in: sentence) })
      else { continue }
      lexicon.index.forEachLongest(in: reading.ids, sentence.tokens) { match in
        guard reading.tags[match.tokens.lowerBound] == .verb else { return }
        let term = lexicon.term(match.entry)
        guard term.isAct, term.part == .verb, !taken.contains(where: { $0.overlaps(reading.span(match.tokens)) }) else {
          return
        }
        if let act = act(match, term, in: sentence) { found.append(act) }
      }
    }
    return found
  }

  private func act(_ match: TermIndex.Match, _ term: StanceLexicon.Term, in sentence: Sentence) -> Act? {
    let start = match.tokens.lowerBound
    guard let weight = term.polarity.object, abs(weight) >= 0.3,
      match.form == .past || match.form == .thirdPerson || match.form == .presentParticiple || match.form == .base
    else { return nil }
    guard let subject = subject(before: start, in: sentence),
      let object = object(after: match.tokens.upperBound, in: sentence)
    else { return nil }
    let actor = Int(reading.targetOf[subject.lowerBound])
    let target = Int(reading.targetOf[object.lowerBound])
    guard actor != target, ActFinder.canAct(document.targets[actor]), document.targets[target].kind != .place,
      !isCondition(subject, in: sentence)
    else { return nil }
    var end = sentence.tokens.upperBound
    while end > match.tokens.upperBound, reading.tags[end - 1] == .punct { end -= 1 }
    let modality = modality(between: subject.upperBound..<start)
    let statement = Statement(
      documentID: document.id, kind: .act, source: [reading.span(subject)], cue: [reading.span(match.tokens)],
      content: [reading.span(match.tokens.upperBound..<end)], modality: modality, confidence: 0.7, rule: "act-verb",
      cueLemma: term.text)
    let factor = modality == .negated ? -0.5 : 1.0
    return Act(
      statement: statement, actor: actor, target: target,
      hit: Stance.Hit(
        term: term.text, weight: weight, contribution: weight * factor, role: "object",
        distance: object.lowerBound - match.tokens.upperBound, span: reading.span(match.tokens),
        isNegated: modality == .negated),
      mentions: [reading.span(object)])
  }

  /// Whether a verb has an actor before it and another one somewhere behind it, which few have.
  private func mayBeDeed(_ index: Int, in sentence: Sentence) -> Bool {
    guard reading.tags[index] == .verb, let actor = actor(before: index, in: sentence) else { return false }
    return (index..<sentence.tokens.upperBound).contains {
      reading.targetOf[$0] >= 0 && reading.targetOf[$0] != reading.targetOf[actor]
    }
  }

  /// The last token of an actor's mention right before the verb group.
  private func actor(before verb: Int, in sentence: Sentence) -> Int? {
    var index = verb - 1
    while index >= sentence.tokens.lowerBound, reading.targetOf[index] < 0 {
      switch reading.tags[index] {
      case .aux, .adv, .part: index -= 1
      default: return nil
      }
    }
    return index >= sentence.tokens.lowerBound ? index : nil
  }

  /// Issues and places do nothing, and what media do is to report.
  static func canAct(_ target: Target) -> Bool {
    target.kind != .place && target.kind != .concept && !target.isMedium
  }

  /// An actor's mention right before the verb group.
  private func subject(before verb: Int, in sentence: Sentence) -> Range<Int>? {
    guard let index = actor(before: verb, in: sentence) else { return nil }
    for step in (index + 1)..<verb {
      if reading.token(step, is: "to") || reading.token(step, is: "’s") || reading.token(step, is: "'s") {
        return nil
      }
    }
    // "… was sanctioned": the subject of a passive is no actor.
    for step in (index + 1)..<verb {
      if ["is", "are", "was", "were", "be", "been", "being"].contains(where: {
        reading.token(step, is: $0)
      }),
        !reading.bytes(verb).suffix(3).elementsEqual("ing".utf8)
      {
        return nil
      }
    }
    return mention(around: index, in: sentence)
  }

  /// The mention that is the head of the verb's object.
  private func object(after start: Int, in sentence: Sentence) -> Range<Int>? {
    var index = start
    while index < sentence.tokens.upperBound, index - start <= 6 {
      if reading.targetOf[index] >= 0 {
        let mention = mention(around: index, in: sentence)
        // *Russian oil*, *Smith's bill*: the deed touches what belongs to it; that counts as its own.
        return mention
      }
      guard [.det, .adj, .num, .noun].contains(reading.tags[index]) else { return nil }
      index += 1
    }
    return nil
  }

  private func mention(around index: Int, in sentence: Sentence) -> Range<Int> {
    var start = index
    var end = index + 1
    while start > sentence.tokens.lowerBound, reading.targetOf[start - 1] == reading.targetOf[index] { start -= 1 }
    while end < sentence.tokens.upperBound, reading.targetOf[end] == reading.targetOf[index] { end += 1 }
    return start..<end
  }

  /// *If Norway sanctioned Tarnov*: nobody did.
  func isCondition(_ subject: Range<Int>, in sentence: Sentence) -> Bool {
    var index = subject.lowerBound - 1
    while index >= sentence.tokens.lowerBound, [.det, .adj, .adv].contains(reading.tags[index]) { index -= 1 }
    guard index >= sentence.tokens.lowerBound else { return false }
    return ["if", "If", "unless", "Unless", "whether", "Whether"].contains { reading.token(index, is: $0) }
  }

  func modality(between range: Range<Int>) -> Statement.Modality {
    for index in range where words.contains(reading.ids[index], in: .negations) { return .negated }
    for index in range {
      if ["may", "might", "could", "can"].contains(where: { reading.token(index, is: $0) }) {
        return .possibility
      }
      if ["must", "should"].contains(where: { reading.token(index, is: $0) }) { return .obligation }
      if ["will", "would", "'ll"].contains(where: { reading.token(index, is: $0) }) {
        return .possibility
      }
      if ["allegedly", "reportedly"].contains(where: { reading.token(index, is: $0) }) {
        return .hedged
      }
    }
    return .asserted
  }
}
