/// What a page says of where its article stands: the block with its title, its `<article>` elements, the block that its
/// description was taken from, and text that stands twice.
struct BlockAnchors: Sendable {
  /// Numbers of a row.
  static let width = 32

  private let page: PageBlocks
  private let totals: BlockTotals
  private let all: BlockTotals.Sums
  private let title: NodeDistances?
  /// Of each block how many headings like the title stand up to it.
  private let headings: [Float]
  private let articles: PageArticles
  private let shares: [Float]
  private let repeats: RepeatedText
  private let description: DescriptionShares
  private let described: NodeDistances?

  /// `titleShares` are of each block the share of its words that the title has, and the other way about.
  init(
    _ prepared: PreparedPage, totals: BlockTotals, isRunning: [Bool], titleShares: [(ofBlock: Float, ofTitle: Float)]
  ) {
    page = prepared.page
    self.totals = totals
    all = totals.all
    let titleBlock = Self.titleBlock(prepared.page, titleShares)
    title = titleBlock.map { NodeDistances(prepared.page, block: $0) }
    headings = Self.headings(prepared.page, like: titleBlock)
    articles = PageArticles(prepared.page, totals: totals, titleBlock: titleBlock)
    shares = Self.shares(prepared.page, isRunning: isRunning, all: totals.all.running)
    repeats = RepeatedText(prepared.page)
    description = DescriptionShares(prepared)
    described = description.best.map { NodeDistances(prepared.page, block: $0) }
  }

  /// The block that says most of the title, headings first.
  private static func titleBlock(_ page: PageBlocks, _ shares: [(ofBlock: Float, ofTitle: Float)]) -> Int? {
    var best: (index: Int, worth: Float)?
    for (index, share) in shares.enumerated() where share.ofBlock >= 0.6 && share.ofTitle >= 0.6 {
      let context = page.blocks[index].context
      let worth =
        min(share.ofBlock, share.ofTitle) + (context.contains(.mainHeading) ? 0.5 : 0)
        + (context.contains(.heading) ? 0.25 : 0)
      if worth > best?.worth ?? -1 { best = (index, worth) }
    }
    return best?.index
  }

  private static func headings(_ page: PageBlocks, like title: Int?) -> [Float] {
    var result: [Float] = [0]
    let tag = title.map { page.tree.nodes[Int(page.blocks[$0].owner)].tag }
    let isHeading = tag == .h1 || tag == .h2 || tag == .h3
    for block in page.blocks {
      let isLike = isHeading && page.tree.nodes[Int(block.owner)].tag == tag
      result.append((result.last ?? 0) + (isLike ? 1 : 0))
    }
    return result
  }

  /// How much of the page's running text stands in marked places.
  private static func shares(_ page: PageBlocks, isRunning: [Bool], all: Float) -> [Float] {
    var result = [Float](repeating: 0, count: 6)
    for (index, block) in page.blocks.enumerated() where isRunning[index] {
      let words = Float(block.words)
      if block.context.contains(.articleBody) { result[0] += words }
      if block.hints.contains(.body) { result[1] += words }
      if block.context.contains(.article) { result[2] += words }
      if block.context.contains(.main) { result[3] += words }
      if block.hints.contains(.comment) { result[4] += words }
      if block.context.contains(.paragraph) { result[5] += words }
    }
    return result.map { $0 / max(1, all) }
  }

  func append(_ index: Int, to table: inout [Float]) {
    appendTitle(index, to: &table)
    articles.append(index, page, to: &table)
    table += shares
    repeats.append(index, to: &table)
    table.append(description.ofBlock[index])
    table.append(description.ofDescription[index])
    guard let described else {
      for _ in 0..<4 { table.append(-100) }
      return
    }
    let place = described.place(page.blocks[index].owner)
    table.append(Self.clipped(index - described.block))
    table.append(place.up)
    table.append(place.down)
    table.append(totals[page.blockRange(of: place.meeting)].running / max(1, all.running))
  }

  private func appendTitle(_ index: Int, to table: inout [Float]) {
    guard let title else {
      for _ in 0..<10 { table.append(-100) }
      table.append(0)
      return
    }
    let between = index < title.block ? totals[index..<title.block] : totals[title.block..<index]
    let sign: Float = index < title.block ? -1 : 1
    let place = title.place(page.blocks[index].owner)
    let shared = totals[page.blockRange(of: place.meeting)]
    let tag = page.tree.nodes[place.meeting].tag
    table.append(Self.clipped(index - title.block))
    table.append(sign * between.words)
    table.append(sign * between.running / max(1, all.running))
    table.append(place.up)
    table.append(place.down)
    table.append(shared.words / max(1, all.words))
    table.append(shared.running / max(1, all.running))
    table.append(tag == .article || tag == .main ? 1 : 0)
    if index > title.block {
      table.append(headings[index] - headings[title.block + 1])
    } else {
      table.append(headings[index] - headings[title.block])
    }
    table.append(index == title.block ? 1 : 0)
    table.append(1)
  }

  static func clipped(_ distance: Int) -> Float { Float(min(99, max(-99, distance))) }
}

/// How far the elements of a page stand from a block, counted in steps of the tree.
struct NodeDistances: Sendable {
  let block: Int
  /// Of each node the steps up to the nearest ancestor that it shares with the block, and that ancestor.
  private var steps: [Int32]
  private var meetings: [Int32]
  /// Of each ancestor of the block the steps down to the block's owner; -1 of other nodes.
  private var depths: [Int32]

  init(_ page: PageBlocks, block: Int) {
    self.block = block
    let nodes = page.tree.nodes
    depths = [Int32](repeating: -1, count: nodes.count)
    var node = Int(page.blocks[block].owner)
    var depth: Int32 = 0
    while node >= 0 {
      depths[node] = depth
      depth += 1
      node = Int(nodes[node].parent)
    }
    steps = [Int32](repeating: 0, count: nodes.count)
    meetings = [Int32](repeating: 0, count: nodes.count)
    for node in nodes.indices {
      let parent = Int(nodes[node].parent)
      if depths[node] >= 0 || parent < 0 {
        meetings[node] = Int32(node)
      } else {
        steps[node] = steps[parent] + 1
        meetings[node] = meetings[parent]
      }
    }
  }

  /// Steps up from a node to the ancestor that it shares with the block, down from there, and the ancestor.
  func place(_ node: Int32) -> (up: Float, down: Float, meeting: Int) {
    let meeting = Int(meetings[Int(node)])
    return (Float(steps[Int(node)]), Float(depths[meeting]), meeting)
  }
}

/// The `<article>` elements of a page: lists of teasers have many, an article has one with its title in it.
private struct PageArticles: Sendable {
  private let articles: [Int]
  private var running: [Float] = []
  private let most: Float
  private let all: Float
  private let title: Int?
  /// Of each node the number of the nearest article around it; -1 outside.
  private var nearest: [Int32]

  init(_ page: PageBlocks, totals: BlockTotals, titleBlock: Int?) {
    let nodes = page.tree.nodes
    nearest = [Int32](repeating: -1, count: nodes.count)
    var articles: [Int] = []
    for node in nodes.indices {
      if nodes[node].tag == .article {
        nearest[node] = Int32(articles.count)
        articles.append(node)
        running.append(totals[page.blockRange(of: node)].running)
      } else if nodes[node].parent >= 0 {
        nearest[node] = nearest[Int(nodes[node].parent)]
      }
    }
    self.articles = articles
    most = max(1, running.max() ?? 0)
    all = max(1, totals.all.running)
    title = titleBlock
  }

  func append(_ index: Int, _ page: PageBlocks, to table: inout [Float]) {
    let number = Int(nearest[Int(page.blocks[index].owner)])
    table.append(Float(articles.count))
    table.append(Float(number))
    table.append(number >= 0 ? running[number] / all : -1)
    table.append(number >= 0 ? running[number] / most : -1)
    if number >= 0, let title {
      table.append(page.blockRange(of: articles[number]).contains(title) ? 1 : 0)
    } else {
      table.append(-1)
    }
    table.append(title.map { nearest[Int(page.blocks[$0].owner)] >= 0 } ?? false ? 1 : 0)
  }
}

/// How much of each block's text a page's description has, and the other way about, in runs of three words.
private struct DescriptionShares: Sendable {
  private(set) var ofBlock: [Float]
  private(set) var ofDescription: [Float]
  /// The block that the description was taken from.
  private(set) var best: Int?

  init(_ prepared: PreparedPage) {
    let count = prepared.lines.count
    ofBlock = [Float](repeating: 0, count: count)
    ofDescription = ofBlock
    let metas = ["description", "og:description", "twitter:description"].compactMap { prepared.reader.facts.meta[$0] }
    guard let text = metas.max(by: { $0.utf8.count < $1.utf8.count }) else { return }
    var runs: Set<UInt64> = []
    WordRuns.read(Line(Array(text.utf8)[...]).folded, length: 3) { runs.insert($0) }
    guard !runs.isEmpty else { return }
    for (index, line) in prepared.lines.enumerated() {
      var (shared, all): (Float, Float) = (0, 0)
      WordRuns.read(line.folded, length: 3) {
        all += 1
        if runs.contains($0) { shared += 1 }
      }
      guard shared > 0 else { continue }
      ofBlock[index] = shared / all
      ofDescription[index] = min(1, shared / Float(runs.count))
      if ofDescription[index] >= 0.4, best.map({ ofDescription[$0] < ofDescription[index] }) ?? true { best = index }
    }
  }
}
