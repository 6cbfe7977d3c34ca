import Documents

/// The article's own voice: one statement for each body sentence outside attributed content.
struct AuthorialVoice {
  let reading: Reading

  private var document: SegmentedArticle { reading.document }

  /// Leaves out what only looks like another's words where the author speaks: demands on somebody (*Seoul must tell
  /// Moscow …*), and doubtful candidates without a quotation.
  func withoutItsOwn(_ candidates: [Candidate]) -> [Candidate] {
    candidates.filter { candidate in
      if candidate.content.contains(where: { $0.contains(where: reading.isQuoted) }) { return true }
      if candidate.source == nil || candidate.confidence < 0.5 { return false }
      return !candidate.cue.contains(where: isObligation) && !isObligation(candidate.cue.lowerBound - 1)
    }
  }

  private func isObligation(_ index: Int) -> Bool {
    ["must", "should", "ought", "needs", "need"].contains { word in
      reading.tokens.indices.contains(index) && reading.bytes(index).elementsEqual(word.utf8)
    }
  }

  /// Sentences in which nobody else speaks, trimmed of white space.
  /// - Parameter attributed: the statements that were found.
  func sentences(outside attributed: [Statement]) -> [Sentence] {
    let taken = attributed.flatMap { $0.content + $0.cue }.sorted()
    return document.sentences.filter { sentence in
      let kind = document.kind(of: sentence)
      guard kind.isRead, kind != .subheading, sentence.tokens.count >= 3,
        reading.contains(sentence.tokens, tag: .verb, .aux)
      else { return false }
      return !taken.contains { $0.overlaps(sentence.span) }
    }
  }
}
