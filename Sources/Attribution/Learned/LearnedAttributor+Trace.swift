import Documents

/// What `explain` shows of the rankers' choices.
extension LearnedAttributor {
  /// Candidates beyond these say nothing to a reader.
  private static let shown = 5

  func note(_ cue: (token: Int, logit: Float)) -> CueNote {
    CueNote(tokens: cue.token..<(cue.token + 1), finder: "learned", probability: logistic(cue.logit))
  }

  /// The best contents by score, and *none*; scores are above that of *none*.
  func contents(_ spans: [ContentSpan], _ scores: [Float], none: Float) -> [CueNote.Choice] {
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return order.prefix(Self.shown).enumerated().map { place, index in
      CueNote.Choice(tokens: spans[index].ranges, score: Double(scores[index] - none), isChosen: place == 0)
    }
  }

  /// The words of a candidate for the source.
  func sourceTokens(_ head: Int, _ cue: Int, _ content: ContentSpan) -> Range<Int> {
    view.sourceRange(Proposal(cue: cue, content: content, source: head, inputs: [])) ?? head..<(head + 1)
  }
}

extension CueNote {
  mutating func add(source: Range<Int>, _ score: Float) {
    sources.append(Choice(tokens: [source], score: Double(score), isChosen: false))
  }

  /// Sorts the sources and adds *nobody*, whose score the others are counted from.
  mutating func finishSources(none: Float) {
    sources.append(Choice(tokens: [], score: Double(none), isChosen: false))
    sources = sources.map { Choice(tokens: $0.tokens, score: $0.score - Double(none), isChosen: false) }
    // *Nobody* wins over its equals, and earlier ones over later ones.
    let order = sources.indices.sorted { a, b in
      let first = (sources[b].score, sources[a].tokens.count, a)
      return first < (sources[a].score, sources[b].tokens.count, b)
    }
    sources = order.prefix(5).enumerated().map { place, index in
      Choice(tokens: sources[index].tokens, score: sources[index].score, isChosen: place == 0)
    }
  }
}
