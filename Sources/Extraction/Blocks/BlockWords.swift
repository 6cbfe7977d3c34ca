/// What the words of classes and edges say of a page's blocks, as sums of learned weights.
struct BlockWords: Sendable {
  /// Columns of ``BlockFeatures`` that these fill.
  static let width = 7 + BlockPlaces.levels

  /// Weight of each node's own words.
  private var own: [Float]
  private var chain: [Float]
  private var least: [Float]
  private var most: [Float]

  init(_ page: PageBlocks, weights: HashedWeights) {
    let nodes = page.tree.nodes
    own = [Float](repeating: 0, count: nodes.count)
    chain = own
    least = own
    most = own
    var known = ValueCache()
    for node in nodes.indices where nodes[node].tag != .text {
      let sum = Self.values(page, node).reduce(Float(0)) { sum, value in
        sum + Self.weight(page.tree.bytes[value], weights, &known)
      }
      own[node] = sum
      let parent = Int(nodes[node].parent)
      chain[node] = sum + (parent >= 0 ? chain[parent] : 0)
      least[node] = parent >= 0 ? min(least[parent], sum) : sum
      most[node] = parent >= 0 ? max(most[parent], sum) : sum
    }
  }

  /// Ranges of the values of an element that hold words; those of `<html>` and `<body>` say nothing of a part.
  static func values(_ page: PageBlocks, _ node: Int) -> [Range<Int>] {
    let item = page.tree.nodes[node]
    guard item.to > item.from, item.tag != .html, item.tag != .body else { return [] }
    var result: [Range<Int>] = []
    for index in Int(item.from)..<Int(item.to) {
      let attribute = page.tree.attributes[index]
      switch attribute.name {
      case .class, .id, .dataTestID, .role, .itemprop: result.append(Int(attribute.from)..<Int(attribute.to))
      default: break
      }
    }
    return result
  }

  /// The weight of an attribute's value; pages repeat theirs, so each is read once.
  private static func weight(
    _ value: ArraySlice<UInt8>, _ weights: HashedWeights, _ known: inout ValueCache
  ) -> Float {
    let hash = value.prefix(ElementWords.limit).reduce(WordHash.seed, WordHash.step)
    if let sum = known[hash] { return sum }
    var sum: Float = 0
    ElementWords.read(value) { sum += weights[$0] }
    known[hash] = sum
    return sum
  }

  /// Fills a block's columns of a table.
  func fill(
    _ table: inout [Float], at start: Int, block: Int, _ page: PageBlocks, _ places: BlockPlaces, line: Line,
    edges: HashedWeights
  ) {
    let owner = Int(page.blocks[block].owner)
    let parent = Int(page.tree.nodes[owner].parent)
    var edge: Float = 0
    EdgeWords.read(line) { edge += edges[$0] }
    table[start] = own[owner]
    table[start + 1] = chain[owner]
    table[start + 2] = least[owner]
    table[start + 3] = most[owner]
    table[start + 4] = parent >= 0 ? own[parent] : 0
    table[start + 5] = parent >= 0 ? chain[parent] : 0
    table[start + 6] = edge
    for level in 0..<BlockPlaces.levels { table[start + 7 + level] = own[places.container(level, of: block)] }
  }
}

/// The last value seen for each of a thousand places: a cache that forgets, as it never grows.
private struct ValueCache {
  private var keys = [UInt64](repeating: 0, count: 1024)
  private var values = [Float](repeating: 0, count: 1024)

  subscript(key: UInt64) -> Float? {
    get {
      let place = Int(truncatingIfNeeded: key ^ (key >> 32)) & 1023
      return keys[place] == key ? values[place] : nil
    }
    set {
      let place = Int(truncatingIfNeeded: key ^ (key >> 32)) & 1023
      keys[place] = key
      values[place] = newValue ?? 0
    }
  }
}
