import Testing

@testable import Stance
@testable import Training

@Suite struct StanceCalibrationTests {
  /// Chances that are shy of sides.
  static let asked: StanceCalibration.Asked =
    (0..<100).map { _ in ((favor: 0.4, against: 0.1), StanceExample.Answer.favor) }
    + (0..<100).map { _ in ((favor: 0.1, against: 0.3), .against) }
    + (0..<100).map { _ in ((favor: 0.1, against: 0.1), .neutral) }

  @Test func theChoiceMakesUpForShyChances() {
    let choice = StanceCalibration.choice(StanceCalibrationTests.asked)
    let right = StanceCalibrationTests.asked.count { asked in
      let side = choice.side(favor: asked.chances.favor, against: asked.chances.against)
      return side == (asked.answer == .favor ? .favor : asked.answer == .against ? .against : .neutral)
    }
    #expect(right == 300)
  }

  @Test func sharesGoToWhatIsRight() {
    let answers: [StanceExample.Answer] = [.favor, .against, .neutral]
    let right: [StanceCalibration.Scores] = [(3, 0), (0, 3), (-3, -3)]
    let wrong: [StanceCalibration.Scores] = [(0, 3), (3, 0), (3, 3)]
    let shares = StanceCalibration.shares(right, wrong, answers)
    #expect(shares.linear > 1 && shares.factors == 0)
  }
}
