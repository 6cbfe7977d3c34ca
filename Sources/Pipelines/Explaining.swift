import Documents

extension Pipeline {
  /// Runs all stages over one document, as ``process(_:)`` does, and keeps what they weighed.
  /// - Throws: the stage that could not go on, and why.
  public func explain(_ source: SourceDocument) throws(StageFailure) -> (document: any Document, trace: Trace) {
    let trace = Trace()
    let document = try process(source, trace: trace)
    if let scored = document as? ScoredArticle, let questions = try? questions() {
      try ask(questions, of: scored, into: trace)
    }
    return (document, trace)
  }

  /// Asks the learned scorer, which answers questions, of each stance: the sentence with its first mention.
  private func ask(_ questions: Questions, of scored: ScoredArticle, into trace: Trace) throws(StageFailure) {
    let segmented = scored.resolved.attributed.segmented
    let first = trace.stances.first?.lexicon
    for (index, stance) in scored.stances.enumerated()
    where trace.stances.indices.contains(index) && stance.lexicon == first {
      let number = segmented.sentences.partitioningIndex { $0.span.end > stance.mentions.first?.start ?? 0 }
      guard let mention = stance.mentions.first, segmented.sentences.indices.contains(number) else { continue }
      let span = segmented.sentences[number].span
      guard span.contains(mention) else { continue }
      let query = StanceQuery(
        text: Text(segmented.article.text.string(span)),
        target: Span(mention.start - span.start, mention.end - span.start))
      let answered = Trace()
      _ = try questions.answer(query, trace: answered)
      guard var learned = answered.learned else { return }
      for part in learned.parts.indices {
        guard let place = learned.parts[part].span else { continue }
        learned.parts[part].span = Span(place.start + span.start, place.end + span.start)
      }
      trace.stances[index].learned = learned
    }
  }
}
