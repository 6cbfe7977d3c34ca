import Documents

/// Interviews and transcripts: paragraphs that begin with `NAME:`, whose words are the speaker's until the next label.
struct Transcript {
  let reading: Reading

  private struct Label {
    var tokens: Range<Int>
    var colon: Int
  }

  /// One candidate a labelled turn; none unless at least three paragraphs have labels and one label stands twice.
  func candidates() -> [Candidate] {
    let blocks = reading.bodyTokens()
    var labels = blocks.map { label(in: $0.tokens) }
    var counts: [String: Int] = [:]
    for case let label? in labels { counts[name(of: label), default: 0] += 1 }
    // `Interview: …` stands once and is none.
    labels = labels.map { label in
      label.flatMap { counts[name(of: $0)] ?? 0 >= 2 || isInCapitals($0) ? $0 : nil }
    }
    guard counts.values.reduce(0, +) >= 3, counts.values.contains(where: { $0 >= 2 }) else { return [] }
    let lastLabel = labels.lastIndex { $0 != nil } ?? 0
    var result: [Candidate] = []
    for (index, block) in blocks.enumerated() {
      if let label = labels[index] {
        let content = trimmed((label.colon + 1)..<block.tokens.upperBound)
        guard !content.isEmpty else { continue }
        result.append(
          Candidate(
            source: label.tokens, cue: label.colon..<(label.colon + 1), content: [content], entry: nil,
            rule: "transcript-label", confidence: 0.9, block: block.block))
      } else if !result.isEmpty, reading.document.article.blocks[block.block].kind != .subheading,
        index < lastLabel, speaksInFirstPerson(block.tokens)
      {
        result[result.count - 1].content.append(trimmed(block.tokens))
      }
    }
    return result
  }

  private func name(of label: Label) -> String { reading.text.string(reading.span(label.tokens)) }

  /// A turn that goes on in the next paragraph speaks of *I*, *we* or *you*; a narrator between the turns does not.
  private func speaksInFirstPerson(_ range: Range<Int>) -> Bool {
    range.contains { index in
      ["I", "we", "We", "my", "My", "our", "Our", "you", "You", "me", "us"].contains {
        reading.token(index, is: $0)
      }
    }
  }

  private func isInCapitals(_ label: Label) -> Bool {
    let name = name(of: label)
    return name == name.uppercased()
  }

  /// `MARTA QUILLON:`, `Q:`, `The minister:` – at most six words, the first with a capital, a colon, then more text.
  private func label(in range: Range<Int>) -> Label? {
    // A transcript may stand in quotation marks, opened again at each turn.
    let start = range.lowerBound + (range.first.map(reading.isMark) ?? false ? 1 : 0)
    for index in (start..<max(start, range.upperBound)).prefix(8) {
      if reading.token(index, is: ":") {
        let words = start..<index
        guard !words.isEmpty, index + 1 < range.upperBound, reading.isCapitalised(words.lowerBound) else { return nil }
        return Label(tokens: words, colon: index)
      }
      if reading.tags[index] == .punct, !reading.token(index, is: "."), !reading.token(index, is: "("),
        !reading.token(index, is: ")")
      {
        return nil
      }
    }
    return nil
  }

  /// Without a stage direction at the end and without the final full stop.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, reading.isFinalStop(end - 1), reading.token(end - 1, is: "."),
      !reading.isQuoted(end - 1)
    {
      end -= 1
    }
    return range.lowerBound..<end
  }
}
