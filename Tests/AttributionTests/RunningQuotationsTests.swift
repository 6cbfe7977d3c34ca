import Documents
import Testing

@Suite struct RunningQuotationsTests {
  private static let opening = "“The harbour is safe,” Maria Quillon said on Monday."

  @Test func aParagraphOfQuotationAloneIsWhoeverSpokeBefore() throws {
    let text = Self.opening + "\n\n“Nobody should doubt the pilots.”\n\nThe council meets on Friday."
    let document = try Speaking.resolved(text)
    #expect(document.links.map { document.speakers[$0.speaker].name } == ["Maria Quillon", "Maria Quillon"])
    let last = try #require(document.attributed.statements.last)
    #expect(document.links.last?.attribution == .continuation)
    #expect(last.source == document.attributed.statements.first?.source)
    #expect(last.cue.isEmpty && last.kind == .direct)
  }

  @Test func itGoesOnOverSeveralParagraphs() throws {
    let text = Self.opening + "\n\n“Nobody should doubt the pilots.”\n\n“They have steered by night.”"
    #expect(try Speaking.speakers(text) == ["Maria Quillon", "Maria Quillon", "Maria Quillon"])
  }

  @Test func withoutASpeakerNearNobodySpeaks() throws {
    #expect(try Speaking.speakers("The council meets.\n\n“Nobody should doubt the pilots.”").isEmpty)
    let between = "\n\nThe council meets.\n\nIt rained.\n\nShips came in.\n\n"
    let far = Self.opening + between + "“Nobody should doubt the pilots.”"
    #expect(try Speaking.speakers(far) == ["Maria Quillon"])
  }

  /// A page that shows a quotation once more, large, has it once.
  @Test func repeatedQuotationsAreSaidOnce() throws {
    let text = Self.opening + "\n\n“The harbour is safe”\n\n“and so are the pilots.”"
    #expect(try Speaking.speakers(text) == ["Maria Quillon"])
  }

  @Test func inOneParagraphTheLastOneNamedGoesOn() throws {
    let text = Self.opening + "\n\nOleg Tarnov said that the port was closed. “I will not open it again.”"
    #expect(try Speaking.speakers(text) == ["Maria Quillon", "Oleg Tarnov", "Oleg Tarnov"])
  }

  @Test func headingsInSingleMarksAreNoQuotations() throws {
    let text = Self.opening + "\n\n‘All Boats Are Off the Quay’\n\nShips came."
    #expect(try Speaking.speakers(text) == ["Maria Quillon"])
  }

  @Test func anOpenQuotationRunsOnToItsClosingMark() throws {
    let text = "Maria Quillon said: “The harbour is safe.\n\nNobody should doubt the pilots.\n\nWe will help them.”"
    let statements = try Speaking.statements(text)
    #expect(statements.count == 1)
    #expect(statements.first?.contains("Nobody should doubt the pilots") == true)
    #expect(statements.first?.contains("We will help them") == true)
  }
}
