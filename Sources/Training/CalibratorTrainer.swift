import Attribution

/// Fits the calibrator to proposals on texts that the rankers have not seen, and chooses the threshold of best F1.
struct CalibratorTrainer {
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
    var calibrator = Calibrator(weights: fit(inputs, labels), threshold: 0.3)
    var judged = proposals
    for document in judged.indices {
      for number in judged[document].indices {
        judged[document][number].probability = calibrator.probability(judged[document][number].inputs)
      }
    }
    var best = 0.0
    for step in 4...24 {
      let threshold = Double(step) * 0.025
      var score = AttributionScore()
      for (example, list) in zip(examples, judged) {
        let kept = LearnedAttributor.accepted(list, count: example.view.count, threshold: threshold)
        score.add(example, kept.map { ($0.content.ranges, example.view.sourceRange($0)) })
      }
      if score.f1 > best {
        best = score.f1
        calibrator.threshold = threshold
      }
    }
    log("calibrator: \(inputs.count) proposals, threshold \(calibrator.threshold), held-out F1 \(best)")
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
