import Documents
import Testing

@testable import Outputs

struct ExplanationTests {
  private func explanation() throws -> Explanation {
    Explanation(try #require(RecordView(SampleArticle.scored)), Trace())
  }

  /// Colours come and go without the words.
  @Test func coloursLeaveTheTextAsItIs() throws {
    var plain = ExplanationText(try explanation())
    var coloured = ExplanationText(try explanation(), isColoured: true)
    let text = coloured.text()
    #expect(text.contains("\u{1B}[1m") && text.contains("\u{1B}[0m"))
    var stripped = ""
    var isInside = false
    for character in text {
      if character == "\u{1B}" { isInside = true }
      if !isInside { stripped.append(character) }
      if character == "m" { isInside = false }
    }
    #expect(stripped == plain.text())
  }

  @Test func aSentenceThatIsNotThereGivesNothing() throws {
    var text = ExplanationText(try explanation())
    #expect(text.text(sentence: 10_000) == "")
    var json = ExplanationJSON(try explanation())
    #expect(String(decoding: json.line(sentence: 10_000), as: UTF8.self).contains(#""sentences":[]"#))
    #expect(json.line().filter { $0 == 0x0A }.count == 1)
  }
}
