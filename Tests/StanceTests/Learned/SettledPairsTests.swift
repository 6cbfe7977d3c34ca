import Documents
import TestSupport
import Testing

@testable import Stance

/// A small score takes the side that a surer row of the same two has in the article.
@Suite struct SettledPairsTests {
  private let accusation = "Maria Quillon accused Peter Tarnov of lying to the council."
  private let remark = "Maria Quillon said the harbour had changed under Peter Tarnov."

  private func remarked(_ text: String) throws -> Stance {
    let document = try PairScorerTests.scored(text)
    let statements = document.resolved.attributed.statements
    return try #require(
      document.stances.first {
        document.article.text.string(statements[$0.statement].content.hull ?? Span(0, 0)).contains("had changed")
          && document.resolved.targets[$0.target].name == "Peter Tarnov"
      })
  }

  @Test func aSurerRowDecides() throws {
    #expect(try remarked(remark).side == .neutral)
    let row = try remarked("\(accusation)\n\n\(remark)")
    #expect(row.side == .against)
    #expect(row.score < 0 && row.score > -0.2 && row.lexicon.hasPrefix("stance-model@"))
  }

  @Test func anotherSpeakersRowDoesNot() throws {
    let other = accusation.replacing("Maria Quillon", with: "Oskar Imre")
    #expect(try remarked("\(other)\n\n\(remark)").side == .neutral)
  }

  @Test func aRowOfTheOtherSideDoesNot() throws {
    let praise = "Maria Quillon praised Peter Tarnov for his courage."
    #expect(try remarked("\(praise)\n\n\(remark)").side == .neutral)
  }
}
