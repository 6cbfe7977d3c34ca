import Documents
import Testing

@testable import Lexicons

@Suite struct TermIndexTests {
  /// Entries found in a text of words, as `entry:first-last`.
  private func found(_ terms: [String], in text: String) -> [String] {
    var vocabulary = Vocabulary()
    var builder = TermIndexBuilder()
    for (entry, term) in terms.enumerated() {
      builder.insert(term, inflects: false, as: .phrase, irregular: [], entry: entry, vocabulary: &vocabulary)
    }
    _ = vocabulary.intern("corrupted")
    let index = builder.index.linked(to: vocabulary)
    let text = Text(text)
    var tokens: [Token] = []
    var start: Int?
    for (offset, byte) in text.utf8.enumerated() {
      if byte == 0x20, let from = start {
        tokens.append(Token(start: from, end: offset))
        start = nil
      } else if byte != 0x20, start == nil {
        start = offset
      }
    }
    if let start { tokens.append(Token(start: start, end: text.utf8.count)) }
    let ids = vocabulary.ids(of: tokens, in: text)
    return index.longestMatches(in: ids, 0..<ids.count).map {
      "\($0.entry):\($0.tokens.lowerBound)-\($0.tokens.upperBound)"
    }
  }

  @Test func prefixesMatchKnownAndUnknownWords() {
    #expect(
      found(["corrupt*"], in: "corrupt corruption corrupted CORRUPTIBLE corrup") == [
        "0:0-1", "0:1-2", "0:2-3", "0:3-4",
      ])
  }

  @Test func theWordItselfComesBeforeAPrefix() {
    #expect(found(["aid*", "aide"], in: "aide aides aid") == ["1:0-1", "0:1-2", "0:2-3"])
  }

  @Test func theLongerPrefixComesFirst() {
    #expect(found(["vic*", "victor*"], in: "victorious vicious") == ["1:0-1", "0:1-2"])
  }

  @Test func prefixesStandAnywhereInAPhrase() {
    #expect(
      found(["cut* corner*", "corner"], in: "they cut corners cutting cornered corner") == ["0:1-3", "0:3-5", "1:5-6"])
  }

  @Test func irregularFormsAndPhrasesAreFound() {
    var vocabulary = Vocabulary()
    var builder = TermIndexBuilder()
    builder.insert(
      "stand by", inflects: true, as: .verb, irregular: ["stands", "stood", "standing", "stood"], entry: 0,
      vocabulary: &vocabulary)
    builder.insert(
      "harbour crisis", inflects: true, as: .noun, irregular: ["crises"], entry: 1, vocabulary: &vocabulary)
    let index = builder.index
    let ids = ["they", "stood", "by", "Harbour", "Crises"].map { vocabulary.id(of: $0) }
    let found = index.longestMatches(in: ids, 0..<5)
    #expect(found.map(\.tokens) == [1..<3, 3..<5])
    #expect(found.map(\.form) == [.past, .plural])
    // The index that the builder gave out does not grow with it.
    builder.insert("they", inflects: false, as: .phrase, irregular: [], entry: 2, vocabulary: &vocabulary)
    #expect(index.longestMatches(in: [vocabulary.id(of: "they")], 0..<1).isEmpty)
  }
}
