/// What the first pass says of the blocks around each block: the columns that the second pass sees besides the first's.
struct BlockSurroundings {
  /// Numbers of a row.
  static let width = 26 + LearnedFrame.width

  private let features: BlockFeatures
  private let probabilities: [Float]
  /// Running totals: words, words times probability, probabilities.
  private var words: [Float] = [0]
  private var kept: [Float] = [0]
  private var sums: [Float] = [0]
  private var groupMeans: [Float]
  private var groupMost: [Float]
  private let frame: LearnedFrame

  init(_ features: BlockFeatures, probabilities: [Float]) {
    self.features = features
    self.probabilities = probabilities
    groupMeans = [Float](repeating: 0, count: features.places.groupCount)
    groupMost = groupMeans
    var groupWords = groupMeans
    for (index, block) in features.prepared.page.blocks.enumerated() {
      let weight = Float(block.words) + 1
      words.append(words[index] + weight)
      kept.append(kept[index] + weight * probabilities[index])
      sums.append(sums[index] + probabilities[index])
      let group = Int(features.places.groups[index])
      groupWords[group] += weight
      groupMeans[group] += weight * probabilities[index]
      groupMost[group] = max(groupMost[group], probabilities[index])
    }
    for group in groupMeans.indices { groupMeans[group] /= max(1, groupWords[group]) }
    frame = LearnedFrame(features, probabilities: probabilities)
  }

  /// The first pass's rows with these columns behind them.
  func table(_ first: [Float]) -> [Float] {
    let count = probabilities.count
    var table: [Float] = []
    table.reserveCapacity(count * (BlockFeatures.width + Self.width))
    let last = lastKept()
    var firstKept: Int?
    var sinceKept: Float = 99
    var untilKept = [Float](repeating: 99, count: count)
    for index in probabilities.indices.reversed() where index + 1 < count {
      untilKept[index] = probabilities[index + 1] > 0.5 ? 1 : min(99, untilKept[index + 1] + 1)
    }
    for index in probabilities.indices {
      table += first[(index * BlockFeatures.width)..<((index + 1) * BlockFeatures.width)]
      table.append(probabilities[index])
      for offset in [-3, -2, -1, 1, 2, 3] {
        let other = index + offset
        table.append(probabilities.indices.contains(other) ? probabilities[other] : -1)
      }
      table.append(mean(max(0, index - 4)..<index))
      table.append(mean((index + 1)..<min(count, index + 5)))
      table.append(mean(max(0, index - 10)..<min(count, index + 11)))
      for level in 0..<BlockPlaces.levels {
        let range = features.prepared.page.blockRange(of: features.places.container(level, of: index))
        table.append(mean(range))
        table.append((sums[range.upperBound] - sums[range.lowerBound]) / Float(max(1, range.count)))
      }
      let group = Int(features.places.groups[index])
      table.append(groupMeans[group])
      table.append(groupMost[group])
      table.append(kept[index] / max(1, kept[count]))
      table.append(kept[count])
      table.append(sinceKept)
      table.append(untilKept[index])
      table.append(firstKept == nil ? 0 : 1)
      table.append(index > last ? 1 : 0)
      frame.append(index, to: &table)
      if probabilities[index] > 0.5 {
        sinceKept = 1
        firstKept = firstKept ?? index
      } else {
        sinceKept = min(99, sinceKept + 1)
      }
    }
    return table
  }

  private func lastKept() -> Int { probabilities.lastIndex { $0 > 0.5 } ?? -1 }

  /// The mean probability of a range, blocks weighing by their words.
  private func mean(_ range: Range<Int>) -> Float {
    guard !range.isEmpty else { return -1 }
    return (kept[range.upperBound] - kept[range.lowerBound])
      / max(1, words[range.upperBound] - words[range.lowerBound])
  }
}
