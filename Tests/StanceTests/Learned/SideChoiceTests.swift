import Testing

@testable import Stance

@Suite struct SideChoiceTests {
  @Test func theLikeliestAnswerIsTaken() {
    let choice = SideChoice(favor: 1, against: 1)
    #expect(choice.side(favor: 0.5, against: 0.1) == .favor)
    #expect(choice.side(favor: 0.1, against: 0.6) == .against)
    #expect(choice.side(favor: 0.3, against: 0.3) == .neutral)
  }

  @Test func aTieOfTheSidesIsNeutral() {
    #expect(SideChoice(favor: 1, against: 1).side(favor: 0.45, against: 0.45) == .neutral)
  }

  @Test func weightsMoveTheChoice() {
    #expect(SideChoice(favor: 2, against: 1).side(favor: 0.3, against: 0.2) == .favor)
    #expect(SideChoice(favor: 1, against: 1).side(favor: 0.3, against: 0.2) == .neutral)
    #expect(SideChoice(favor: 1, against: 0.5).side(favor: 0.05, against: 0.6) == .neutral)
  }

  @Test func aLikelierAnswerTakesNoSideOfTheTwo() {
    let choice = SideChoice(favor: 2, against: 1)
    #expect(choice.side(favor: 0.3, against: 0.2, neutral: 0.5) == .favor)
    #expect(choice.side(favor: 0.3, against: 0.2, neutral: 0.7) == .neutral)
    #expect(choice.strongest(favor: 0.3, against: 0.5) == 0.6)
  }
}
