import Documents

/// Scores a document by several lexicons, each by itself: one stance a statement, target and lexicon.
///
/// Each has the rows that it would have alone. What counts as a deed is what any of them holds for one, so that all have
/// the same statements; a lexicon that does not know a deed's verb is neutral there.
public struct SideBySide: Sendable {
  private let scorers: [Scorer]

  /// - Parameter scorers: one a lexicon, at least one.
  public init(_ scorers: [Scorer]) { self.scorers = scorers }

  public func score(_ document: ResolvedArticle, trace: Trace? = nil) -> ScoredArticle {
    guard document.article.metadata.language ?? "en" == "en" else {
      return ScoredArticle(resolved: document, stances: [])
    }
    let readings = scorers.map { $0.reading(of: document) }
    let terms = zip(scorers, readings).map { $0.terms(in: $1, trace: trace) }
    let acts = zip(scorers, readings).map { $0.acts(in: document, $1) }
    // Learned weights go with one lexicon: beside several each has the rows of its own terms.
    let pairs =
      scorers.count == 1 ? readings.first.flatMap { PairScorer(scorers[0], document: document, reading: $0) } : nil
    var seen: Set<String> = []
    var adder = ActAdder(document)
    let placed = adder.add(
      acts.joined().filter { seen.insert("\($0.statement.id) \($0.target)").inserted } + learnedActs(pairs, acts))
    let final = adder.document
    let statements = final.attributed.statements
    var nested = [[Int]](repeating: [], count: statements.count)
    for index in statements.indices {
      guard let parent = statements[index].parent else { continue }
      for outer in statements.indices where statements[outer].id == parent { nested[outer].append(index) }
    }
    var stances: [Stance] = []
    for index in statements.indices {
      if !placed.isEmpty, let placed = placed[index] {
        for act in placed {
          stances += zip(scorers, acts).map { scorer, acts in
            let own = acts.first { $0.statement.id == statements[index].id && $0.target == act.target }
            return scorer.stance(of: act, index, own?.hit, in: final, trace: trace)
          }
        }
      } else if scorers.count == 1, let scorer = scorers.first, let terms = terms.first {
        scorer.addStances(
          of: statements[index], index, nested: nested[index], in: final, terms, pairs, to: &stances, trace: trace)
      } else {
        let rows = zip(scorers, terms).map { scorer, terms in
          var rows: [Stance] = []
          scorer.addStances(
            of: statements[index], index, nested: nested[index], in: final, terms, pairs, to: &rows, trace: trace)
          return rows
        }
        // All have the same targets.
        for target in (rows.first ?? []).indices { stances += rows.map { $0[target] } }
      }
    }
    if let pairs { settle(&stances, in: final, pairs, trace) }
    return ScoredArticle(resolved: final, stances: stances)
  }

  /// Neutral rows take the side to which their learned score leans, where surer rows of the same two take it.
  private func settle(_ stances: inout [Stance], in document: ResolvedArticle, _ pairs: PairScorer, _ trace: Trace?) {
    let settled = SettledPairs(document, stances)
    for index in stances.indices where stances[index].side == .neutral {
      let (statement, target) = (stances[index].statement, stances[index].target)
      guard let answer = pairs.leaning(statement, target),
        let surest = settled.surest(statement, target, agreeingWith: answer.score)
      else { continue }
      stances[index].take(answer, by: pairs.reference)
      trace?.settle(index, stances[index], formula: StanceModel.formula, like: surest)
    }
  }

  /// Deeds that the learned weights find beside those of the lexicons.
  private func learnedActs(_ pairs: PairScorer?, _ acts: [[ActFinder.Act]]) -> [ActFinder.Act] {
    guard let pairs, let scorer = scorers.first, let known = acts.first else { return [] }
    let finder = ActFinder(
      document: pairs.document, reading: pairs.reading, lexicon: scorer.lexicon, words: scorer.words)
    return PairActFinder(pairs: pairs, finder: finder).acts().filter { act in
      !known.contains { other in
        other.actor == act.actor && other.target == act.target
          && other.mentions.contains { mention in act.mentions.contains(mention) }
      }
    }
  }

  /// The answer of the first lexicon, or of its model; where there are several, what each answers by the open formula
  /// too.
  public func answer(_ query: StanceQuery, in document: SegmentedArticle, trace: Trace? = nil) -> StanceAnswer {
    guard let first = scorers.first else { return StanceAnswer(side: .neutral, score: 0, hits: []) }
    var answer = first.answer(query, in: document, trace: trace)
    if scorers.count > 1 {
      answer.lexicons = scorers.map { scorer in
        let own = scorer.answer(query, in: document, isPure: true)
        return .init(lexicon: scorer.reference, side: own.side, score: own.score, hits: own.hits)
      }
    }
    return answer
  }

  /// What the first lexicon's model would see of a question; `nil` without trees.
  package func features(of query: StanceQuery, in document: SegmentedArticle) -> StanceFeatures? {
    scorers.first?.features(of: query, in: document)
  }
}
