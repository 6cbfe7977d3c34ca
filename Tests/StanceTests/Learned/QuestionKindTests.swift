import Testing

@testable import Stance

@Suite struct QuestionKindTests {
  @Test func tellsWhoStandsFirst() {
    #expect(QuestionKind(target: 3..<4, holder: nil) == .alone)
    #expect(QuestionKind(target: 3..<4, holder: 0..<1) == .holderFirst)
    #expect(QuestionKind(target: 3..<4, holder: 5..<7) == .holderLast)
    #expect(!QuestionKind.alone.hasHolder && QuestionKind.holderLast.hasHolder)
  }
}
