import Documents
import Testing

@testable import Stance

@Suite struct ScorerTests {
  @Test(arguments: [
    ("Maria Quillon said Russia must be punished.", ["Maria Quillon against Russia"]),
    ("Maria Quillon condemned Russia.", ["Maria Quillon against Russia"]),
    ("Maria Quillon praised Norway.", ["Maria Quillon favor Norway"]),
    ("The United States sanctioned Belarus on Monday.", ["United States against Belarus"]),
    ("“Russia is a reckless neighbour,” Maria Quillon said.", ["Maria Quillon against Russia"]),
    ("“Russia is not a reckless neighbour,” Maria Quillon said.", ["Maria Quillon favor Russia"]),
  ]) func takesSides(text: String, expected: [String]) throws {
    #expect(try Scoring.sides(text) == expected)
  }

  @Test(arguments: [
    // Telling that one country helps another is no stance of whoever tells it.
    "Maria Quillon said Russia helped Belarus.",
    "Maria Quillon said Russia would meet Norway in May.",
    // Who does not blame takes no side by it.
    "Maria Quillon did not blame Russia for the storm.",
    // A news agency reports.
    "“Russia is a reckless neighbour,” the Yonhap news agency said.",
  ]) func takesNoSide(text: String) throws {
    #expect(try Scoring.sides(text) == [])
  }

  @Test func deniedAndPlannedDeedsKeepTheirModality() throws {
    let denied = try Scoring.scored("Norway did not sanction Belarus.")
    #expect(denied.resolved.attributed.statements.map(\.modality) == [.negated])
    let planned = try Scoring.scored("Norway may sanction Belarus.")
    #expect(planned.resolved.attributed.statements.map(\.modality) == [.possibility])
  }

  /// The hits are enough to redo every score by hand.
  @Test func scoresAreTheFormulaOfTheirHits() throws {
    let document = try Scoring.scored(
      "“Russia is a reckless and dishonest neighbour, and Norway a fair one,” Maria Quillon said. She said Russia must be punished."
    )
    #expect(document.stances.count >= 2)
    for stance in document.stances {
      #expect(abs(stance.score - Formula.score(stance.hits.map(\.contribution))) < 1e-12)
      #expect((-1...1).contains(stance.score))
    }
  }

  /// No name is a feature: swapping people, countries or groups leaves every score as it was.
  @Test(arguments: [
    "Maria Quillon said Russia must be punished for its reckless attack.",
    "“Russia is a dangerous neighbour,” Maria Quillon said. She said Russia must be stopped.",
    "Russians are reckless, Maria Quillon said.",
  ]) func swappingNamesLeavesScores(text: String) throws {
    let scores = try Scoring.scored(text).stances.map(\.score)
    let swaps = [
      [("Russia", "Norway"), ("Russians", "Norwegians")], [("Russia", "Nigeria"), ("Russians", "Nigerians")],
      [("Maria Quillon", "Fatima Hassan"), ("She", "She")], [("Maria Quillon", "Peter Johnson"), ("She", "He")],
    ]
    for swap in swaps {
      var swapped = text.replacing("Russians", with: "\u{1}")
      for (name, other) in swap where name != "Russians" { swapped = swapped.replacing(name, with: other) }
      let people = swap.first { $0.0 == "Russians" }?.1 ?? "Russians"
      swapped = swapped.replacing("\u{1}", with: people)
      #expect(try Scoring.scored(swapped).stances.map(\.score) == scores, "\(swapped)")
    }
  }
}
