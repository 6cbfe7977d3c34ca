import Documents

/// Finds the tokens of a span.
package struct TokenLocator: Sendable {
  let tokens: [Token]

  package init(tokens: [Token]) { self.tokens = tokens }

  /// The tokens that overlap a span.
  package func range(_ span: Span) -> Range<Int> {
    let first = partition { Int($0.end) > span.start }
    let end = partition { Int($0.start) >= span.end }
    return first..<max(first, end)
  }

  /// The first token for which something holds that holds for all after it.
  private func partition(_ holds: (Token) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if holds(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
