import Documents
import Testing

@testable import Linguistics

@Suite struct SentenceSplitterTests {
  /// Sentences are written with `|` where one should end and the next begin.
  private func expect(
    _ marked: String, kind: Block.Kind = .paragraph, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let string = marked.replacing("|", with: "")
    let result = Segmenter(abbreviations: testAbbreviations).segment(paragraphs(string, kind: kind))
    let found = result.sentences.map { result.article.text.string($0.span) }
    let wanted = marked.split(separator: "|").map { Text(String($0)) }.map { $0.string($0.trimmed($0.span)) }
    #expect(found == wanted, sourceLocation: sourceLocation)
  }

  @Test func closingMarksStayWithTheirSentence() {
    expect("“We lost.” |She left.")
    expect("\"We lost.\" |She left.")
    expect("\"Stop!\" he said.")
    expect("“Stop!” Miller said.")
    expect("(It rained.) |They stayed.")
    expect("She said it twice (and meant it.) |Nobody answered.")
  }

  @Test func abbreviationsAndInitials() {
    expect("Mr. Abel met Dr. Brown. |They spoke.")
    expect("He works for Orbit Inc. |He likes it.")
    expect("The U.S. Government paid. |Voters in the U.S. |They paid.")
    expect("By 6 a.m. it rained.")
    expect("J. K. Miller wrote it. |A. Brown read it.")
    expect("Him and I. |Has it rained?")
    expect("He came in. |She left.")
  }

  @Test func creditsCitationsAndSignatures() {
    expect("The harbour in winter |Image: Jo Abel.")
    expect("It was “a long year” (Brown 55). |Then it ended.")
    expect("“It was a long year.” — Ann Miller")
  }

  @Test func numbersAndEllipses() {
    expect("It rose 3.5 points to 10,000. |Then it fell.")
    expect("No. 5 won. |He said no. |She agreed.")
    expect("Well ... maybe. |The boat was gone.... |He sat down.")
  }

  @Test func joinedAndRepeatedStops() {
    expect("That was the end.|Next came rain.")
    expect("Really?! |Yes!! |No.")
  }

  @Test func inlineLists() {
    expect("1. Mend the quay |2. Paint both boats")
    expect("1.) Mend the quay. |2.) Paint both boats.")
    expect("a. Mend the quay |b. Paint both boats |c. Count the gulls")
  }

  @Test func lineEnds() {
    expect("The line was wrapped here because it had\nbeen so long that the editor broke it\nthree times.")
    expect("Milk\n|Bread\n|Eggs and\nbacon", kind: .list)
    expect("First paragraph without a stop\n\n|Second one")
  }

  @Test func datelinesStandAlone() {
    expect("LAKETOWN — |President Quillon spoke on Tuesday.")
    expect("PORT HAVEN, Ill. (AP) — |The mayor left.")
    expect("FORT-HAVEN, March 3 (Reuters) - |\"We lost,\" she said.")
    expect("LAKETOWN/PORT HAVEN, S.C. (Reuters) - |The mayor left.")
    expect("Laketown (AFP) – |The mayor left.")
    expect("(CNN) -- |The mayor left.")
    expect("Laketown (CNN)|The mayor left.")
  }

  @Test func whatOnlyLooksLikeADateline() {
    expect("WHO — the health body — met on Monday.")
    expect("Tarnov (L) — He left early.")
    expect("NOBODY IN THIS OLD TOWN WANTED TO LEAVE — They stayed.")
    expect("LAKETOWN — The sign was lit", kind: .headline)
  }

  @Test func otherScripts() {
    expect("今日は雨。|明日は晴れ。")
  }
}
