import Stance

/// Questions of one kind with what models say of each that have not seen its text.
struct HeldOutStances {
  var examples: [StanceExample]
  var linear: [StanceCalibration.Scores]
  var bilinear: [StanceCalibration.Scores]

  /// The pairs that were asked about both ways.
  var rows: [PairMixTrainer.Row] {
    PairMixTrainer.rows(examples) { number in
      SIMD4(linear[number].favor, linear[number].against, bilinear[number].favor, bilinear[number].against)
    }
  }

  typealias Shares = (linear: Float, factors: Float)

  /// How much each model counts where there is no holder.
  func shares() -> Shares { StanceCalibration.shares(linear, bilinear, examples.map(\.answer)) }

  /// The chances of both sides, without a holder.
  func asked(_ shares: Shares) -> [(chances: StanceCalibration.Chances, answer: StanceExample.Answer)] {
    zip(StanceCalibration.sums(linear, bilinear, shares), examples).map { sum, example in
      (chances: StanceModel.chances(sum.favor, sum.against), answer: example.answer)
    }
  }
}
