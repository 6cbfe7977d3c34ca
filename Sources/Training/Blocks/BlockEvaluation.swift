import Extraction

/// Measures ``BlockTrainer`` by cross-validation over disjoint sites: what each step of the extraction brings.
package struct BlockEvaluation: Sendable {
  package enum Step: String, CaseIterable, Sendable {
    case labels = "labels (the most that whole blocks can reach)"
    case rules = "rules alone"
    case first = "trees, one pass"
    case second = "trees, two passes"
    case mended = "two passes and rules behind them"
  }

  package let trainer: BlockTrainer
  package let folds: Int

  package init(trainer: BlockTrainer, folds: Int) {
    self.trainer = trainer
    self.folds = folds
  }

  /// A page's body words by each step, its page left out of the training.
  package struct Answer: Sendable {
    package let example: BlockExample
    package let found: [Step: [UInt64]]
    /// Those of the first pass, then those of the second.
    package let probabilities: [[Float]]
  }

  /// Answers in the order of the examples.
  package func run(_ examples: [BlockExample], jobs: Int, log: @escaping @Sendable (String) -> Void) async -> [Answer] {
    let assigned = SiteFolds.assign(examples, count: folds, seed: 11)
    let parts = await inParallel(folds, jobs: jobs) { fold in
      let model = trainer.train(zip(examples, assigned).filter { $0.1 != fold }.map(\.0)).model
      log("fold \(fold + 1) of \(folds)")
      return zip(examples, assigned).filter { $0.1 == fold }.map { answer($0.0, model) }
    }
    var rest = parts.map { $0[...] }
    return assigned.compactMap { rest[$0].popFirst() }
  }

  package func answer(_ example: BlockExample, _ model: BlockModel) -> Answer {
    var table = example.page.table()
    example.page.fillWords(&table, elements: model.elementWords, edges: model.edgeWords)
    let first = LearnablePage.probabilities(table, model.first)
    var second = first
    if let trees = model.second {
      second = LearnablePage.probabilities(example.page.secondTable(table, probabilities: first), trees)
    }
    func words(_ probabilities: [Float], isMending: Bool) -> [UInt64] {
      ShingleScore.words(example.page.body(probabilities, threshold: model.threshold, isMending: isMending))
    }
    return Answer(
      example: example,
      found: [
        .labels: ShingleScore.words(example.page.joined(example.labels)),
        .rules: ShingleScore.words(example.page.pickedBody), .first: words(first, isMending: false),
        .second: words(second, isMending: false), .mended: words(second, isMending: true),
      ], probabilities: [first, second])
  }
}
