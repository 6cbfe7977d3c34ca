/// Running totals over a page's blocks: what any range of blocks holds is a difference of two of them.
struct BlockTotals: Sendable {
  struct Sums: Sendable {
    var blocks: Float = 0
    var words: Float = 0
    var linkWords: Float = 0
    /// Words of running text.
    var running: Float = 0
    var paragraphs: Float = 0
    var headings: Float = 0
    /// Words that the rules keep.
    var picked: Float = 0

    static func - (left: Sums, right: Sums) -> Sums {
      Sums(
        blocks: left.blocks - right.blocks, words: left.words - right.words,
        linkWords: left.linkWords - right.linkWords, running: left.running - right.running,
        paragraphs: left.paragraphs - right.paragraphs, headings: left.headings - right.headings,
        picked: left.picked - right.picked)
    }

    mutating func add(_ block: PageBlock, isRunning: Bool, isPicked: Bool) {
      let words = Float(block.words)
      blocks += 1
      self.words += words
      linkWords += Float(block.linkWords)
      if isRunning { running += words }
      if block.context.contains(.paragraph) { paragraphs += 1 }
      if block.context.contains(.heading) { headings += 1 }
      if isPicked { picked += words }
    }
  }

  private var totals: [Sums]

  init(_ page: PageBlocks, isRunning: [Bool], isPicked: [Bool]) {
    totals = [Sums()]
    totals.reserveCapacity(page.blocks.count + 1)
    var sums = Sums()
    for (index, block) in page.blocks.enumerated() {
      sums.add(block, isRunning: isRunning[index], isPicked: isPicked[index])
      totals.append(sums)
    }
  }

  subscript(range: Range<Int>) -> Sums { totals[range.upperBound] - totals[range.lowerBound] }

  var all: Sums { self[0..<(totals.count - 1)] }
}
