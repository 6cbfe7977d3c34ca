import Lexicons
import Testing

@testable import Linguistics

@Suite struct TermTokensTests {
  @Test(arguments: [
    ("harbour", ["harbour"]), ("rule-breaking", ["rule", "-", "breaking"]), ("non-profit", ["non-profit"]),
    ("Don't", ["Do", "n't"]), ("cannot", ["can", "not"]), ("Fisher’s", ["Fisher", "’s"]), ("Gov.", ["Gov."]),
    ("U.N.", ["U.N."]), ("win-win", ["win", "-", "win"]), (":)", [":)"]), ("'ll", ["'ll"]), ("n't", ["n't"]),
  ])
  func splitsAsTextsAreSplit(word: String, tokens: [String]) {
    #expect(TermTokens.split(word) == tokens)
  }

  @Test func hyphenatedTermsAreFound() {
    var vocabulary = Vocabulary.ofTokens()
    var index = TermIndex()
    index.insert("rule-breaking", inflects: false, as: .adjective, irregular: [], entry: 7, vocabulary: &vocabulary)
    let ids = ["a", "rule", "-", "breaking", "ferry"].map { vocabulary.id(of: $0) }
    #expect(index.longestMatches(in: ids, 0..<5).map(\.tokens) == [1..<4])
  }
}
