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
    let question = Question(
      self, reading: reading, terms: terms(in: reading, withCues: true).hits(in: 0..<reading.tokens.count),
      target: reading.locator.range(query.target), holder: query.holder.map(reading.locator.range))
    return question
  }

  /// - Parameter withCues: whether verbs of saying that take sides themselves (*condemned X*) are terms.
  func terms(in reading: StanceReading, withCues: Bool) -> TermHits {
    TermHits(
      reading: reading, lexicon: lexicon, cues: withCues ? cues : nil, negators: negators, intensifiers: intensifiers,
      words: words)
  }
}
