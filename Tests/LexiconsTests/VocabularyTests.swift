import Documents
import Testing

@testable import Lexicons

@Suite struct VocabularyTests {
  @Test func foldsCaseAndApostrophes() {
    var vocabulary = Vocabulary()
    let id = vocabulary.intern("Don't")
    #expect(vocabulary.id(of: "DON’T") == id)
    #expect(vocabulary.intern("École") == vocabulary.id(of: "éCOLE"))
    #expect(vocabulary.id(of: "unheard") == 0)
  }

  @Test func looksUpTokensOfAText() {
    var vocabulary = Vocabulary()
    let said = vocabulary.intern("said")
    let text = Text("She Said — no")
    let tokens = [
      Token(start: 0, end: 3), Token(start: 4, end: 8), Token(start: 9, end: 12), Token(start: 13, end: 15),
    ]
    #expect(vocabulary.ids(of: tokens, in: text) == [0, said, 0, 0])
  }

  @Test func keepsIdsWhileItGrows() {
    var vocabulary = Vocabulary()
    let ids = (0..<3000).map { vocabulary.intern("word\($0)") }
    #expect(Set(ids).count == 3000)
    #expect((0..<3000).allSatisfy { vocabulary.id(of: "WORD\($0)") == ids[$0] })
  }

  /// What is quick to rule out by its first letters is not ruled out by mistake.
  @Test(arguments: [
    ("vic*", "Vicious", true), ("VIC*", "vicious", true), ("a*", "A", true), ("a*", "b", false), ("vic*", "via", false),
    ("é*", "Éclair", true), ("'tis*", "’tisn", true), ("o'b*", "O’Bannon", true), ("x*", "", false),
  ]) func patternsMatchByTheFoldedForm(pattern: String, word: String, matches: Bool) {
    var vocabulary = Vocabulary()
    let term = Array(pattern.utf8)
    let id = vocabulary.ids(ofTerm: term, 0..<term.count)[0]
    let text = Text("(\(word))")
    #expect(vocabulary.ids(of: [Token(start: 1, end: text.count - 1)], in: text) == [matches ? id : 0])
  }
}
