/// Finds the element that frames a page's article.
///
/// Every block is worth something: running text its words, lists of links and furniture less than nothing. The frame is
/// the element whose blocks are worth most together.
struct Frame: Sendable {
  var node: Int
  var blocks: Range<Int>

  /// Blocks' worth inside the best frame, summed.
  var worth: Double

  static func find(_ page: PageBlocks, lines: [Line], isTrusting: Bool) -> Frame {
    var sums = [0.0]
    sums.reserveCapacity(page.blocks.count + 1)
    for (index, block) in page.blocks.enumerated() { sums.append(sums[index] + worth(block, lines[index], isTrusting)) }
    var best = Frame(node: 0, blocks: 0..<page.blocks.count, worth: -.infinity)
    for node in page.tree.nodes.indices {
      let tag = page.tree.nodes[node].tag
      guard tag != .text, TagSet.blocks.contains(tag) else { continue }
      let range = page.blockRange(of: node)
      guard !range.isEmpty else { continue }
      var worth = sums[range.upperBound] - sums[range.lowerBound]
      // Marked as what is looked for: worth a little more than an unmarked one around it.
      if page.contexts[node].contains(.articleBody) { worth *= 1.1 }
      if page.ownHints[node].contains(.body) { worth *= 1.03 }
      if tag == .article || tag == .main { worth *= 1.02 }
      if worth >= best.worth { best = Frame(node: node, blocks: range, worth: worth) }
    }
    return best
  }

  /// What a block adds to the frame that holds it.
  static func worth(_ block: PageBlock, _ line: Line, _ isTrusting: Bool) -> Double {
    let words = Double(block.words)
    let density = block.linkDensity
    if block.context.contains(.nav) || block.context.contains(.dialog) { return -2 - min(words, 30) * 0.2 }
    if isTrusting,
      !block.hints.isDisjoint(with: .against) || block.context.contains(.footer) || block.context.contains(.aside)
    {
      let isStrong = !block.hints.isDisjoint(with: .strong) || block.context.contains(.footer)
      return -2 - min(words, 60) * (isStrong ? 0.4 : 0.1)
    }
    if isTrusting, block.context.contains(.hidden) { return -1 - min(words, 30) * 0.2 }
    if density > 0.5 { return -1 - min(words, 30) * 0.3 }
    if line.isProse { return words * (1 - density) }
    if block.words >= 10 { return words * 0.5 * (1 - density) }
    if block.context.contains(.heading) || block.context.contains(.listItem) || block.context.contains(.table) {
      return 0
    }
    return -1
  }
}
