import Documents

/// Finds the tokens of a span.
package struct TokenLocator: Sendable {
  let tokens: [Token]

  package init(tokens: [Token]) { self.tokens = tokens }

  /// The tokens that overlap a span.
  package func range(_ span: Span) -> Range<Int> {
    let first = tokens.partitioningIndex { Int($0.end) > span.start }
    // Most spans are short: their end is sooner reached than looked for.
    var end = first
    while end < tokens.count, end - first < 16, Int(tokens[end].start) < span.end { end += 1 }
    if end - first == 16 { end = max(end, tokens.partitioningIndex { Int($0.start) >= span.end }) }
    return first..<end
  }
}
