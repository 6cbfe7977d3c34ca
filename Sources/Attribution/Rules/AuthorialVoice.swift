import Documents

/// The article's own voice: one statement for each body sentence outside attributed content.
struct AuthorialVoice {
  let reading: Reading

  private var document: SegmentedArticle { reading.document }

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
