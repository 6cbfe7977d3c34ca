import Documents

/// Finds the tokens of a span.
package struct TokenLocator: Sendable {
  private let tokens: [Token]
  /// For each piece of the text the first token that ends behind the piece's beginning.
  private let firstOfPiece: [Int32]

  private static let pieceSize = 32

  package init(tokens: [Token]) {
    self.tokens = tokens
    var first: [Int32] = []
    first.reserveCapacity(Int(tokens.last?.end ?? 0) / Self.pieceSize + 1)
    for index in tokens.indices {
      while first.count * Self.pieceSize < Int(tokens[index].end) { first.append(Int32(truncatingIfNeeded: index)) }
    }
    firstOfPiece = first
  }

  /// The locator of a document, made once.
  package static func of(_ document: SegmentedArticle) -> TokenLocator {
    document.memo.value(of: maker) { TokenLocator(tokens: document.tokens) }
  }

  private final class Maker: Sendable {}
  private static let maker = Maker()

  /// The tokens that overlap a span.
  package func range(_ span: Span) -> Range<Int> {
    let first = first(endingBehind: span.start)
    var end = max(first, self.first(endingBehind: span.end - 1))
    if end < tokens.count, Int(tokens[end].start) < span.end { end += 1 }
    return first..<end
  }

  /// The first token that ends behind a place.
  private func first(endingBehind place: Int) -> Int {
    guard place >= 0 else { return 0 }
    guard place / Self.pieceSize < firstOfPiece.count else { return tokens.count }
    var index = Int(firstOfPiece[place / Self.pieceSize])
    while index < tokens.count, Int(tokens[index].end) <= place { index += 1 }
    return index
  }
}
