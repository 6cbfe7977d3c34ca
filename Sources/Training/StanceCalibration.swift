import Linguistics
import Stance

/// Chooses temperature and choice of the learned scorer on held-out questions.
enum StanceCalibration {
  typealias Scores = (favor: Float, against: Float)

  /// How much the linear and the bilinear model say in the sum under which the held-out answers are likeliest.
  static func shares(
    _ linear: [Scores], _ factors: [Scores], _ answers: [StanceExample.Answer]
  ) -> (linear: Float, factors: Float) {
    var best: (shares: (linear: Float, factors: Float), loss: Double) = ((0.5, 0.5), .infinity)
    for first in 0...12 {
      for second in 0...12 {
        let shares = (linear: Float(first) * 0.1, factors: Float(second) * 0.1)
        let loss = loss(sums(linear, factors, shares), answers)
        if loss < best.loss { best = (shares, loss) }
      }
    }
    return best.shares
  }

  static func sums(
    _ linear: [Scores], _ factors: [Scores], _ shares: (linear: Float, factors: Float)
  ) -> [Scores] {
    zip(linear, factors).map { linear, factors in
      (
        linear.favor * shares.linear + factors.favor * shares.factors,
        linear.against * shares.linear + factors.against * shares.factors
      )
    }
  }

  static func loss(_ scores: [Scores], _ answers: [StanceExample.Answer]) -> Double {
    var loss = 0.0
    for (score, answer) in zip(scores, answers) {
      let chances = StanceModel.chances(score.favor, score.against)
      let chance =
        switch answer {
        case .favor: chances.favor
        case .against: chances.against
        case .neutral: 1 - chances.favor - chances.against
        }
      loss -= logarithm(max(chance, 1e-9))
    }
    return loss
  }

  typealias Chances = (favor: Double, against: Double)

  /// Without a holder the choice of best macro-F1, neutral questions counted twice: the texts were gathered for their
  /// sides, and news at large has fewer. With one that of best F1 of the two sides among those that are right with two
  /// sides of three: most pairs of names in a text have nothing against each other, and a wrong side costs more than a
  /// missing one.
  static func choice(_ chances: [Chances], _ answers: [StanceExample.Answer], isPair: Bool) -> SideChoice {
    var best: (choice: SideChoice, figure: Double) = (SideChoice(favor: 1, against: 1), -1)
    for favor in 2...30 {
      for against in 2...30 {
        let choice = SideChoice(favor: Double(favor) * 0.1, against: Double(against) * 0.1)
        let measured = figures(chances, answers, choice, neutralWeight: isPair ? 1 : 2)
        if isPair, measured.precision < 2 / 3 { continue }
        let figure = isPair ? measured.sides : measured.macro
        if figure > best.figure { best = (choice, figure) }
      }
    }
    return best.choice
  }

  static func figures(
    _ chances: [Chances], _ answers: [StanceExample.Answer], _ choice: SideChoice, neutralWeight: Int = 1
  ) -> (accuracy: Double, macro: Double, sides: Double, right: Int, found: Int, precision: Double) {
    var counts = [Int](repeating: 0, count: 9)
    for (chance, answer) in zip(chances, answers) {
      let found =
        switch choice.side(favor: chance.favor, against: chance.against) {
        case .neutral: 0
        case .favor: 1
        case .against: 2
        }
      counts[answer.rawValue * 3 + found] += answer == .neutral ? neutralWeight : 1
    }
    var f1 = [0.0, 0, 0]
    for answer in 0..<3 {
      var all = 0
      for other in 0..<3 { all += counts[other * 3 + answer] + counts[answer * 3 + other] }
      if all > 0 { f1[answer] = 2 * Double(counts[answer * 4]) / Double(all) }
    }
    let right = counts[4] + counts[8]
    let found = counts[1] + counts[2] + counts[4] + counts[5] + counts[7] + counts[8]
    return (
      Double(counts[0] + right) / Double(max(1, counts.reduce(0, +))), (f1[0] + f1[1] + f1[2]) / 3, (f1[1] + f1[2]) / 2,
      right, found, found == 0 ? 1 : Double(right) / Double(found)
    )
  }

  static func report(_ chances: [Chances], _ answers: [StanceExample.Answer], _ choice: SideChoice) -> String {
    let measured = figures(chances, answers, choice)
    return
      "sides \(measured.right) right of \(measured.found), accuracy \(measured.accuracy), macro-F1 \(measured.macro), "
      + "F1 of sides \(measured.sides)"
  }
}
