import Linguistics

/// Turns averaged weights into the 8-bit tables of the model, as large as the budget allows.
enum Quantizing {
  /// A table for a question with many answers, of at most `budget` bytes; the weakest features go first.
  static func sparse(_ weights: [AveragedWeight], answers: Int, budget: Int) -> [UInt8] {
    let factor = scale(weights.lazy.map { abs($0.weight) })
    var features: [(feature: SparseTable.Feature, strength: Int)] = []
    for group in weights.chunked(by: \.hash) {
      var feature = SparseTable.Feature(hash: group[group.startIndex].hash, weights: [])
      var strength = 0
      for weight in group {
        let value = quantized(weight.weight * factor)
        guard value != 0 else { continue }
        feature.weights.append((weight.answer, value))
        strength = max(strength, abs(Int(value)))
      }
      if !feature.weights.isEmpty { features.append((feature, strength)) }
    }
    var sizes = [Int](repeating: 0, count: 129)
    for (feature, strength) in features { sizes[strength] += 7 + feature.weights.count * 2 }
    var total = sizes.reduce(64, +)
    var threshold = 1
    while total > budget, threshold < 128 {
      total -= sizes[threshold]
      threshold += 1
    }
    return SparseTable.build(features.filter { $0.strength >= threshold }.map(\.feature), answers: answers)
  }

  /// A table for the parser's three actions of `lines` cache lines.
  static func structure(_ weights: [AveragedStructure], budget: Int) -> [UInt8] {
    let factor = scale(weights.lazy.map { max(abs($0.shift), abs($0.left)) })
    var features: [LineTable.Feature] = []
    for weight in weights {
      let feature = LineTable.Feature(
        hash: weight.hash, shift: quantized(weight.shift * factor), left: quantized(weight.left * factor))
      if feature.shift != 0 || feature.left != 0 { features.append(feature) }
    }
    let lines = min(budget / LineTable.lineSize, features.count / 11 + 1)
    return LineTable.build(features, lines: lines)
  }

  /// What maps all but one of 100,000 weights into 127: cutting more of the large ones costs much, cutting none gains nothing.
  private static func scale(_ magnitudes: some Sequence<Float>) -> Float {
    let sorted = magnitudes.sorted()
    guard !sorted.isEmpty else { return 1 }
    let top = sorted[min(sorted.count - 1, Int(Double(sorted.count) * 0.99999))]
    return top > 0 ? 127 / top : 1
  }

  private static func quantized(_ value: Float) -> Int8 { Int8(max(-127, min(127, value.rounded()))) }
}

extension Array {
  /// Runs of neighbours with an equal key.
  func chunked<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = 0
    for index in indices.dropFirst() where key(self[index]) != key(self[index - 1]) {
      chunks.append(self[start..<index])
      start = index
    }
    if start < count { chunks.append(self[start...]) }
    return chunks
  }
}

/// Sums of the weights of several runs, which were trained with other seeds.
enum Merging {
  static func sparse(_ runs: [[AveragedWeight]]) -> [AveragedWeight] {
    guard runs.count > 1 else { return runs.first ?? [] }
    var all = runs.flatMap { $0 }.enumerated().map { ($0.offset, $0.element) }
    all.sort { ($0.1.hash, $0.1.answer, $0.0) < ($1.1.hash, $1.1.answer, $1.0) }
    var merged: [AveragedWeight] = []
    for (_, weight) in all {
      if let last = merged.last, last.hash == weight.hash, last.answer == weight.answer {
        merged[merged.count - 1].weight += weight.weight
      } else {
        merged.append(weight)
      }
    }
    return merged
  }

  static func structure(_ runs: [[AveragedStructure]]) -> [AveragedStructure] {
    guard runs.count > 1 else { return runs.first ?? [] }
    var merged = runs[0]
    for run in runs.dropFirst() {
      var next: [AveragedStructure] = []
      next.reserveCapacity(merged.count + run.count / 2)
      var i = 0
      var j = 0
      while i < merged.count || j < run.count {
        if j == run.count || i < merged.count && merged[i].hash < run[j].hash {
          next.append(merged[i])
          i += 1
        } else if i == merged.count || run[j].hash < merged[i].hash {
          next.append(run[j])
          j += 1
        } else {
          let (a, b) = (merged[i], run[j])
          next.append(AveragedStructure(hash: a.hash, shift: a.shift + b.shift, left: a.left + b.left))
          i += 1
          j += 1
        }
      }
      merged = next
    }
    return merged
  }
}
