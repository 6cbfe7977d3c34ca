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
  ///   - speaker: who makes the statement; without a name in *critics* or *a report*.
  func verdict(
    on target: Int, by statement: Statement, _ mentions: [Range<Int>], speaker: Speaker, isNamed: Bool
  ) -> Verdict {
    let own = mentions.filter { isOneself($0) && !isDoneByAnother(to: $0, in: statement) }
    let asked = own + addressed(by: statement, target).filter(isOneself)
    // Who *did not blame* somebody takes no side by it.
    guard !asked.isEmpty, !isDenied(statement) else { return .leaning(nil) }
    guard let best = holder(of: statement).flatMap({ surest(holder: $0, on: asked) }) else {
      let best = surest(holder: nil, on: asked)
      // The words of a quotation are all the speaker's, as a sentence of the author's is all his.
      guard statement.kind == .direct, isNamed, let best else { return .leaning(best?.answer) }
      return verdict(best, on: target, from: .quoted)
    }
    guard isNamed else { return verdict(best, on: target, from: .unnamed) }
    let said = Threshold.said(
      statement.claimType, by: speaker.kind, isFavor: best.answer.score > 0,
      clauses: clauses(above: best.mention, upTo: statement.cue.first))
    return verdict(best, on: target, from: isAsked(best.mention) ? said.ofAsked : said)
  }

  /// How many clauses stand around a mention, up to a statement's cue.
  private func clauses(above mention: Range<Int>, upTo cue: Span?) -> Int {
    let cue = cue.map(reading.locator.range) ?? 0..<0
    var index = tree.head(of: mention)
    var count = 0
    for _ in 0..<12 {
      if tree.relations[index].beginsClause { count += 1 }
      guard let parent = tree.parent(index), !cue.contains(parent) else { break }
      index = parent
    }
    return count
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

  /// *Quillon said Norway had praised Tarnov*, *Quillon spoke of Norway’s attack on Tarnov*: that is Norway's stance, and
  /// none of Quillon's.
  private func isDoneByAnother(to mention: Range<Int>, in statement: Statement) -> Bool {
    var index = tree.head(of: mention)
    var isObject = false
    for _ in 0..<6 {
      guard let parent = tree.parent(index) else { return false }
      switch tree.relations[index] {
      case .obj, .iobj: isObject = true
      case .nmod where isDeed(parent, ofAnotherThan: mention): return true
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

  /// *Norway’s attack*: a noun that belongs to another target.
  private func isDeed(_ noun: Int, ofAnotherThan mention: Range<Int>) -> Bool {
    tree.children(of: noun).contains { child in
      tree.relations[child] == .nmodPoss && reading.targetOf[child] >= 0
        && reading.targetOf[child] != reading.targetOf[tree.head(of: mention)]
    }
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
      let named = named(in: range) ?? range.last { reading.targetOf[$0] >= 0 }
      if let named { return mention(around: named) }
      if range.count <= 5 { return range }
    }
    return nil
  }

  /// The token of a name that a source is: *Ann Quillon, Norway’s envoy to Ostrava*, *Norway’s envoy, Ann Quillon*.
  private func named(in source: Range<Int>) -> Int? {
    let head = tree.head(of: source)
    if reading.targetOf[head] >= 0 { return head }
    return tree.children(of: head).first { child in
      source.contains(child) && reading.targetOf[child] >= 0
        && (tree.relations[child] == .appos || tree.relations[child] == .flat)
    }
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
  func isOneself(_ mention: Range<Int>) -> Bool { noun(of: mention) != nil && !isPeople(mention) }

  /// *Norwegians* by themselves are people, *the Norwegians* their country.
  private func isPeople(_ mention: Range<Int>) -> Bool {
    let number = Int(reading.targetOf[mention.lowerBound])
    guard document.targets.indices.contains(number), document.targets[number].kind == .country else { return false }
    let head = tree.head(of: mention)
    guard tree.fineTags[head] == .nns || tree.fineTags[head] == .nnps,
      document.targets[number].mentions.contains(where: { $0.form == .demonym && $0.span == reading.span(mention) })
    else { return false }
    return !tree.children(of: head).contains { reading.token($0, is: "the") || reading.token($0, is: "The") }
  }

  /// The noun by which a mention hangs on its sentence; `nil` where it only tells what something else is like.
  func noun(of mention: Range<Int>) -> Int? {
    guard !isTitle(mention) else { return nil }
    let head = tree.head(of: mention)
    guard tree.relations[head] == .amod || tree.relations[head] == .compound, let noun = tree.parent(head),
      !mention.contains(noun)
    else { return head }
    return PairScorer.bodies.contains { reading.token(noun, is: $0) } ? noun : nil
  }

  /// *[House] Speaker Tarnov*, *[Norway] Minister Tarnov*: a body's name in the title of somebody.
  private func isTitle(_ mention: Range<Int>) -> Bool {
    let next = mention.upperBound
    guard reading.tags.indices.contains(next), reading.targetOf[next] != reading.targetOf[mention.lowerBound],
      reading.tags[next] == .propn || reading.tags[next] == .noun, reading.isCapitalised(next)
    else { return false }
    let number = Int(reading.targetOf[mention.lowerBound])
    return document.targets.indices.contains(number) && document.targets[number].kind != .person
  }

  /// Words for those who speak and act for the one whose name stands before.
  private static let bodies: [StaticString] = [
    "officials", "leaders", "lawmakers", "senators", "members", "representatives", "colleagues", "forces", "troops",
    "authorities", "government", "administration", "military", "soldiers", "diplomats", "voters", "politicians",
    "regime", "party", "legislators", "activists", "prosecutors", "negotiators",
  ]
}
