import Documents

/// Finds the tokens of a span.
package struct TokenLocator: Sendable {
  let tokens: [Token]

  package init(tokens: [Token]) { self.tokens = tokens }

  /// The tokens that overlap a span.
  package func range(_ span: Span) -> Range<Int> {
    let first = first(endingBehind: span.start)
    // Most spans are short: their end is sooner reached than looked for.
    var end = first
    while end < tokens.count, end - first < 16, Int(tokens[end].start) < span.end { end += 1 }
    if end - first == 16 { end = max(end, tokens.partitioningIndex { Int($0.start) >= span.end }) }
    return first..<end
  }

  /// The first token that ends behind a place: looked for around where it would be were all tokens of one length.
  private func first(endingBehind place: Int) -> Int {
    guard let last = tokens.last, Int(last.end) > place, place >= 0 else { return place < 0 ? 0 : tokens.count }
    var index = min(tokens.count - 1, place * tokens.count / Int(last.end))
    for _ in 0..<32 {
      if Int(tokens[index].end) <= place {
        index += 1
      } else if index > 0, Int(tokens[index - 1].end) > place {
        index -= 1
      } else {
        return index
      }
    }
    return tokens.partitioningIndex { Int($0.end) > place }
  }
}
