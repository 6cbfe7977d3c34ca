import Documents
import Testing

@testable import Attribution

@Suite struct QuotationFinderTests {
  /// The quotations of paragraphs that stand on lines of their own.
  private func find(_ text: String) -> [String] {
    let text = Text(text)
    var blocks: [Block] = []
    var start = 0
    for (index, byte) in (text.utf8 + [10]).enumerated() where byte == 10 {
      if index > start { blocks.append(Block(Span(start, index), .paragraph)) }
      start = index + 1
    }
    return QuotationFinder(text: text).find(in: blocks).map {
      text.string($0.inner) + ($0.isClosed ? "" : " [open]") + ($0.isContinued ? " [continued]" : "")
    }
  }

  @Test(arguments: [
    ("“We lost,” she said. “Badly.”", ["We lost,", "Badly."]),
    ("\"We lost,\" she said. \"Badly.\"", ["We lost,", "Badly."]),
    ("``We lost,'' she said. ''Badly.''", ["We lost,", "Badly."]),
    ("„We lost,“ she said.", ["We lost,"]),
    ("«We lost», she said.", ["We lost"]),
    ("”We lost,“ she said.", ["We lost,"]),
    ("She said—“we lost”—and left.", ["we lost"]),
    ("It was ‘a mistake,’ he said.", ["a mistake,"]),
    ("It was 'a mistake,' he said.", ["a mistake,"]),
    ("The officials' plan isn't Quillon's.", []),
    ("“It's the officials' plan,” he said.", ["It's the officials' plan,"]),
    ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
  ]) func pairsMarksByConvention(text: String, expected: [String]) {
    #expect(find(text) == expected)
  }

  @Test func quotationsThatReopenInEachParagraph() {
    #expect(
      find("“We lost. All of it.\n“And we will lose again.”") == [
        "We lost. All of it. [open]", "And we will lose again. [continued]",
      ])
    #expect(find("“We lost.”\n“And you?” he asked.") == ["We lost.", "And you?"])
  }

  @Test func quotationsThatRunOnWithoutAMark() {
    #expect(
      find("“We lost. All of it.\nAnd we will lose again.\nSo be it.” She left.") == [
        "We lost. All of it. [open]", "And we will lose again. [open] [continued]", "So be it. [continued]",
      ])
    // A mark that opens first, or none for long: the paragraphs between are nobody's words.
    #expect(find("“We lost.\nShe left.\n“And you?” he asked.") == ["We lost. [open]", "And you?"])
    let far = "“We lost.\n" + String(repeating: "She left.\n", count: 9) + "It was late.”"
    #expect(find(far).first == "We lost. [open]")
    #expect(!find(far).contains { $0.hasPrefix("She left.") })
  }

  @Test func neverCrashesOnMarksAlone() {
    for text in ["“", "”", "''", "'", "\"\"\"", "“”“”", "‘’", "``", "«»»", "“\n”\n“"] { _ = find(text) }
  }
}
