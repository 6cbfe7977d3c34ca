import Attribution

/// Fits the calibrator to proposals on texts that the rankers have not seen, and chooses the threshold of best F1.
struct CalibratorTrainer {
  /// How much of the held-out F1 statements inside one another may cost.
  var nestingCost = 0.0005

  func train(
    _ examples: [AttributionExample], _ proposals: [[Proposal]], log: (String) -> Void
  ) -> Calibrator {
    var inputs: [[Float]] = []
    var labels: [Float] = []
    for (example, list) in zip(examples, proposals) {
      for proposal in list {
        inputs.append(proposal.inputs)
        labels.append(example.isRight(proposal) ? 1 : 0)
      }
    }
    var calibrator = Calibrator(weights: fit(inputs, labels), thresholds: .init(alone: 0.3, nested: 2))
    var judged = proposals
    for document in judged.indices {
      for number in judged[document].indices {
        judged[document][number].probability = calibrator.probability(judged[document][number].inputs)
      }
    }
    func score(_ thresholds: Acceptance.Thresholds) -> AttributionScore {
      var score = AttributionScore()
      for (example, list) in zip(examples, judged) {
        let kept = Acceptance(view: example.view, thresholds: thresholds).accepted(list)
        score.add(example, kept.map { ($0.content.ranges, example.view.sourceRange($0)) })
      }
      return score
    }
    var best = 0.0
    for step in 4...24 {
      let thresholds = Acceptance.Thresholds(alone: Double(step) * 0.025, nested: 2)
      let f1 = score(thresholds).f1
      guard f1 > best else { continue }
      best = f1
      calibrator.thresholds = thresholds
    }
    log("calibrator: \(inputs.count) proposals, threshold \(calibrator.thresholds.alone), held-out F1 \(best)")
    // The annotators mark no nesting, so that each nested attribution costs: as many as cost next to nothing.
    for step in stride(from: 19, through: 8, by: -1) {
      var thresholds = calibrator.thresholds
      thresholds.nested = Double(step) * 0.05
      let nested = score(thresholds)
      log("nested from \(thresholds.nested): F1 \(nested.f1), \(nested.predicted) found, \(nested.right) right")
      guard nested.f1 >= best - nestingCost else { break }
      calibrator.thresholds = thresholds
    }
    return calibrator
  }

  /// Logistic regression on standardised inputs, by gradient descent with momentum over all rows.
  private func fit(_ inputs: [[Float]], _ labels: [Float]) -> [Float] {
    let width = Proposal.inputCount
    guard !inputs.isEmpty else { return [Float](repeating: 0, count: width) }
    let count = Float(inputs.count)
    var scales = [Float](repeating: 0, count: width)
    for row in inputs { for place in 0..<width { scales[place] += row[place] * row[place] / count } }
    scales = scales.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    let rows = inputs.flatMap { row in zip(row, scales).map { $0 * $1 } }
    var weights = [Float](repeating: 0, count: width)
    var speed = weights
    for _ in 0..<400 {
      var gradient = [Float](repeating: 0, count: width)
      for number in labels.indices {
        var score: Float = 0
        for place in 0..<width { score += weights[place] * rows[number * width + place] }
        let error = Float(logistic(score)) - labels[number]
        for place in 0..<width { gradient[place] += error * rows[number * width + place] }
      }
      for place in 0..<width {
        speed[place] = 0.9 * speed[place] - 0.15 * (gradient[place] / count + 1e-5 * weights[place])
        weights[place] += speed[place]
      }
    }
    return zip(weights, scales).map { $0 * $1 }
  }
}
