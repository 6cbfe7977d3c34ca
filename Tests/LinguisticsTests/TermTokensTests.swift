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
    let parts = TermTokens.split(Array(word.utf8)[...])?.map { String(decoding: $0, as: UTF8.self) }
    #expect((parts ?? [word]) == tokens)
  }

  @Test func hyphenatedTermsAreFound() {
    var vocabulary = Vocabulary.ofTokens()
    var builder = TermIndexBuilder()
    builder.insert("rule-breaking", inflects: false, as: .adjective, irregular: [], entry: 7, vocabulary: &vocabulary)
    let ids = ["a", "rule", "-", "breaking", "ferry"].map { vocabulary.id(of: $0) }
    #expect(builder.index.longestMatches(in: ids, 0..<5).map(\.tokens) == [1..<4])
  }

  /// Which words stay whole is noted by their form, and only where that does not hang on how they are written.
  @Test func aWordIsSplitWhereverItComesFirst() {
    var vocabulary = Vocabulary.ofTokens()
    var builder = TermIndexBuilder()
    // Whole words of the vocabulary that terms split.
    for word in ["cannot", "rule-breaking", "harbour"] { _ = vocabulary.intern(word) }
    for (entry, term) in ["harbour", "Harbour", "cannot", "Cannot", "rule-breaking", "5km"].enumerated() {
      builder.insert(term, inflects: false, as: .phrase, irregular: [], entry: entry, vocabulary: &vocabulary)
    }
    let text = ["harbour", "can", "not", "rule", "-", "breaking", "5", "km"].map { vocabulary.id(of: $0) }
    #expect(builder.index.longestMatches(in: text, 0..<8).map(\.entry) == [0, 2, 4, 5])
  }
}
