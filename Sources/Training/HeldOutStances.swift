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

  private var answers: [StanceExample.Answer] { examples.map(\.answer) }

  /// How much each model counts where there is no holder.
  func shares() -> StanceCalibration.Shares { StanceCalibration.shares(linear, bilinear, answers) }

  /// The chances of both sides, without a holder.
  func asked(_ shares: StanceCalibration.Shares) -> StanceCalibration.Asked {
    StanceCalibration.asked(linear, bilinear, answers, shares)
  }
}
