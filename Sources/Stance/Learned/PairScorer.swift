import Attribution
import Documents
import Linguistics

/// Asks the learned weights about two mentions of one sentence: is the one for or against the other?
final class PairScorer {
  /// What weights and lexicons together make of a speaker's stance.
  enum Verdict {
    /// The weights are sure enough for a row.
    case learned(StanceAnswer, mention: Range<Int>)
    /// The weights take a side by a little, or cannot be asked.
    case leaning(StanceAnswer?)
  }

  /// From here on a score decides a row: a wrong row costs more than a missing one.
  struct Threshold {
    /// Where the target is a person.
    var person: Double
    /// Organisations and countries are mostly spoken of, and seldom judged.
    var other: Double

    func isReached(by answer: StanceAnswer, to target: Target) -> Bool {
      abs(answer.score) >= (target.kind == .person ? person : other)
    }

    /// Of a speaker with a name towards whom his statement speaks of.
    static let said = Threshold(person: 0.2, other: 0.25)
    /// Of *critics* or *a report*.
    static let unnamed = Threshold(person: 0.8, other: 0.8)
    /// Of whoever does something towards its object.
    static let done = Threshold(person: 0.25, other: 0.5)
    /// The same where the target stands in a clause of its own, or where somebody else tells of it.
    static let told = Threshold(person: 0.25, other: 0.5)
    /// Of the author, towards whom a sentence of his own speaks of.
    static let written = Threshold(person: 0.65, other: 0.65)
  }

  let document: ResolvedArticle
  let reading: StanceReading
  let tree: StanceTree
  private let scorer: Scorer
  private let model: StanceModel
  /// The sentences that were asked about, each as a document of its own.
  private var asked: [Int: AskedText] = [:]
  private var answers: [Asked: StanceAnswer?] = [:]
  /// What the weights lean to where they decided nothing.
  private var leanings: [Row: StanceAnswer] = [:]

  /// Indices of statement and target.
  private struct Row: Hashable {
    var statement: Int
    var target: Int
  }

  private struct Asked: Hashable {
    var holder: Range<Int>?
    var target: Range<Int>
  }

  /// How outputs name the weights that scored.
  var reference: String { model.reference }

  /// `nil` without learned weights or without trees.
  init?(_ scorer: Scorer, document: ResolvedArticle, reading: StanceReading) {
    guard let model = scorer.model, let tree = reading.tree else { return nil }
    self.scorer = scorer
    self.model = model
    self.document = document
    self.reading = reading
    self.tree = tree
  }

  /// - Parameters:
  ///   - holder: tokens of the mention of the one whose stance is asked; without one it is the sentence's own.
  ///   - target: tokens of the mention of the other.
  /// - Returns: `nil` unless both stand in one sentence.
  func answer(holder: Range<Int>?, target: Range<Int>) -> StanceAnswer? {
    guard let number = reading.segmented.sentence(ofToken: target.lowerBound) else { return nil }
    let sentence = reading.segmented.sentences[number].tokens
    func isInside(_ range: Range<Int>) -> Bool {
      sentence.contains(range.lowerBound) && range.upperBound <= sentence.upperBound
    }
    guard isInside(target) else { return nil }
    if let holder, !isInside(holder) || holder.overlaps(target) { return nil }
    let key = Asked(holder: holder, target: target)
    if let known = answers[key] { return known }
    let answer = answer(in: number, holder: holder, target: target)
    answers[key] = .some(answer)
    return answer
  }

  private func answer(in number: Int, holder: Range<Int>?, target: Range<Int>) -> StanceAnswer? {
    let sentence = reading.segmented.sentences[number].tokens
    let asked = alone(number)
    func moved(_ range: Range<Int>) -> Range<Int> {
      (range.lowerBound - sentence.lowerBound)..<(range.upperBound - sentence.lowerBound)
    }
    let question = Question(scorer, asked, target: moved(target), holder: holder.map(moved))
    guard let features = question.features() else { return nil }
    return model.answer(
      features, reversed: question.reversed(scorer)?.features(), reading: asked.reading, target: question.target)
  }

  private func alone(_ number: Int) -> AskedText {
    if let known = asked[number] { return known }
    let alone = reading.alone(reading.segmented.sentences[number])
    let text = AskedText(alone, terms: scorer.questionTerms(in: alone))
    asked[number] = text
    return text
  }

  func note(_ leaning: StanceAnswer, _ statement: Int, _ target: Int) {
    leanings[Row(statement: statement, target: target)] = leaning
  }

  func leaning(_ statement: Int, _ target: Int) -> StanceAnswer? {
    leanings[Row(statement: statement, target: target)]
  }

  // MARK: Speakers

  /// What a speaker shows towards a target of whom the statement, or the clause of its cue, speaks: the surest answer
  /// over the mentions. Where the speaker does not stand in the sentence, as when a quotation runs on, what the sentence
  /// shows towards the target at all.
  ///
  /// - Parameters:
  ///   - mentions: tokens of the mentions in the statement's content.
  ///   - isNamed: whether the speaker has a name.
  func verdict(on target: Int, by statement: Statement, _ mentions: [Range<Int>], isNamed: Bool) -> Verdict {
    let own = mentions.filter { isOneself($0) && !isDoneByAnother(to: $0, in: statement) }
    let asked = own + addressed(by: statement, target).filter(isOneself)
    // Who *did not blame* somebody takes no side by it.
    guard !asked.isEmpty, !isDenied(statement) else { return .leaning(nil) }
    guard let best = holder(of: statement).flatMap({ surest(holder: $0, on: asked) }) else {
      return .leaning(surest(holder: nil, on: asked)?.answer)
    }
    return verdict(best, on: target, from: isNamed ? .said : .unnamed)
  }

  /// What a sentence of the author's own shows towards a target. *Norway must seek help* asks something of Norway, and
  /// judges it only where the lexicon finds that it does.
  func verdict(ofAuthorOn target: Int, _ mentions: [Range<Int>]) -> Verdict {
    guard let best = surest(holder: nil, on: mentions.filter(isOneself)) else { return .leaning(nil) }
    guard !isAsked(best.mention) else { return .leaning(best.answer) }
    return verdict(best, on: target, from: .written)
  }

  private typealias Answered = (answer: StanceAnswer, mention: Range<Int>)

  private func surest(holder: Range<Int>?, on mentions: [Range<Int>]) -> Answered? {
    var best: Answered?
    for mention in mentions {
      guard let answer = answer(holder: holder, target: mention) else { continue }
      if abs(answer.score) > abs(best?.answer.score ?? 0) { best = (answer, mention) }
    }
    return best
  }

  private func verdict(_ best: Answered, on target: Int, from threshold: Threshold) -> Verdict {
    threshold.isReached(by: best.answer, to: document.targets[target])
      ? .learned(best.answer, mention: best.mention) : .leaning(best.answer)
  }

  /// *Quillon said Norway had praised Tarnov*: that is Norway's stance, and none of Quillon's.
  private func isDoneByAnother(to mention: Range<Int>, in statement: Statement) -> Bool {
    var index = tree.head(of: mention)
    var isObject = false
    for _ in 0..<6 {
      guard let parent = tree.parent(index) else { return false }
      switch tree.relations[index] {
      case .obj, .iobj: isObject = true
      case .conj, .appos, .flat, .nmodDesc, .xcomp: break
      default: return false
      }
      index = parent
      guard isObject else { continue }
      guard statement.content.contains(where: { $0.contains(reading.span(index..<(index + 1))) }) else { return false }
      let subject = tree.children(of: index).first { tree.relations[$0] == .nsubj }
      if let subject { return reading.targetOf[subject] >= 0 && !isObligation(index) }
    }
    return false
  }

  /// Whether a mention is the subject of what should be done.
  private func isAsked(_ mention: Range<Int>) -> Bool {
    let head = tree.head(of: mention)
    guard tree.relations[head] == .nsubj, let verb = tree.parent(head) else { return false }
    return reading.tags[verb] == .verb && isObligation(verb)
  }

  /// *Norway must help Tarnov* is what the speaker wants.
  private func isObligation(_ verb: Int) -> Bool {
    tree.children(of: verb).contains { child in
      ["must", "should", "ought", "need", "needs"].contains { reading.token(child, is: $0) }
    }
  }

  private func isDenied(_ statement: Statement) -> Bool {
    guard let cue = statement.cue.first.map(reading.locator.range) else { return false }
    let clause = reading.ids.indices.clamped(to: (cue.lowerBound - 4)..<cue.upperBound).reversed()
      .prefix { reading.tags[$0] != .punct }
    return clause.contains { scorer.words.contains(reading.ids[$0], in: .negations) }
  }

  /// The mention of the speaker in the statement's source; a source that names nobody, if it is short.
  private func holder(of statement: Statement) -> Range<Int>? {
    for piece in statement.source {
      let range = reading.locator.range(piece)
      if let token = range.last(where: { reading.targetOf[$0] >= 0 }) { return mention(around: token) }
      if range.count <= 5 { return range }
    }
    return nil
  }

  /// *accused X of Y*: objects of the cue outside the content.
  private func addressed(by statement: Statement, _ target: Int) -> [Range<Int>] {
    guard let span = statement.cue.first else { return [] }
    return document.targets[target].mentions.compactMap { mention in
      guard mention.span.start >= span.end, mention.span.start - span.end < 200,
        !statement.content.contains(where: { $0.overlaps(mention.span) })
      else { return nil }
      let cue = reading.locator.range(span)
      let tokens = reading.locator.range(mention.span)
      var index = tree.head(of: tokens)
      while let parent = tree.parent(index) {
        switch tree.relations[index] {
        case .obj, .iobj: return cue.contains(parent) ? tokens : nil
        case .conj, .appos, .flat, .nmodDesc: index = parent
        default: return nil
        }
      }
      return nil
    }
  }

  // MARK: Mentions

  func mention(around token: Int) -> Range<Int> {
    var range = token..<(token + 1)
    while range.lowerBound > 0, reading.targetOf[range.lowerBound - 1] == reading.targetOf[token] {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    while range.upperBound < reading.targetOf.count, reading.targetOf[range.upperBound] == reading.targetOf[token] {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    return range
  }

  /// Whether a mention speaks of the named one itself: *Norwegians*, *Norwegian officials*, not *Norwegian oil*.
  func isOneself(_ mention: Range<Int>) -> Bool { noun(of: mention) != nil }

  /// The noun by which a mention hangs on its sentence; `nil` where it only tells what something else is like.
  func noun(of mention: Range<Int>) -> Int? {
    let head = tree.head(of: mention)
    guard tree.relations[head] == .amod || tree.relations[head] == .compound, let noun = tree.parent(head),
      !mention.contains(noun)
    else { return head }
    return PairScorer.bodies.contains { reading.token(noun, is: $0) } ? noun : nil
  }

  /// Words for those who speak and act for the one whose name stands before.
  private static let bodies: [StaticString] = [
    "officials", "leaders", "lawmakers", "senators", "members", "representatives", "colleagues", "forces", "troops",
    "authorities", "government", "administration", "military", "soldiers", "diplomats", "voters", "politicians",
    "regime", "party", "legislators", "activists", "prosecutors", "negotiators",
  ]
}
