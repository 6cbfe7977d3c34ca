import Documents

/// Finds the tokens of a span.
package struct TokenLocator: Sendable {
  let tokens: [Token]

  package init(tokens: [Token]) { self.tokens = tokens }

  /// The tokens that overlap a span.
  package func range(_ span: Span) -> Range<Int> {
    let first = tokens.partitioningIndex { Int($0.end) > span.start }
    let end = tokens.partitioningIndex { Int($0.start) >= span.end }
    return first..<max(first, end)
  }
}
