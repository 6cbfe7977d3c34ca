import Documents

/// A page's blocks as rows of numbers: what the first pass of ``BlockClassifier`` sees.
///
/// Columns, in order: the block itself, its context and hints, its place on the page, its containers, its template group,
/// its neighbours, the page, what tells where its article stands (``BlockAnchors``), and the sums of learned word weights
/// (``BlockWords``).
struct BlockFeatures: Sendable {
  /// Numbers of a row.
  static let width = 212 + BlockAnchors.width
  /// Where the columns of ``BlockWords`` begin.
  static var wordColumns: Int { width - BlockWords.width }

  let prepared: PreparedPage
  let places: BlockPlaces
  private let totals: BlockTotals
  private let all: BlockTotals.Sums
  private let groups: [BlockTotals.Sums]
  private var groupParents: [Float]
  private var groupIndex: [Float] = []
  private let isRunning: [Bool]
  private let kinds: [Block.Kind]
  private let frame: Frame
  private let frameEdges: Range<Int>
  private let headline: Int?
  /// Of each block the share of its words that the title has, and the share of the title's that it has.
  private let titleShares: [(ofBlock: Float, ofTitle: Float)]
  private let anchors: BlockAnchors
  /// Distances to the nearest running text and heading before and behind each block.
  private var distances: [Distances]

  private struct Distances {
    var runningBefore: Float = 99
    var runningBehind: Float = 99
    var headingBefore: Float = 99
  }

  /// `kinds` and `frame` are what the rules say of the page.
  init(_ prepared: PreparedPage, kinds: [Block.Kind], frame: Frame) {
    let page = prepared.page
    self.prepared = prepared
    self.kinds = kinds
    self.frame = frame
    places = BlockPlaces(page)
    let isRunning = page.blocks.indices.map { prepared.lines[$0].isProse && page.blocks[$0].linkDensity < 0.4 }
    self.isRunning = isRunning
    let isPicked = kinds.map(\.isBody)
    totals = BlockTotals(page, isRunning: isRunning, isPicked: isPicked)
    all = totals.all
    var groups = [BlockTotals.Sums](repeating: BlockTotals.Sums(), count: places.groupCount)
    var parents = [Int32](repeating: -1, count: places.groupCount)
    groupParents = [Float](repeating: 0, count: places.groupCount)
    for (index, block) in page.blocks.enumerated() {
      let group = Int(places.groups[index])
      groupIndex.append(groups[group].blocks)
      groups[group].add(block, isRunning: isRunning[index], isPicked: isPicked[index])
      let parent = page.tree.nodes[Int(block.owner)].parent
      if parents[group] != parent { groupParents[group] += 1 }
      parents[group] = parent
    }
    self.groups = groups
    let running = frame.blocks.filter { isRunning[$0] }
    frameEdges = (running.first ?? frame.blocks.lowerBound)..<((running.last ?? frame.blocks.lowerBound) + 1)
    headline = kinds.firstIndex(of: .headline)
    titleShares = Self.titleShares(prepared)
    anchors = BlockAnchors(prepared, totals: totals, isRunning: isRunning, titleShares: titleShares)
    distances = Self.distances(page, isRunning)
  }

  private static func distances(_ page: PageBlocks, _ isRunning: [Bool]) -> [Distances] {
    var result = [Distances](repeating: Distances(), count: page.blocks.count)
    var running: Float = 99
    var heading: Float = 99
    for index in page.blocks.indices {
      result[index].runningBefore = running
      result[index].headingBefore = heading
      running = isRunning[index] ? 1 : min(99, running + 1)
      heading = page.blocks[index].context.contains(.heading) ? 1 : min(99, heading + 1)
    }
    running = 99
    for index in page.blocks.indices.reversed() {
      result[index].runningBehind = running
      running = isRunning[index] ? 1 : min(99, running + 1)
    }
    return result
  }

  /// All rows, one behind the other; the columns of ``BlockWords`` are 0.
  func table() -> [Float] {
    var table: [Float] = []
    table.reserveCapacity(prepared.page.blocks.count * Self.width)
    for index in prepared.page.blocks.indices {
      let start = table.count
      appendOwn(index, to: &table)
      appendMarks(index, to: &table)
      appendPlace(index, to: &table)
      appendContainers(index, to: &table)
      appendGroup(index, to: &table)
      appendNeighbours(index, to: &table)
      appendPage(to: &table)
      anchors.append(index, to: &table)
      assert(table.count - start == Self.wordColumns, "\(table.count - start + BlockWords.width) columns")
      while table.count < start + Self.width { table.append(0) }
    }
    return table
  }

  /// Fills the columns of learned word weights.
  func fillWords(_ table: inout [Float], elements: HashedWeights, edges: HashedWeights) {
    let words = BlockWords(prepared.page, weights: elements)
    for index in prepared.page.blocks.indices {
      words.fill(
        &table, at: index * Self.width + Self.wordColumns, block: index, prepared.page, places,
        line: prepared.lines[index], edges: edges)
    }
  }

  // MARK: Columns

  private func appendOwn(_ index: Int, to table: inout [Float]) {
    let block = prepared.page.blocks[index]
    let line = prepared.lines[index]
    let words = Float(block.words)
    let count = max(1, Float(line.wordCount))
    table.append(words)
    table.append(Float(block.range.count) / max(1, words))
    table.append(Float(block.linkDensity))
    table.append(Float(block.linkWords))
    table.append(Float(block.strongWords) / max(1, words))
    table.append(Float(block.commas))
    table.append(Float(block.commas) / max(1, words))
    table.append(Float(line.capitalised) / count)
    table.append(Float(line.shouted) / count)
    table.append(Float(line.innerStops))
    table.append(Self.ending(line.lastByte))
    table.append(line.endsClosed ? 1 : 0)
    table.append(line.hasBullet ? 1 : 0)
    table.append(block.followsBreak ? 1 : 0)
    table.append(line.isProse ? 1 : 0)
    table.append(line.isSentence ? 1 : 0)
    table.append(Self.beginning(prepared.page.text[block.range]))
    table.append(Float(line.folded.reduce(0) { $0 + ($1.isASCIIDigit ? 1 : 0) }) / Float(max(1, line.folded.count)))
    table.append(prepared.furniture[index].map { Float($0.rawValue + 1) } ?? 0)
    table.append(prepared.furniture[index] != nil ? 1 : 0)
    table.append(prepared.isCaption[index] ? 1 : 0)
    table.append(Byline.isByline(line) ? 1 : 0)
    table.append(DateLine.isDateLine(line) ? 1 : 0)
    table.append(titleShares[index].ofBlock)
    table.append(titleShares[index].ofTitle)
  }

  private static func titleShares(_ prepared: PreparedPage) -> [(ofBlock: Float, ofTitle: Float)] {
    let titleWords = WordSet(prepared.metadata.title ?? "")
    return prepared.page.blocks.map { block in
      guard block.words <= 40, !titleWords.isEmpty else { return (0, 0) }
      let words = WordSet(prepared.page.text[block.range])
      let shared = Float(words.shared(with: titleWords))
      return (shared / Float(max(1, words.count)), shared / Float(titleWords.count))
    }
  }

  private static func ending(_ byte: UInt8) -> Float {
    switch byte {
    case UInt8(ascii: "."): 6
    case UInt8(ascii: "!"), UInt8(ascii: "?"): 5
    case UInt8(ascii: ":"): 4
    case UInt8(ascii: ","), UInt8(ascii: ";"): 3
    case _ where byte.isASCIIDigit: 1
    case _ where byte.isWordByte: 2
    default: 0
    }
  }

  private static func beginning(_ text: ArraySlice<UInt8>) -> Float {
    guard let first = text.first else { return 0 }
    if first.isASCIIUpper { return 4 }
    if first.isASCIILower { return 3 }
    if first.isASCIIDigit { return 2 }
    return first >= 0x80 ? 1 : 0
  }

  private func appendMarks(_ index: Int, to table: inout [Float]) {
    let block = prepared.page.blocks[index]
    for bit in 0..<22 { table.append(block.context.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0) }
    for bit in 0..<30 { table.append(block.hints.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0) }
    let owner = prepared.page.tree.nodes[Int(block.owner)]
    table.append(owner.tag == .p ? 1 : 0)
    table.append(owner.tag == .div ? 1 : 0)
    table.append(owner.tag == .li ? 1 : 0)
    table.append(owner.tag == .td ? 1 : 0)
    table.append(owner.tag == .span || owner.tag == .section ? 1 : 0)
    table.append(Self.headingLevel(owner.tag))
    table.append(Float(owner.depth))
    table.append(Float(prepared.page.blockRange(of: Int(block.owner)).count))
    table.append(prepared.page.ownHints[Int(block.owner)].isDisjoint(with: .against) ? 0 : 1)
  }

  private static func headingLevel(_ tag: Tag) -> Float {
    switch tag {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: 0
    }
  }

  private func appendPlace(_ index: Int, to table: inout [Float]) {
    let before = totals[0..<index]
    let inFrame = totals[frame.blocks]
    table.append(Float(index) / max(1, all.blocks))
    table.append(before.words / max(1, all.words))
    table.append(before.running / max(1, all.running))
    table.append(before.picked / max(1, all.picked))
    table.append(Float(min(99, max(-99, index - (headline ?? frameEdges.lowerBound)))))
    table.append(headline == nil ? 0 : 1)
    table.append(headline.map { $0 <= index ? totals[$0..<index].words : -1 } ?? -2)
    table.append(Float(min(99, max(-99, index - frameEdges.lowerBound))))
    table.append(Float(min(99, max(-99, frameEdges.upperBound - 1 - index))))
    table.append(frameEdges.contains(index) ? 1 : 0)
    table.append(frame.blocks.contains(index) ? 1 : 0)
    table.append(hopsToFrame(index))
    table.append(inFrame.running / max(1, all.running))
    table.append(kinds[index].isBody ? 1 : 0)
    table.append(kinds[index] == .caption ? 1 : 0)
    table.append(kinds[index] == .headline || kinds[index] == .byline || kinds[index] == .dateline ? 1 : 0)
    table.append(distances[index].runningBefore)
    table.append(distances[index].runningBehind)
    table.append(distances[index].headingBefore)
  }

  /// How many elements stand between the block and the frame; past the frame, those up to the element that holds both.
  private func hopsToFrame(_ index: Int) -> Float {
    let nodes = prepared.page.tree.nodes
    var node = Int(prepared.page.blocks[index].owner)
    var hops: Float = 0
    let end = Int(nodes[frame.node].end)
    while node > 0, !(node <= frame.node && Int(nodes[node].end) >= end), node != frame.node, hops < 30 {
      node = Int(nodes[node].parent)
      hops += 1
    }
    return frame.blocks.contains(index) ? hops : 40 + hops
  }

  private func appendContainers(_ index: Int, to table: inout [Float]) {
    for level in 0..<BlockPlaces.levels {
      let node = places.container(level, of: index)
      let range = prepared.page.blockRange(of: node)
      let sums = totals[range]
      append(sums, to: &table)
      table.append(sums.paragraphs / max(1, sums.blocks))
      table.append(sums.headings / max(1, sums.blocks))
      table.append(Float(index - range.lowerBound) / max(1, sums.blocks))
      table.append(Float(range.upperBound - 1 - index))
    }
  }

  /// Six numbers that describe a set of blocks.
  private func append(_ sums: BlockTotals.Sums, to table: inout [Float]) {
    table.append(sums.blocks)
    table.append(sums.words)
    table.append(sums.words / max(1, sums.blocks))
    table.append(sums.linkWords / max(1, sums.words))
    table.append(sums.running / max(1, all.running))
    table.append(sums.picked / max(1, sums.words))
  }

  private func appendGroup(_ index: Int, to table: inout [Float]) {
    let group = Int(places.groups[index])
    append(groups[group], to: &table)
    table.append(groups[group].picked / max(1, all.picked))
    table.append(groupParents[group])
    table.append(groupIndex[index])
  }

  private func appendNeighbours(_ index: Int, to table: inout [Float]) {
    for offset in [-3, -2, -1, 1, 2, 3] {
      let other = index + offset
      guard prepared.page.blocks.indices.contains(other) else {
        for _ in 0..<7 { table.append(-1) }
        continue
      }
      let block = prepared.page.blocks[other]
      table.append(Float(block.words))
      table.append(Float(block.linkDensity))
      table.append(isRunning[other] ? 1 : 0)
      table.append(block.context.contains(.heading) ? 1 : 0)
      table.append(places.groups[other] == places.groups[index] ? 1 : 0)
      table.append(kinds[other].isBody ? 1 : 0)
      table.append(prepared.furniture[other] == nil ? 0 : 1)
    }
  }

  private func appendPage(to table: inout [Float]) {
    table.append(all.blocks)
    table.append(all.words)
    table.append(all.running)
    table.append(all.picked)
    table.append(all.linkWords / max(1, all.words))
  }
}
