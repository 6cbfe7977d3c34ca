import Attribution
import Documents
import Lexicons
import Linguistics

/// Says for or against whom each statement stands, in the open: every score is the sum of its hits. A class, since it
/// holds whole lexicons.
public final class Scorer: Sendable {
  public struct Resources: Sendable {
    public var stance: [LexiconFile]
    public var cues: [LexiconFile]
    public var negators: [LexiconFile]
    public var intensifiers: [LexiconFile]
    public var names: [LexiconFile]
    public var roles: [LexiconFile]
    /// What tags documents without trees, if somebody else has one of these lexicons already.
    public var tagger: LazyShallowTagger?

    public init(
      stance: [LexiconFile], cues: [LexiconFile] = [], negators: [LexiconFile] = [], intensifiers: [LexiconFile] = [],
      names: [LexiconFile] = [], roles: [LexiconFile] = [], tagger: LazyShallowTagger? = nil
    ) {
      self.stance = stance
      self.cues = cues
      self.negators = negators
      self.intensifiers = intensifiers
      self.names = names
      self.roles = roles
      self.tagger = tagger
    }
  }

  let vocabulary: Vocabulary
  let lexicon: StanceLexicon
  let cues: CueLexicon
  let negators: WordList
  let intensifiers: WordList
  let words: FunctionWords
  let tagger: LazyShallowTagger
  let model: StanceModel?

  /// How outputs name the lexicons: `stance@1.0`.
  public var reference: String { lexicon.reference }

  /// - Parameter model: learned weights for questions about texts with trees; without them the lexicons answer.
  /// - Throws: lexicon entries that cannot be read.
  public init(resources: Resources, model: StanceModel? = nil) throws(Diagnostics) {
    self.model = model
    var vocabulary = Vocabulary.ofTokens(
      for: resources.stance + resources.cues + resources.negators + resources.intensifiers)
    words = FunctionWords(vocabulary: &vocabulary)
    let lexicon = try StanceLexicon(resources.stance, vocabulary: &vocabulary)
    cues = try CueLexicon(resources.cues, vocabulary: &vocabulary)
    negators = try WordList(resources.negators, vocabulary: &vocabulary)
    intensifiers = try WordList(resources.intensifiers, vocabulary: &vocabulary)
    tagger =
      resources.tagger
      ?? LazyShallowTagger(
        verbFiles: resources.cues + resources.stance, nameFiles: resources.names, nounFiles: resources.roles)
    self.lexicon = lexicon.linked(to: vocabulary)
    self.vocabulary = vocabulary
  }

  public func score(_ document: ResolvedArticle, trace: Trace? = nil) -> ScoredArticle {
    SideBySide([self]).score(document, trace: trace)
  }

  func reading(of document: ResolvedArticle) -> StanceReading {
    let segmented = document.attributed.segmented
    return StanceReading(
      document: document, ids: vocabulary.ids(of: segmented),
      tags: tagger.tags(of: segmented))
  }

  func acts(in document: ResolvedArticle, _ reading: StanceReading) -> [ActFinder.Act] {
    ActFinder(document: document, reading: reading, lexicon: lexicon, words: words).acts()
  }

  func terms(in reading: StanceReading, trace: Trace?) -> TermHits {
    TermHits(
      reading: reading, lexicon: lexicon, cues: nil, negators: negators, intensifiers: intensifiers, words: words,
      trace: trace)
  }

  /// Adds the stances of a statement to each of its targets.
  /// - Parameter nested: indices of the statements inside it.
  func addStances(
    of statement: Statement, _ index: Int, nested: [Int], in document: ResolvedArticle, _ terms: TermHits,
    _ pairs: PairScorer?, to result: inout [Stance], trace: Trace?
  ) {
    guard let hull = statement.content.hull else { return }
    let reading = terms.reading
    let link = document.links[index]
    let holder = document.speakers.indices.contains(link.speaker) ? document.speakers[link.speaker].id : nil
    let targets = document.targets
    let holderIsMedium = targets.indices.contains { targets[$0].isMedium && targets[$0].id == holder }
    // Most statements speak of few of a document's targets, which only weights could tell otherwise.
    let numbers = pairs == nil && trace == nil ? reading.targets(in: statement.content) : Array(targets.indices)
    guard !numbers.isEmpty else { return }
    let scorer = StatementScorer(statement, reading: reading, terms: terms, cues: cues, words: words, trace: trace)
    for number in numbers {
      let target = document.targets[number]
      guard target.id != holder, target.kind != .place else {
        trace?.unscored(statement, target, target.kind == .place ? "a place is nobody's target" : "the holder itself")
        continue
      }
      let mentions = TargetMentions.inContent(of: statement, target, reading)
      let verdict = pairs.flatMap {
        learned($0, on: number, by: statement, mentions, link, holderIsMedium: holderIsMedium)
      }
      var isLearned = false
      if case .learned = verdict { isLearned = true }
      guard !mentions.isEmpty || isLearned else {
        trace?.unscored(statement, target, "a demonym before a name speaks of somebody else")
        continue
      }
      trace?.beginStance(
        statement: statement.id, target: target.id, lexicon: lexicon.reference, holderIsMedium: holderIsMedium)
      let hits =
        holderIsMedium
        ? []
        : scorer.hits(
          mentions: pairs.map { mentions.filter($0.isOneself) } ?? mentions,
          silenced: silenced(nested, by: target, in: document))
      let score = Formula.score(hits.map(\.contribution))
      trace?.finishStance(sum: hits.reduce(0) { $0 + $1.contribution }, formula: Formula.text)
      var stance = Stance(
        statement: index, target: number, mentions: mentions.map(reading.span), side: Formula.side(score),
        score: score, span: hull, lexicon: lexicon.reference, hits: hits)
      if let verdict, let pairs {
        let voice: Voice = statement.kind == .authorial ? .author : isNamed(link, in: document) ? .named : .unnamed
        stance.take(verdict, by: pairs, voice, trace)
        if case .leaning(let answer?) = verdict, statement.kind != .authorial { pairs.note(answer, index, number) }
      }
      result.append(stance)
    }
  }

  /// What the learned weights say of a statement and a target; `nil` where they have no say.
  private func learned(
    _ pairs: PairScorer, on target: Int, by statement: Statement, _ mentions: [Range<Int>], _ link: SpeakerLink,
    holderIsMedium: Bool
  ) -> PairScorer.Verdict? {
    if statement.kind == .authorial { return pairs.verdict(ofAuthorOn: target, mentions) }
    if holderIsMedium { return nil }
    let speakers = pairs.document.speakers
    // Where there is nobody to ask about, the terms must be as sure as beside weights that are not.
    guard speakers.indices.contains(link.speaker), speakers[link.speaker].name != nil else { return .leaning(nil) }
    return pairs.verdict(
      on: target, by: statement, mentions, speaker: speakers[link.speaker], isNamed: isNamed(link, in: pairs.document))
  }

  /// *critics*, *a report* and whoever *they* are elsewhere have no name.
  private func isNamed(_ link: SpeakerLink, in document: ResolvedArticle) -> Bool {
    link.attribution != .anonymous && document.speakers.indices.contains(link.speaker)
      && document.speakers[link.speaker].kind != .unnamed
  }

  /// Contents of nested statements whose speaker is the target.
  private func silenced(_ nested: [Int], by target: Target, in document: ResolvedArticle) -> [Span] {
    nested.filter { index in
      document.speakers.indices.contains(document.links[index].speaker)
        && document.speakers[document.links[index].speaker].id == target.id
    }.flatMap { document.attributed.statements[$0].content }
  }

  /// The stance of a deed.
  /// - Parameter hit: its verb; `nil` where the lexicon does not know it.
  func stance(
    of act: ActFinder.Act, _ index: Int, _ hit: Stance.Hit?, in document: ResolvedArticle, trace: Trace?
  ) -> Stance {
    if let answer = act.answer {
      var stance = Stance(
        statement: index, target: act.target, mentions: act.mentions, side: .neutral, score: 0,
        span: act.statement.content.hull ?? Span(0, 0), lexicon: lexicon.reference, hits: [])
      trace?.beginStance(
        statement: act.statement.id, target: document.targets[act.target].id, lexicon: model?.reference ?? "")
      stance.take(answer, by: model?.reference ?? "", trace)
      return stance
    }
    let hits = [hit].compactMap(\.self)
    let score = Formula.score(hits.map(\.contribution))
    if let trace {
      trace.beginStance(
        statement: act.statement.id, target: document.targets[act.target].id,
        lexicon: lexicon.reference)
      for hit in hits { trace.add(HitNote(span: hit.span, negation: hit.contribution / hit.weight)) }
      trace.finishStance(sum: hits.reduce(0) { $0 + $1.contribution }, formula: Formula.text)
    }
    return Stance(
      statement: index, target: act.target, mentions: act.mentions, side: Formula.side(score), score: score,
      span: act.statement.content.hull ?? hit?.span ?? Span(0, 0), lexicon: lexicon.reference, hits: hits)
  }
}

/// Whose words a statement has.
private enum Voice { case author, named, unnamed }

extension Stance {
  /// A row of which the weights are sure is theirs, unless the lexicons are surer of the other side: then nobody takes
  /// one. Where the weights are not sure the lexicons decide if they are very sure, and need them on their side.
  fileprivate mutating func take(
    _ verdict: PairScorer.Verdict, by pairs: PairScorer, _ voice: Voice, _ trace: Trace?
  ) {
    switch verdict {
    case .learned(let answer, let mention):
      if mentions.isEmpty { mentions = [pairs.reading.span(mention)] }
      if isOpposed(to: answer),
        abs(score) > abs(answer.score) - (hits.contains(where: \.isNegated) ? Formula.negationLead : 0)
      {
        overrule("the learned weights are sure of the other side", trace)
      } else {
        take(answer, by: pairs.reference, trace)
      }
    case .leaning(let answer):
      // What an author writes is his own: there the two need only agree.
      let isShared = voice == .author && (answer?.score ?? 0) * (score < 0 ? -1 : 1) >= Formula.leaning
      if isOpposed(to: answer) {
        overrule("the learned weights lean to the other side", trace)
      } else if !hits.contains(where: { $0.role != "context" }), !(voice == .author && isSubject(in: pairs)) {
        overrule("beside learned weights that are not sure a term must be tied to the target", trace)
      } else if voice == .unnamed {
        overrule("of a source without a name only learned weights that are sure decide", trace)
      } else if !isShared, abs(score) < Formula.thresholdBesideWeights {
        overrule(
          "beside learned weights that are not sure the terms need a score of \(Formula.thresholdBesideWeights)", trace)
      }
    }
  }

  /// Whether a sentence is about the target: there what stands near counts, as in *Norway must withdraw its threats*.
  private func isSubject(in pairs: PairScorer) -> Bool {
    mentions.contains { pairs.tree.relations[pairs.tree.head(of: pairs.reading.locator.range($0))] == .nsubj }
  }

  private func isOpposed(to answer: StanceAnswer?) -> Bool {
    guard let answer, side != .neutral else { return false }
    return (side == .favor) != (answer.score > 0)
  }

  private mutating func overrule(_ reason: String, _ trace: Trace?) {
    if side != .neutral { trace?.overrule(reason) }
    side = .neutral
  }

  fileprivate mutating func take(_ answer: StanceAnswer, by reference: String, _ trace: Trace?) {
    take(answer, by: reference)
    trace?.decide(hits, by: reference, formula: StanceModel.formula)
  }

  /// Takes side, score and hits of a learned answer.
  mutating func take(_ answer: StanceAnswer, by reference: String) {
    side = answer.score > 0 ? .favor : .against
    score = answer.score
    hits = answer.hits
    lexicon = reference
  }
}

extension Trace {
  /// Notes a target that a statement speaks of.
  fileprivate func unscored(_ statement: Statement, _ target: Target, _ reason: String) {
    guard target.mentions.contains(where: { mention in statement.content.contains { $0.contains(mention.span) } })
    else { return }
    unscored.append(UnscoredTarget(statement: statement.id, target: target.name, reason: reason))
  }
}
