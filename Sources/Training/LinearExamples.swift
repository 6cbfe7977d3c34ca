import Linguistics

/// Rows of numbered features in groups: a group is a decision, its rows are the answers to choose from.
struct LinearExamples: Sendable {
  private(set) var features: [Int32] = []
  private(set) var rowStarts: [Int] = [0]
  /// How much of the truth lies on each row; 0…1.
  private(set) var targets: [Float] = []
  private(set) var groupStarts: [Int] = [0]
  /// The document of each group.
  private(set) var documents: [Int] = []
  var featureCount = 0

  var groupCount: Int { documents.count }

  mutating func addRow(_ hashes: [UInt64], _ index: FeatureIndex, target: Float) {
    for hash in hashes { if let number = index.number(of: hash) { features.append(number) } }
    rowStarts.append(features.count)
    targets.append(target)
  }

  /// Adds a row of features that are numbered already.
  mutating func addRow(numbers: some Sequence<Int32>, target: Float) {
    features.append(contentsOf: numbers)
    rowStarts.append(features.count)
    targets.append(target)
  }

  mutating func endGroup(document: Int) {
    groupStarts.append(targets.count)
    documents.append(document)
  }
}

/// Linear models over ``LinearExamples`` by AdaGrad, weights averaged over the ends of the later epochs.
struct LinearLearner: Sendable {
  var epochs = 6
  var rate: Float = 0.2
  /// Pull towards zero, for each visit of a feature.
  var decay: Float = 0

  /// Learns from the groups whose document passes. Groups of one row are yes-or-no questions, others choices.
  func train(_ examples: LinearExamples, seed: UInt64, using passes: (Int) -> Bool) -> [Float] {
    let count = examples.featureCount
    var weights = [Float](repeating: 0, count: count)
    var squares = [Float](repeating: 1e-3, count: count)
    var sums = [Float](repeating: 0, count: count)
    var random = SeededRandom(seed: seed)
    let groups = (0..<examples.groupCount).filter { passes(examples.documents[$0]) }
    var scores: [Float] = []
    var averaged: Float = 0
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        examples.features.withUnsafeBufferPointer { features in
          for epoch in 0..<epochs {
            for number in random.permutation(groups.count) {
              let group = groups[number]
              let rows = examples.groupStarts[group]..<examples.groupStarts[group + 1]
              scores.removeAll(keepingCapacity: true)
              for row in rows {
                var score: Float = 0
                for place in examples.rowStarts[row]..<examples.rowStarts[row + 1] {
                  score += weights[Int(features[place])]
                }
                scores.append(score)
              }
              Self.squash(&scores)
              for (offset, row) in rows.enumerated() {
                let gradient = scores[offset] - examples.targets[row]
                guard abs(gradient) > 1e-3 else { continue }
                for place in examples.rowStarts[row]..<examples.rowStarts[row + 1] {
                  let feature = Int(features[place])
                  let step = gradient + decay * weights[feature]
                  squares[feature] += step * step
                  weights[feature] -= rate * step / squares[feature].squareRoot()
                }
              }
            }
            guard epoch >= epochs / 2 else { continue }
            averaged += 1
            for feature in 0..<count { sums[feature] += weights[feature] }
          }
        }
      }
    }
    return sums.map { $0 / max(1, averaged) }
  }

  /// The probability of each row of a group.
  static func probabilities(_ examples: LinearExamples, group: Int, _ weights: [Float]) -> [Float] {
    var scores = (examples.groupStarts[group]..<examples.groupStarts[group + 1]).map { row in
      examples.features[examples.rowStarts[row]..<examples.rowStarts[row + 1]].reduce(Float(0)) {
        $0 + weights[Int($1)]
      }
    }
    squash(&scores)
    return scores
  }

  private static func squash(_ scores: inout [Float]) {
    if scores.count == 1 {
      scores[0] = Float(1 / (1 + exponential(-Double(scores[0]))))
      return
    }
    let top = scores.max() ?? 0
    var total: Float = 0
    for index in scores.indices {
      scores[index] = Float(exponential(Double(scores[index] - top)))
      total += scores[index]
    }
    for index in scores.indices { scores[index] /= total }
  }
}
