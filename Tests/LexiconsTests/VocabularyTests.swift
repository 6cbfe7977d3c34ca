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
}
