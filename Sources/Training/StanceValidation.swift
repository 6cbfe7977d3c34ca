import Linguistics
import Stance

/// Cross-validates the learned scorer over texts that are put into folds anew for each round. What is tried for it
/// differs by little more than rounds do, so it takes several.
struct StanceValidation {
  /// Means over rounds.
  struct Figures: CustomStringConvertible {
    /// Without a holder: macro-F1, and minus the mean logarithm of the true answer's chance.
    var aloneF1 = 0.0
    var aloneLoss = 0.0
    /// Of pairs: mean F1 of the four answers with a side, by how much the accuracy passes that of always neutral, and the
    /// same loss. What is learned from held-out questions is learned on half of them and judged on the other half.
    var pairF1 = 0.0
    var pairLead = 0.0
    var pairLoss = 0.0

    var description: String {
      "alone: macro-F1 \(aloneF1), loss \(aloneLoss); pairs: mean F1 of sides \(pairF1), "
        + "accuracy beyond always neutral \(pairLead), loss \(pairLoss)"
    }
  }

  let trainer: StanceTrainer

  func figures(_ examples: [StanceExample], rounds: Int) async -> Figures {
    var sum = Figures()
    for round in 0..<rounds {
      var examples = examples
      for index in examples.indices {
        // Thirty bits, of which features that count documents keep 32.
        examples[index].document = Int(mixed(UInt64(examples[index].document) ^ UInt64(round) &* 77_777) >> 34)
      }
      let linear = await trainer.linear(examples)
      let alone = trainer.heldOut(examples, linear, await trainer.factors(examples, .target), .target)
      let asked = alone.asked(alone.shares())
      let share = 1 / Double(rounds)
      sum.aloneF1 += share * StanceCalibration.f1(asked, StanceCalibration.choice(asked))
      sum.aloneLoss += share * StanceCalibration.loss(asked) / Double(max(1, asked.count))
      add(trainer.heldOut(examples, linear, await trainer.factors(examples, .pair), .pair).rows, share, &sum)
    }
    return sum
  }

  private func add(_ rows: [PairMixTrainer.Row], _ share: Double, _ sum: inout Figures) {
    let trainer = PairMixTrainer()
    var counts = PairMixTrainer.Counts()
    var loss = 0.0
    var all = 0.0
    for half in 0..<2 {
      func isJudged(_ row: PairMixTrainer.Row) -> Bool { row.document / self.trainer.folds % 2 == half }
      let own = rows.filter { !isJudged($0) }
      let mix = trainer.fit(own)
      let judged = trainer.judged(rows.filter(isJudged), mix)
      counts.add(trainer.counts(judged, trainer.choice(trainer.judged(own, mix))))
      let weight = trainer.neutralWeight(judged)
      for (chances, row) in judged {
        let chance = row.answer.map { chances[$0.rawValue] } ?? 1 - chances.sum()
        loss -= (row.answer == nil ? weight : 1) * logarithm(max(chance, 1e-9))
        all += row.answer == nil ? weight : 1
      }
    }
    sum.pairF1 += share * counts.f1
    sum.pairLead += share * (counts.accuracy - counts.neutralAccuracy)
    sum.pairLoss += share * loss / max(all, 1)
  }
}

extension StanceTrainer {
  /// Learns without a part of the texts and judges by them, for each round with other parts; a line of means.
  public func crossValidate(_ examples: [StanceExample], rounds: Int) async -> String {
    await StanceValidation(trainer: self).figures(examples, rounds: max(1, rounds)).description
  }
}
