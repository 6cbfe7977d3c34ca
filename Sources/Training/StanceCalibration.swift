import Linguistics
import Stance

/// Chooses temperature and thresholds of the learned scorer on held-out questions.
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

  typealias Limits = (favor: Double, against: Double)

  /// Without a holder the thresholds of best macro-F1, neutral questions counted twice: the texts were gathered for
  /// their sides, and news at large has fewer. With one those of best F1 of the two sides among those that are right
  /// with two sides of three: most pairs of names in a text have nothing against each other, and a wrong side costs more
  /// than a missing one.
  static func limits(_ scores: [Double], _ answers: [StanceExample.Answer], isPair: Bool) -> Limits {
    var best: (limits: Limits, figure: Double) = ((0.5, 0.5), -1)
    for favor in 1...19 {
      for against in 1...19 {
        let limits = (favor: Double(favor) * 0.05, against: Double(against) * 0.05)
        let measured = figures(scores, answers, limits, neutralWeight: isPair ? 1 : 2)
        if isPair, measured.precision < 2 / 3 { continue }
        let figure = isPair ? measured.sides : measured.macro
        if figure > best.figure { best = (limits, figure) }
      }
    }
    return best.limits
  }

  static func figures(
    _ scores: [Double], _ answers: [StanceExample.Answer], _ limits: Limits, neutralWeight: Int = 1
  ) -> (accuracy: Double, macro: Double, sides: Double, precision: Double) {
    var counts = [[Int]](repeating: [0, 0, 0], count: 3)
    for (score, answer) in zip(scores, answers) {
      let found: StanceExample.Answer =
        score >= limits.favor ? .favor : score <= -limits.against ? .against : .neutral
      counts[answer.rawValue][found.rawValue] += answer == .neutral ? neutralWeight : 1
    }
    let f1 = (0..<3).map { answer in
      let found = (0..<3).reduce(0) { $0 + counts[$1][answer] }
      let all = found + counts[answer].reduce(0, +)
      return all == 0 ? 0 : 2 * Double(counts[answer][answer]) / Double(all)
    }
    let right = counts[0][0] + counts[1][1] + counts[2][2]
    let sides = counts.reduce(0) { $0 + $1[1] + $1[2] }
    return (
      Double(right) / Double(max(1, counts.joined().reduce(0, +))), f1.reduce(0, +) / 3, (f1[1] + f1[2]) / 2,
      sides == 0 ? 1 : Double(counts[1][1] + counts[2][2]) / Double(sides)
    )
  }

  static func report(_ scores: [Double], _ answers: [StanceExample.Answer], _ limits: Limits) -> String {
    let measured = figures(scores, answers, limits)
    let found = scores.count { $0 >= limits.favor || $0 <= -limits.against }
    let right = zip(scores, answers).count { score, answer in
      score >= limits.favor && answer == .favor || score <= -limits.against && answer == .against
    }
    return
      "sides \(right) right of \(found), accuracy \(measured.accuracy), macro-F1 \(measured.macro), F1 of sides \(measured.sides)"
  }
}
