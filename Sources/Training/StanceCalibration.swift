import Linguistics
import Stance

/// Chooses on held-out questions without a holder what the models say in the sum, and which answer is taken.
enum StanceCalibration {
  typealias Scores = (favor: Float, against: Float)
  /// How much the linear and the bilinear model say in a sum.
  typealias Shares = (linear: Float, factors: Float)

  /// Those under which the held-out answers are likeliest.
  static func shares(
    _ linear: [Scores], _ factors: [Scores], _ answers: [StanceExample.Answer]
  ) -> Shares {
    var best: (shares: Shares, loss: Double) = ((0.5, 0.5), .infinity)
    for first in 0...12 {
      for second in 0...12 {
        let shares = (linear: Float(first) * 0.1, factors: Float(second) * 0.1)
        let loss = loss(asked(linear, factors, answers, shares))
        if loss < best.loss { best = (shares, loss) }
      }
    }
    return best.shares
  }

  /// The chances of both sides by the sum of what the models say, with the true answers.
  static func asked(
    _ linear: [Scores], _ factors: [Scores], _ answers: [StanceExample.Answer], _ shares: Shares
  ) -> Asked {
    zip(zip(linear, factors), answers).map { scores, answer in
      let (linear, factors) = scores
      let chances = StanceModel.chances(
        linear.favor * shares.linear + factors.favor * shares.factors,
        linear.against * shares.linear + factors.against * shares.factors)
      return (chances, answer)
    }
  }

  /// Minus the logarithm of the true answers' chances.
  static func loss(_ asked: Asked) -> Double {
    var loss = 0.0
    for (chances, answer) in asked {
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

  /// How often each answer was found of each that is true.
  struct Counts {
    private var counts = [Int](repeating: 0, count: 9)

    init(_ asked: [(chances: Chances, answer: StanceExample.Answer)], _ choice: SideChoice) {
      for (chances, answer) in asked {
        let found =
          switch choice.side(favor: chances.favor, against: chances.against) {
          case .neutral: 0
          case .favor: 1
          case .against: 2
          }
        counts[answer.rawValue * 3 + found] += 1
      }
    }

    /// - Parameter weight: of questions whose true answer is neutral.
    private func count(_ answer: Int, _ found: Int, _ weight: Int) -> Int {
      counts[answer * 3 + found] * (answer == 0 ? weight : 1)
    }

    /// F1 of neutral, favor and against.
    func f1(neutralWeight weight: Int) -> [Double] {
      (0..<3).map { answer in
        var all = 0
        for other in 0..<3 { all += count(other, answer, weight) + count(answer, other, weight) }
        return all == 0 ? 0 : 2 * Double(count(answer, answer, weight)) / Double(all)
      }
    }

    var total: Int { counts.reduce(0, +) }
    var right: Int { counts[0] + counts[4] + counts[8] }
    var sides: Int { total - counts[0] - counts[3] - counts[6] }
    var rightSides: Int { counts[4] + counts[8] }
  }

  /// The texts were gathered for their sides, and news at large has fewer: neutral questions count twice.
  private static let neutralWeight = 2

  typealias Asked = [(chances: Chances, answer: StanceExample.Answer)]

  /// The choice of best macro-F1.
  static func choice(_ asked: Asked) -> SideChoice {
    let choices = (2...30).flatMap { favor in
      (2...30).map { SideChoice(favor: Double(favor) * 0.1, against: Double($0) * 0.1) }
    }
    let figures = choices.map { Counts(asked, $0).f1(neutralWeight: neutralWeight).reduce(0, +) }
    return figures.indices.max { (figures[$0], $1) < (figures[$1], $0) }.map { choices[$0] }
      ?? SideChoice(favor: 1, against: 1)
  }

  /// Macro-F1 of the three answers.
  static func f1(_ asked: Asked, _ choice: SideChoice) -> Double {
    Counts(asked, choice).f1(neutralWeight: 1).reduce(0, +) / 3
  }

  static func report(_ asked: Asked, _ choice: SideChoice) -> String {
    let counts = Counts(asked, choice)
    let f1 = counts.f1(neutralWeight: 1)
    return
      "sides \(counts.rightSides) right of \(counts.sides), accuracy \(Double(counts.right) / Double(counts.total)), "
      + "macro-F1 \(Self.f1(asked, choice)), F1 of sides \((f1[1] + f1[2]) / 2)"
  }
}
