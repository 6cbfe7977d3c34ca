/// Where a page's blocks stand: their containers, and the blocks that the same template made.
struct BlockPlaces: Sendable {
  /// How many containers of a block are looked at.
  static let levels = 4

  /// For each node the nearest element above that holds more blocks; -1 at the top.
  private var wider: [Int32]
  /// For each block ``levels`` nodes, each holding more blocks than the one before it; the last repeats at the top.
  private(set) var containers: [Int32] = []
  /// For each block the number of its template: the tags and classes from its owner up to the page are the same.
  private(set) var groups: [Int32] = []
  private(set) var groupCount = 0

  init(_ page: PageBlocks) {
    let nodes = page.tree.nodes
    wider = [Int32](repeating: -1, count: nodes.count)
    var chains = [UInt64](repeating: 0, count: nodes.count)
    for node in nodes.indices where nodes[node].tag != .text {
      let parent = Int(nodes[node].parent)
      guard parent >= 0 else { continue }
      let isSame = page.blockRange(of: parent) == page.blockRange(of: node)
      wider[node] = isSame ? wider[parent] : nodes[node].parent
      chains[node] = (chains[parent] &* 31 &+ UInt64(nodes[node].tag.rawValue)) &* 0x100_0000_01b3
      if let value = page.tree.attribute(.class, of: node) {
        for byte in page.tree.bytes[value].prefix(ElementWords.limit) where !byte.isASCIIDigit {
          chains[node] = WordHash.step(chains[node], byte)
        }
      }
    }
    var numbers: [UInt64: Int32] = [:]
    var last: (chain: UInt64, number: Int32) = (0, -1)
    containers.reserveCapacity(page.blocks.count * Self.levels)
    groups.reserveCapacity(page.blocks.count)
    for block in page.blocks {
      var node = block.owner
      for _ in 0..<Self.levels {
        if wider[Int(node)] >= 0 { node = wider[Int(node)] }
        containers.append(node)
      }
      let chain = chains[Int(block.owner)]
      if last.number < 0 || last.chain != chain {
        let number = numbers[chain] ?? Int32(numbers.count)
        numbers[chain] = number
        last = (chain, number)
      }
      groups.append(last.number)
    }
    groupCount = numbers.count
  }

  func container(_ level: Int, of block: Int) -> Int { Int(containers[block * Self.levels + level]) }
}
