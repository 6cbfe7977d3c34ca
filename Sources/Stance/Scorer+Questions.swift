import Documents
import Linguistics

extension Scorer {
  /// Answers a question: for or against a target, as a text tells it.
  public func answer(_ query: StanceQuery, in document: SegmentedArticle) -> StanceAnswer {
    let question = question(query, in: document)
    if let model, let features = question.features() {
      return model.answer(
        features, reading: question.reading, target: question.target, isPair: question.holder != nil)
    }
    let score = Formula.score(question.hits.map(\.contribution))
    return StanceAnswer(
      side: Formula.side(score, from: Formula.questionThreshold), score: score, hits: question.hits)
  }

  /// What a model would see of a question; `nil` without trees.
  package func features(of query: StanceQuery, in document: SegmentedArticle) -> StanceFeatures? {
    question(query, in: document).features()
  }

  private func question(_ query: StanceQuery, in document: SegmentedArticle) -> Question {
    let reading = StanceReading(
      segmented: document, ids: vocabulary.ids(of: document.tokens, in: query.text), tags: tagger.tags(of: document),
      mentions: [[query.target]])
    let target = reading.locator.range(query.target)
    let holder = query.holder.map(reading.locator.range)
    let own = OwnWords(of: target, reading: reading, cues: cues, words: words)
    let terms = TermHits(
      reading: reading, lexicon: lexicon, cues: cues, negators: negators, intensifiers: intensifiers, words: words)
    let hits = QueryScorer(reading: reading, terms: terms, words: words, own: own).hits(target: target, holder: holder)
    return Question(reading: reading, target: target, holder: holder, own: own, hits: hits)
  }
}

/// A question with its hits.
private struct Question {
  let reading: StanceReading
  let target: Range<Int>
  let holder: Range<Int>?
  let own: OwnWords
  let hits: [Stance.Hit]

  func features() -> StanceFeatures? {
    guard let tree = reading.tree, !target.isEmpty else { return nil }
    return FeatureMaker(reading: reading, tree: tree, target: target, holder: holder, hits: hits, own: own).features()
  }
}
