import Attribution
import Documents
import Linguistics

extension Scorer {
  /// Answers a question: for or against a target, as a text tells it.
  /// - Parameter isPure: by the lexicon alone, whatever model there is.
  public func answer(
    _ query: StanceQuery, in document: SegmentedArticle, isPure: Bool = false, trace: Trace? = nil
  ) -> StanceAnswer {
    let question = question(query, in: document)
    if !isPure, let model, let features = question.features() {
      return model.answer(
        features, reversed: question.reversed(self)?.features(), reading: question.reading, target: question.target,
        trace: trace)
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
    let ids = vocabulary.ids(of: document)
    let tags = tagger.tags(of: document)
    let noun = withoutEpithets(query.target, in: document, ids, tags)
    let reading = StanceReading(segmented: document, ids: ids, tags: tags, mentions: [[noun]])
    return Question(
      self, AskedText(reading, terms: questionTerms(in: reading)), target: reading.locator.range(query.target),
      noun: reading.locator.range(noun), holder: query.holder.map(reading.locator.range))
  }

  /// The terms of a text that is asked about; verbs of saying that take sides themselves (*condemned X*) are among them.
  func questionTerms(in reading: StanceReading) -> [TermHit] {
    TermHits(
      reading: reading, lexicon: lexicon, cues: cues, negators: negators, intensifiers: intensifiers, words: words
    ).hits(in: 0..<reading.tokens.count)
  }

  /// A mention without the adjectives of the lexicon before its noun: *[the unrepentant] governor*. They are what the
  /// text says of it.
  private func withoutEpithets(
    _ mention: Span, in document: SegmentedArticle, _ ids: [Int32], _ tags: [UPOS]
  ) -> Span {
    let all = TokenLocator(tokens: document.tokens).range(mention)
    guard let last = all.last, all.count > 1 else { return mention }
    let begin = tags[all.lowerBound] == .det ? all.lowerBound + 1 : all.lowerBound
    var noun = begin
    let text = document.article.text.utf8
    while noun < last, (0x61...0x7A).contains(text[Int(document.tokens[noun].start)]) {
      let start = noun
      lexicon.index.matches(in: ids, at: start, limit: last) { match in
        if lexicon.term(match.entry).part == .adjective { noun = max(noun, match.tokens.upperBound) }
      }
      if noun == start { break }
    }
    return noun == begin ? mention : Span(Int(document.tokens[noun].start), mention.end)
  }
}
