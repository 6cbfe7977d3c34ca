import Documents
import Testing

@testable import Attribution

struct TokenLocatorTests {
  /// Long and short tokens, some glued together.
  private let tokens: [Token] = {
    var tokens: [Token] = []
    var start = 3
    for number in 0..<120 {
      let length = number % 17 == 0 ? 40 : 1 + number % 5
      tokens.append(Token(start: start, end: start + length))
      start += length + (number % 4 == 0 ? 0 : 1) + (number == 60 ? 900 : 0)
    }
    return tokens
  }()

  @Test func findsTheTokensThatOverlapASpan() {
    let locator = TokenLocator(tokens: tokens)
    for start in stride(from: 0, to: 1_900, by: 3) {
      for length in [0, 1, 4, 30, 400, 3_000] {
        let span = Span(start, start + length)
        let first = tokens.firstIndex { $0.end > span.start } ?? tokens.count
        let end = tokens.firstIndex { $0.start >= span.end } ?? tokens.count
        #expect(locator.range(span) == first..<max(first, end))
      }
    }
  }

  @Test func aDocumentWithoutTokensHasNone() {
    #expect(TokenLocator(tokens: []).range(Span(0, 9)) == 0..<0)
  }
}
