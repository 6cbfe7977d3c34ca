import ModelFiles

/// A sum of small decision trees over rows of numbers (Friedman 2001, *Greedy function approximation: a gradient boosting
/// machine*); the sum is a logit.
package struct BoostedTrees: Sendable {
  package struct Node: Sendable {
    package var feature: UInt16
    /// Rows with at most this value go left.
    package var threshold: Float
    /// Number of the next node; a leaf's number inverted if below 0.
    package var left: Int32
    package var right: Int32

    package init(feature: UInt16, threshold: Float, left: Int32, right: Int32) {
      self.feature = feature
      self.threshold = threshold
      self.left = left
      self.right = right
    }
  }

  package private(set) var nodes: [Node] = []
  package private(set) var leaves: [Float] = []
  /// First node of each tree; a leaf's number inverted for a tree without nodes.
  private var roots: [Int32] = []
  package let base: Float
  /// How many numbers a row has.
  package let width: Int

  package init(base: Float, width: Int) {
    self.base = base
    self.width = width
  }

  /// Adds a tree whose nodes and leaves are numbered from 0.
  package mutating func add(nodes tree: [Node], leaves values: [Float]) {
    let firstNode = Int32(nodes.count)
    let firstLeaf = Int32(leaves.count)
    func moved(_ child: Int32) -> Int32 { child >= 0 ? child + firstNode : ~(~child + firstLeaf) }
    roots.append(tree.isEmpty ? ~firstLeaf : firstNode)
    for node in tree {
      nodes.append(
        Node(feature: node.feature, threshold: node.threshold, left: moved(node.left), right: moved(node.right)))
    }
    leaves += values
  }

  /// The mean of several sums of trees over the same rows.
  package init(meanOf parts: [BoostedTrees]) {
    let share = 1 / Float(max(1, parts.count))
    self.init(base: parts.reduce(0) { $0 + $1.base } * share, width: parts.first?.width ?? 0)
    for part in parts {
      let firstNode = Int32(nodes.count)
      let firstLeaf = Int32(leaves.count)
      func moved(_ child: Int32) -> Int32 { child >= 0 ? child + firstNode : ~(~child + firstLeaf) }
      roots += part.roots.map(moved)
      nodes += part.nodes.map {
        Node(feature: $0.feature, threshold: $0.threshold, left: moved($0.left), right: moved($0.right))
      }
      leaves += part.leaves.map { $0 * share }
    }
  }

  package var treeCount: Int { roots.count }

  /// The logit of the row that begins at an offset of a table.
  package func logit(_ table: [Float], at start: Int) -> Float {
    guard start + width <= table.count else { return base }
    var sum = base
    for root in roots {
      var place = root
      while place >= 0 {
        let node = nodes[Int(place)]
        place = table[start + Int(node.feature)] <= node.threshold ? node.left : node.right
      }
      sum += leaves[Int(~place)]
    }
    return sum
  }
}

extension BoostedTrees {
  /// The section: base (Float), width and number of trees (UInt16); of each tree the number of its leaves (UInt16), its
  /// nodes (feature UInt16, threshold Float, children 2 × Int16), its leaves (Float).
  init?(_ section: UnsafeRawBufferPointer) {
    var reader = SectionReader(section)
    guard let base = reader.float(), let width = reader.number(UInt16.self), let count = reader.number(UInt16.self)
    else { return nil }
    self.init(base: base, width: Int(width))
    for _ in 0..<count {
      guard let leafCount = reader.number(UInt16.self), leafCount >= 1 else { return nil }
      var tree: [Node] = []
      for index in 0..<Int(leafCount) - 1 {
        guard let feature = reader.number(UInt16.self), let threshold = reader.float(),
          let left = reader.number(Int16.self), let right = reader.number(Int16.self), feature < width
        else { return nil }
        // Children stand behind their parents, so that no tree goes in circles.
        for child in [left, right] {
          guard child < 0 ? ~child < leafCount : Int(child) > index && Int(child) < Int(leafCount) - 1 else {
            return nil
          }
        }
        tree.append(Node(feature: feature, threshold: threshold, left: Int32(left), right: Int32(right)))
      }
      var values: [Float] = []
      for _ in 0..<leafCount {
        guard let value = reader.float() else { return nil }
        values.append(value)
      }
      add(nodes: tree, leaves: values)
    }
    guard reader.isAtEnd else { return nil }
  }

  package func section() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: base.bitPattern)
    bytes.append(littleEndian: UInt16(width))
    bytes.append(littleEndian: UInt16(roots.count))
    var firstNode = 0
    var firstLeaf = 0
    for (index, root) in roots.enumerated() {
      let rest = roots[(index + 1)...]
      let end = rest.first { $0 >= 0 }.map(Int.init) ?? nodes.count
      let nodeCount = root >= 0 ? end - firstNode : 0
      bytes.append(littleEndian: UInt16(nodeCount + 1))
      for node in nodes[firstNode..<(firstNode + nodeCount)] {
        bytes.append(littleEndian: node.feature)
        bytes.append(littleEndian: node.threshold.bitPattern)
        for child in [node.left, node.right] {
          let local = child >= 0 ? Int(child) - firstNode : ~(Int(~child) - firstLeaf)
          bytes.append(littleEndian: Int16(local))
        }
      }
      for leaf in leaves[firstLeaf...(firstLeaf + nodeCount)] { bytes.append(littleEndian: leaf.bitPattern) }
      firstNode += nodeCount
      firstLeaf += nodeCount + 1
    }
    return bytes
  }
}
