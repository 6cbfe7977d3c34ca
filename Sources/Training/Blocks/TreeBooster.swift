import Extraction
import Linguistics

/// Learns ``BoostedTrees`` for a logistic loss: trees grow leaf by leaf where the gain is largest, over histograms of
/// binned columns (Ke et al. 2017, LightGBM); second-order gains (Chen and Guestrin 2016). No chance but the seed.
struct TreeBooster {
  var trees = 50
  var leaves = 16
  var rate: Float = 0.15
  /// Share of the columns that each tree looks at.
  var columnShare = 0.5
  /// Share of the groups of rows that each tree learns from.
  var groupShare = 0.7
  var ridge: Float = 3
  /// The least sum of second derivatives in a leaf.
  var leastLeaf: Float = 3
  var seed: UInt64 = 1

  /// Learns from groups of a table's rows (a page's blocks); labels and weights are those of all rows.
  func train(_ data: BinnedTable, groups: [[Int32]], labels: [Bool], weights: [Float]) -> BoostedTrees {
    let rows = groups.flatMap { $0 }
    var (held, all) = (Float(0), Float(0))
    for row in rows {
      all += weights[Int(row)]
      if labels[Int(row)] { held += weights[Int(row)] }
    }
    let base = Float(logarithm(Double(max(held, 1e-3) / max(all - held, 1e-3))))
    var result = BoostedTrees(base: base, width: data.width)
    var logits = [Float](repeating: base, count: data.rows)
    var gradients = [SIMD2<Float>](repeating: .zero, count: data.rows)
    var random = SeededRandom(seed: seed)
    for _ in 0..<trees {
      for row in rows.map(Int.init) {
        let probability = Float(1 / (1 + exponential(Double(-logits[row]))))
        gradients[row] = SIMD2(
          weights[row] * (probability - (labels[row] ? 1 : 0)), weights[row] * probability * (1 - probability))
      }
      let count = max(1, Int(Double(data.width) * columnShare))
      let columns = random.permutation(data.width).prefix(count).sorted()
      let chosen = random.permutation(groups.count).prefix(max(1, Int(Double(groups.count) * groupShare))).sorted()
      var grower = TreeGrower(
        data: data, rows: chosen.flatMap { groups[$0] }, gradients: gradients, columns: columns, booster: self)
      grower.grow()
      result.add(nodes: grower.nodes, leaves: grower.values)
      for row in rows { logits[Int(row)] += grower.value(of: Int(row)) }
    }
    return result
  }
}

/// A table's columns as bytes: the number of the bin that each value falls into.
struct BinnedTable: Sendable {
  let width: Int
  let rows: Int
  /// Column by column.
  let bins: [UInt8]
  /// Of each column the largest value of each bin but the last.
  let edges: [[Float]]

  static let most = 64

  init(_ table: [Float], width: Int) {
    self.width = width
    rows = width == 0 ? 0 : table.count / width
    var bins = [UInt8](repeating: 0, count: table.count)
    var allEdges: [[Float]] = []
    for column in 0..<width {
      var values = [Float](repeating: 0, count: rows)
      for row in 0..<rows { values[row] = table[row * width + column] }
      // A sample is enough to cut the values into bins of about the same size.
      let edges = Self.edges(stride(from: 0, to: rows, by: max(1, rows / 20_000)).map { values[$0] })
      for row in 0..<rows {
        bins[column * rows + row] = UInt8(edges.partitioningIndex { $0 >= values[row] })
      }
      allEdges.append(edges)
    }
    self.bins = bins
    edges = allEdges
  }

  /// Edges between bins of about as many rows each, never inside a run of equal values.
  private static func edges(_ values: [Float]) -> [Float] {
    let sorted = values.sorted()
    var distinct: [Float] = []
    for value in sorted where distinct.last != value {
      distinct.append(value)
      if distinct.count > most { break }
    }
    if distinct.count <= most { return Array(distinct.dropLast()) }
    var edges: [Float] = []
    for bin in 1..<most {
      let value = sorted[sorted.count * bin / most]
      if value != edges.last, value < (sorted.last ?? value) { edges.append(value) }
    }
    return edges
  }
}

/// Grows one tree.
private struct TreeGrower {
  let data: BinnedTable
  let gradients: [SIMD2<Float>]
  let columns: [Int]
  let booster: TreeBooster

  /// Rows, those of each leaf together.
  private(set) var order: [Int32]
  private(set) var nodes: [BoostedTrees.Node] = []
  private(set) var values: [Float] = []
  /// Of each node the last bin that goes left.
  private var bins: [Int] = []

  private struct Split {
    var gain: Float
    var column: Int
    var bin: Int
  }

  private struct Leaf {
    var range: Range<Int>
    var sum: SIMD2<Float>
    var histogram: [SIMD2<Float>]
    var best: Split?
    /// The node that the leaf hangs on, and whether on its left.
    var parent: Int
    var isLeft: Bool
  }

  init(data: BinnedTable, rows: [Int32], gradients: [SIMD2<Float>], columns: [Int], booster: TreeBooster) {
    self.data = data
    self.gradients = gradients
    self.columns = columns
    self.booster = booster
    order = rows
  }

  mutating func grow() {
    let sum = order.reduce(SIMD2<Float>.zero) { $0 + gradients[Int($1)] }
    var root = Leaf(
      range: 0..<order.count, sum: sum, histogram: histogram(0..<order.count), best: nil, parent: -1, isLeft: false)
    root.best = best(root)
    var open = [root]
    while open.count < booster.leaves {
      guard
        let place = open.indices.filter({ open[$0].best != nil })
          .max(by: { (open[$0].best?.gain ?? 0) < (open[$1].best?.gain ?? 0) }),
        let split = open[place].best
      else { break }
      let (left, right) = divide(open[place], split)
      open[place] = left
      open.append(right)
    }
    finish(open)
  }

  /// What the grown tree says of a row.
  func value(of row: Int) -> Float {
    guard !nodes.isEmpty else { return values.first ?? 0 }
    var place: Int32 = 0
    while place >= 0 {
      let node = nodes[Int(place)]
      let bin = Int(data.bins[Int(node.feature) * data.rows + row])
      place = bin <= bins[Int(place)] ? node.left : node.right
    }
    return values[Int(~place)]
  }

  private mutating func divide(_ leaf: Leaf, _ split: Split) -> (Leaf, Leaf) {
    let node = nodes.count
    nodes.append(
      BoostedTrees.Node(
        feature: UInt16(split.column), threshold: data.edges[split.column][split.bin], left: 0, right: 0))
    bins.append(split.bin)
    if leaf.parent >= 0 { hang(Int32(node), leaf) }
    // Stable, so that the order of rows does not depend on how the tree grew.
    let base = split.column * data.rows
    var left: [Int32] = []
    var right: [Int32] = []
    var sum = SIMD2<Float>.zero
    for place in leaf.range {
      let row = order[place]
      if Int(data.bins[base + Int(row)]) <= split.bin {
        left.append(row)
        sum += gradients[Int(row)]
      } else {
        right.append(row)
      }
    }
    let middle = leaf.range.lowerBound + left.count
    order.replaceSubrange(leaf.range, with: left + right)
    let ranges = (leaf.range.lowerBound..<middle, middle..<leaf.range.upperBound)
    // The larger half's histogram is what the smaller one leaves of the whole.
    let isLeftSmall = left.count <= right.count
    let small = histogram(isLeftSmall ? ranges.0 : ranges.1)
    var large = leaf.histogram
    for index in large.indices { large[index] -= small[index] }
    var first = Leaf(
      range: ranges.0, sum: sum, histogram: isLeftSmall ? small : large, best: nil, parent: node, isLeft: true)
    var second = Leaf(
      range: ranges.1, sum: leaf.sum - sum, histogram: isLeftSmall ? large : small, best: nil, parent: node,
      isLeft: false)
    first.best = best(first)
    second.best = best(second)
    return (first, second)
  }

  private mutating func hang(_ child: Int32, _ leaf: Leaf) {
    if leaf.isLeft { nodes[leaf.parent].left = child } else { nodes[leaf.parent].right = child }
  }

  private mutating func finish(_ open: [Leaf]) {
    for leaf in open {
      let number = Int32(values.count)
      values.append(-booster.rate * leaf.sum.x / (leaf.sum.y + booster.ridge))
      if leaf.parent >= 0 { hang(~number, leaf) }
    }
  }

  private func histogram(_ range: Range<Int>) -> [SIMD2<Float>] {
    var result = [SIMD2<Float>](repeating: .zero, count: columns.count * BinnedTable.most)
    let local = range.map { gradients[Int(order[$0])] }
    result.withUnsafeMutableBufferPointer { result in
      data.bins.withUnsafeBufferPointer { bins in
        order.withUnsafeBufferPointer { order in
          for (number, column) in columns.enumerated() {
            let base = column * data.rows
            let target = number * BinnedTable.most
            for (index, place) in range.enumerated() {
              result[target + Int(bins[base + Int(order[place])])] += local[index]
            }
          }
        }
      }
    }
    return result
  }

  private func best(_ leaf: Leaf) -> Split? {
    var best: Split?
    let ridge = booster.ridge
    let whole = leaf.sum.x * leaf.sum.x / (leaf.sum.y + ridge)
    for (number, column) in columns.enumerated() {
      var left = SIMD2<Float>.zero
      for bin in data.edges[column].indices {
        left += leaf.histogram[number * BinnedTable.most + bin]
        let right = leaf.sum - left
        guard left.y >= booster.leastLeaf, right.y >= booster.leastLeaf else { continue }
        let gain =
          left.x * left.x / (left.y + ridge) + right.x * right.x / (right.y + ridge) - whole
        if gain > (best?.gain ?? 1e-3) { best = Split(gain: gain, column: column, bin: bin) }
      }
    }
    return best
  }
}
