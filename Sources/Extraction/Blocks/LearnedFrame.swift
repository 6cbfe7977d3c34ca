/// The element whose blocks the first pass is surest of together: a frame like ``Frame``, learned instead of weighed by
/// rules.
struct LearnedFrame: Sendable {
  /// Numbers of a row.
  static let width = 9
  /// What a word must be worth to stand inside.
  private static let cut: Float = 0.4
  /// Words of a block that count.
  private static let most: Float = 150

  private let page: PageBlocks
  private let groups: [Int32]
  private let distances: [Int32]
  private let blocks: Range<Int>
  /// From the first to the last block in the frame that the first pass keeps.
  private let edges: ClosedRange<Int>
  private let worth: Float
  /// Running totals of words and of words times probability.
  private var words: [Float] = [0]
  private var kept: [Float] = [0]
  private var groupKept: [Float]

  init(_ features: BlockFeatures, probabilities: [Float]) {
    page = features.prepared.page
    groups = features.places.groups
    var worths: [Float] = [0]
    for (index, block) in page.blocks.enumerated() {
      let weight = Float(block.words) + 1
      words.append(words[index] + weight)
      kept.append(kept[index] + weight * probabilities[index])
      worths.append(worths[index] + min(weight, Self.most) * (probabilities[index] - Self.cut))
    }
    var best = (node: 0, worth: -Float.infinity)
    for node in page.tree.nodes.indices where page.tree.nodes[node].tag != .text {
      let range = page.blockRange(of: node)
      let worth = worths[range.upperBound] - worths[range.lowerBound]
      if worth >= best.worth { best = (node, worth) }
    }
    worth = page.tree.nodes.isEmpty ? 0 : best.worth
    let blocks = page.tree.nodes.isEmpty ? 0..<0 : page.blockRange(of: best.node)
    self.blocks = blocks
    let sure = blocks.filter { probabilities[$0] > 0.5 }
    let first = sure.first ?? blocks.lowerBound
    edges = first...max(first, sure.last ?? blocks.upperBound - 1)
    groupKept = [Float](repeating: 0, count: features.places.groupCount)
    for index in blocks {
      groupKept[Int(groups[index])] += (words[index + 1] - words[index]) * probabilities[index]
    }
    distances = Self.distances(page, to: best.node)
  }

  /// Of each node how many elements stand between it and the nearest one around the frame, or the frame itself.
  private static func distances(_ page: PageBlocks, to frame: Int) -> [Int32] {
    let nodes = page.tree.nodes
    var result = [Int32](repeating: 0, count: nodes.count)
    var isAround = [Bool](repeating: false, count: nodes.count)
    var node = nodes.isEmpty ? -1 : frame
    while node >= 0 {
      isAround[node] = true
      node = Int(nodes[node].parent)
    }
    for node in nodes.indices where !isAround[node] && nodes[node].parent >= 0 {
      result[node] = result[Int(nodes[node].parent)] + 1
    }
    return result
  }

  func append(_ index: Int, to table: inout [Float]) {
    let isInside = blocks.contains(index)
    let keptInside = kept[blocks.upperBound] - kept[blocks.lowerBound]
    table.append(isInside ? 1 : 0)
    table.append(Float(distances[Int(page.blocks[index].owner)]) + (isInside ? 0 : 40))
    table.append(BlockAnchors.clipped(index - edges.lowerBound))
    table.append(BlockAnchors.clipped(edges.upperBound - index))
    table.append(keptInside / max(1, kept[kept.count - 1]))
    table.append(worth)
    table.append((kept[index] - kept[blocks.lowerBound]) / max(1, keptInside))
    table.append(keptInside / max(1, words[blocks.upperBound] - words[blocks.lowerBound]))
    table.append(groupKept[Int(groups[index])] / max(1, keptInside))
  }
}
