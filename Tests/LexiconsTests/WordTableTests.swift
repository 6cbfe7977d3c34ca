import Documents
import Testing

@testable import Lexicons

@Suite struct WordTableTests {
  private static func table(_ words: [String], patterns: [String] = []) -> WordTable {
    var vocabulary = Vocabulary()
    for word in words { _ = vocabulary.intern(word) }
    for pattern in patterns { _ = vocabulary.intern(pattern: Array(pattern.utf8)[...]) }
    return WordTable(vocabulary)
  }

  private static func ids(_ vocabulary: Vocabulary, _ text: String) -> [Int32] {
    let text = Text(text)
    var tokens: [Token] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      tokens.append(Token(start: word.startIndex, end: word.endIndex))
    }
    return vocabulary.ids(of: tokens, in: text)
  }

  /// A vocabulary knows the prepared words that somebody asked for, by their numbers, and its own behind them.
  @Test func vocabulariesShareItsNumbers() {
    let table = Self.table(["harbour", "tax", "quay"])
    var one = Vocabulary(tokens: { _ in nil }, words: table)
    var other = Vocabulary(tokens: { _ in nil }, words: table)
    #expect(one.intern("Quay") == 3)
    let levy = one.intern("levy")
    #expect(levy == 4)
    #expect(other.intern("tax") == 2)
    #expect(Self.ids(one, "The harbour tax , the QUAY levy") == [0, 0, 0, 0, 0, 3, levy])
    #expect(Self.ids(other, "The harbour tax , the QUAY levy") == [0, 0, 2, 0, 0, 0, 0])
    #expect(one.id(of: "harbour") == 0 && one.id(of: "quay") == 3)
    #expect(one.count == 5 && other.count == 4)
  }

  @Test func wordsOfItsOwnMayBeMany() {
    let table = Self.table((0..<500).map { "word\($0)" })
    var vocabulary = Vocabulary(tokens: { _ in nil }, words: table)
    let ids = (250..<3000).map { vocabulary.intern("word\($0)") }
    #expect(ids == (251...3000).map(Int32.init))
    #expect((0..<250).allSatisfy { vocabulary.id(of: "word\($0)") == 0 })
  }

  /// Patterns match prepared words and others alike, whether the table says which or not.
  @Test(arguments: [["corrupt"], ["corrupt", "harb"]])
  func patternsMatchPreparedWords(patterns: [String]) {
    let words = ["corrupted", "harbour", "incorrupt", "corrupt"]
    var vocabulary = Vocabulary(tokens: { _ in nil }, words: Self.table(words, patterns: patterns))
    for word in words + ["corruptly"] { _ = vocabulary.intern(word) }
    let pattern = vocabulary.intern(pattern: Array("corrupt".utf8)[...])
    let patternOf = vocabulary.patternOf
    let matching = patternOf.indices.filter { patternOf[$0] == pattern }
    #expect(matching == ["corrupted", "corrupt", "corruptly"].map { Int(vocabulary.id(of: $0)) }.sorted())
    #expect(Self.ids(vocabulary, "corruptible harbourside") == [pattern, 0])
  }
}
