import Testing

@testable import Training

struct TextAlignmentTests {
  private func held(_ page: [UInt64], _ gold: [UInt64]) -> [UInt64] {
    let alignment = TextAlignment(page: page, gold: gold)
    return zip(page, alignment.isHeld).filter(\.1).map(\.0)
  }

  @Test func wordsInOrder() {
    #expect(held([1, 2, 3, 4, 5], [2, 4]) == [2, 4])
    #expect(held([1, 2, 3], []).isEmpty)
    #expect(held([], [1]).isEmpty)
  }

  /// Too long for the table of common subsequences: anchors find the body, once, though the page holds it twice.
  @Test func aBodyInsideALongPage() {
    let body = (1000..<1600).map(UInt64.init)
    let page = (1..<900).map(UInt64.init) + body + (2000..<2300).map(UInt64.init) + body
    #expect(held(page, body) == body)
  }
}
