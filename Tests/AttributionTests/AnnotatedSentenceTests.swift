import Documents
import Testing
import Training

@Suite struct AnnotatedSentenceTests {
  @Test func marksBecomeSpansOfBytes() throws {
    let sentence = try #require(AnnotatedSentence(line: "demand asserted\t{s|Åse} {q|said} {c|“no”}, {c|twice}."))
    #expect(sentence.label == "demand asserted")
    #expect(sentence.text == "Åse said “no”, twice.")
    #expect(sentence.spans["s"] == [Span(0, 4)])
    #expect(sentence.spans["q"] == [Span(5, 9)])
    #expect(sentence.spans["c"] == [Span(10, 18), Span(20, 25)])
  }

  @Test func marksMayNest() throws {
    let sentence = try #require(AnnotatedSentence(line: "{s|{S|The yard}} said."))
    #expect(sentence.spans["s"] == sentence.spans["S"])
  }

  @Test(arguments: ["", "# a comment", "{s|never closed", "closed twice}"])
  func otherLinesAreNone(line: String) { #expect(AnnotatedSentence(line: line) == nil) }
}
