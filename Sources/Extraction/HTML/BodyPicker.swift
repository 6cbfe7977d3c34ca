import Documents

/// Decides of each block of a page whether it belongs to the article, and as what.
struct BodyPicker {
  private let prepared: PreparedPage
  private(set) var kinds: [Block.Kind]
  private let titleWords: WordSet
  private(set) var frame: Frame
  /// Whether hints and contexts count; a page where they leave nothing is read again without them.
  private var isTrusting = true

  init(_ prepared: PreparedPage) {
    self.prepared = prepared
    let page = prepared.page
    titleWords = WordSet(prepared.metadata.title ?? "")
    kinds = [Block.Kind](repeating: .boilerplate, count: page.blocks.count)
    frame =
      prepared.isFragment
      ? Frame(node: 0, blocks: 0..<page.blocks.count, worth: 0)
      : Frame.find(page, lines: prepared.lines, isTrusting: true)
  }

  private var page: PageBlocks { prepared.page }
  private var lines: [Line] { prepared.lines }
  private var isFragment: Bool { prepared.isFragment }

  mutating func run() {
    pick()
    let running = page.blocks.indices.reduce(0) { $0 + (isStrong($1) ? Int(page.blocks[$1].words) : 0) }
    let kept = page.blocks.indices.reduce(0) { $0 + (kinds[$1].isBody ? Int(page.blocks[$1].words) : 0) }
    guard kept < 80, kept * 4 < running, isTrusting else { return }
    let first = self
    isTrusting = false
    kinds = [Block.Kind](repeating: .boilerplate, count: page.blocks.count)
    frame = isFragment ? frame : Frame.find(page, lines: lines, isTrusting: false)
    pick()
    if !kinds.contains(where: \.isBody) { self = first }
  }

  private mutating func pick() {
    markBody()
    trimHead()
    trimTail()
    dropLoneHeadings()
    dropRepeats()
    markHead()
  }

  /// Takes the blocks that a classifier keeps for the body instead of those that the rules pick, and gives the head and
  /// the captions around them their kinds. What the rules pick stays where little is kept of a page with much of it.
  mutating func settle(_ answer: KeptBlocks) {
    let kept = answer.kept
    func words(_ isCounted: (Int) -> Bool) -> Int {
      kinds.indices.reduce(0) { $0 + (isCounted($1) ? Int(page.blocks[$1].words) : 0) }
    }
    let picked = words { kinds[$0].isBody }
    let found = words { kept[$0] }
    guard found > 0, found >= 40 || found * 4 >= picked else { return }
    let picks = kinds
    let captions = kinds.indices.map { kinds[$0] == .caption && !answer.sure[$0] }
    let pulled = kinds.indices.map {
      page.blocks[$0].hints.contains(.pullQuote) && !kinds[$0].isBody && !answer.sure[$0]
    }
    for index in kinds.indices {
      let isBody = kept[index] && !captions[index] && !pulled[index] && !isHeadLine(index)
      kinds[index] = isBody ? bodyKind(page.blocks[index]) : captions[index] ? .caption : .boilerplate
    }
    trimHead()
    dropLoneHeadings()
    dropRepeats()
    // What was kept was headings and bylines alone.
    if !kinds.contains(where: \.isBody) { kinds = picks }
    markHead()
  }

  /// Whether a block is a byline or a date line, wherever it stands, or a picture's caption.
  private func isHeadLine(_ index: Int) -> Bool {
    page.blocks[index].context.contains(.figcaption) || Byline.isByline(lines[index])
      || DateLine.isDateLine(lines[index])
  }

  // MARK: The body

  private mutating func markBody() {
    for index in frame.blocks {
      let block = page.blocks[index]
      guard !isOutside(block, lines[index]) else { continue }
      if isCaption(index) {
        kinds[index] = .caption
      } else if isKept(index) {
        kinds[index] = bodyKind(block)
      }
    }
  }

  private func bodyKind(_ block: PageBlock) -> Block.Kind {
    if block.context.contains(.heading) { return .subheading }
    if block.context.contains(.listItem) { return .list }
    if block.context.contains(.quote) { return .quote }
    return .paragraph
  }

  /// Whether a block stands where no article's text does.
  private func isOutside(_ block: PageBlock, _ line: Line) -> Bool {
    if block.context.contains(.nav) || block.context.contains(.dialog) || block.context.contains(.button)
      || block.context.contains(.hidden)
    {
      return true
    }
    guard isTrusting else { return block.context.contains(.footer) }
    if block.context.contains(.footer) || block.context.contains(.form) { return !(line.isProse && block.words > 40) }
    if block.context.contains(.aside) { return true }
    return !block.hints.isDisjoint(with: .against)
  }

  private func isCaption(_ index: Int) -> Bool {
    let block = page.blocks[index]
    if block.context.contains(.figcaption) { return true }
    if block.hints.contains(.caption) || block.hints.contains(.credit), block.words <= 90 { return true }
    if block.context.contains(.figure), block.words <= 60, !block.context.contains(.quote) { return true }
    return !block.context.contains(.heading) && block.words <= 60 && prepared.isCaption[index]
  }

  private func isKept(_ index: Int) -> Bool {
    let block = page.blocks[index]
    let line = lines[index]
    if block.words == 0 { return false }
    if let furniture = prepared.furniture[index], !(isFragment && furniture == .control) { return false }
    if block.linkDensity > 0.66, block.words >= 3 || !block.context.contains(.paragraph) {
      // A paragraph that is one link is another article's; a list item may be a source among others.
      return block.context.contains(.table)
    }
    if block.context.contains(.heading) || block.context.contains(.listItem) || block.context.contains(.table)
      || block.context.contains(.quote) || block.context.contains(.preformatted) || block.context.contains(.paragraph)
    {
      return true
    }
    return block.words >= 4 || line.endsSentence || block.followsBreak
  }

  // MARK: Boundaries

  /// What stands above the first paragraph is head: title, deck, byline, date.
  private mutating func trimHead() {
    guard let first = kinds.indices.first(where: { kinds[$0].isBody && isStrong($0) }) else { return }
    for index in kinds.indices where index < first && kinds[index].isBody {
      let block = page.blocks[index]
      let line = lines[index]
      if isTitle(index) || Byline.isByline(line) || DateLine.isDateLine(line)
        || !block.hints.isDisjoint(with: [.byline, .date, .metaLine])
      {
        kinds[index] = .boilerplate
      } else if block.words <= 4, !block.context.contains(.heading), !line.endsSentence {
        kinds[index] = .boilerplate
      }
    }
  }

  private func isStrong(_ index: Int) -> Bool { lines[index].isProse && page.blocks[index].linkDensity < 0.4 }

  private func isTitle(_ index: Int) -> Bool {
    let count = Int(page.blocks[index].words)
    guard count <= 60, count <= titleWords.count * 3, count * 2 >= titleWords.count, !titleWords.isEmpty else {
      return false
    }
    let words = WordSet(page.text[page.blocks[index].range])
    guard !words.isEmpty else { return false }
    let shared = Double(words.shared(with: titleWords))
    return shared / Double(words.count) >= 0.8 && shared / Double(titleWords.count) >= 0.6
  }

  /// Behind a heading of related articles or comments, what follows inside the same frame is theirs if no long running
  /// text stands there.
  private mutating func trimTail() {
    let body = frame.blocks.filter { kinds[$0].isBody }
    guard body.count > 3 else { return }
    let total = body.reduce(0) { $0 + Int(page.blocks[$1].words) }
    var before = 0
    for index in frame.blocks {
      if kinds[index].isBody { before += Int(page.blocks[index].words) }
      guard before * 2 > total, let furniture = prepared.furniture[index] else { continue }
      guard furniture == .related || furniture == .comments || isAuthorHead(lines[index]) else { continue }
      let rest = (index..<frame.blocks.upperBound).filter { kinds[$0].isBody }
      let strong = rest.filter { isStrong($0) && page.blocks[$0].words >= 25 }.count
      if furniture == .comments || strong <= 2 || before * 10 > total * 9 {
        for place in rest { kinds[place] = .boilerplate }
        return
      }
    }
    for index in body.suffix(3) where page.blocks[index].words <= 70 {
      if AuthorNote.isNote(Array(page.string(page.blocks[index]).utf8)[...], authors: prepared.metadata.authors) {
        kinds[index] = .boilerplate
      }
    }
  }

  private func isAuthorHead(_ line: Line) -> Bool {
    line.starts(with: "about the author") || line.starts(with: "written by")
  }

  /// A heading with nothing kept in the next three blocks heads nothing.
  private mutating func dropLoneHeadings() {
    for index in kinds.indices.reversed() where kinds[index] == .subheading {
      let next = kinds[(index + 1)...].prefix(3)
      if !next.contains(where: { $0.isBody }) { kinds[index] = .boilerplate }
    }
  }

  /// A block of over forty characters that stands twice is kept once.
  private mutating func dropRepeats() {
    var seen: Set<UInt64> = []
    for index in kinds.indices where kinds[index].isBody && page.blocks[index].range.count > 40 {
      let hash = page.text[page.blocks[index].range].reduce(WordHash.seed, WordHash.step)
      if !seen.insert(hash).inserted { kinds[index] = .boilerplate }
    }
  }

  // MARK: The head's parts

  /// Finds the headline, deck, byline and date among the blocks above the body.
  private mutating func markHead() {
    guard let first = kinds.indices.first(where: { kinds[$0].isBody }) else { return }
    let headline = headlineBlock(before: first)
    if let headline { kinds[headline] = .headline }
    var hasDeck = kinds.contains(.deck)
    let start = headline.map { $0 + 1 } ?? max(0, first - 12)
    guard start < first else { return }
    for index in start..<first where kinds[index] == .boilerplate {
      let block = page.blocks[index]
      let line = lines[index]
      if block.context.contains(.nav) || block.context.contains(.hidden) || block.context.contains(.button) { continue }
      if Byline.isByline(line) {
        kinds[index] = .byline
      } else if DateLine.isDateLine(line) {
        kinds[index] = .dateline
      } else if isCaption(index), !isOutside(block, line) {
        kinds[index] = .caption
      } else if block.hints.contains(.deck), !hasDeck, block.words >= 4, prepared.furniture[index] == nil,
        block.hints.isDisjoint(with: [.related, .popular, .navigation])
      {
        kinds[index] = .deck
        hasDeck = true
      }
    }
  }

  /// Tells a deck that was kept from the body: a line or two right below the headline, with the byline or the date between
  /// them and the article's text. For when the body is settled.
  mutating func markDeck() {
    guard let headline = kinds.firstIndex(of: .headline), let deck = kinds.firstIndex(where: \.isBody),
      deck == headline + 1, (4...60).contains(page.blocks[deck].words), kinds[deck] != .quote,
      let next = kinds[(deck + 1)...].firstIndex(where: \.isBody), next < deck + 12,
      ((deck + 1)..<next).contains(where: { Byline.isByline(lines[$0]) || DateLine.isDateLine(lines[$0]) })
    else { return }
    kinds[deck] = .deck
    markHead()
  }

  private func headlineBlock(before first: Int) -> Int? {
    let titles = page.blocks.indices.filter { $0 <= first && isTitle($0) }
    return titles.last { page.blocks[$0].context.contains(.mainHeading) }
      ?? titles.last { page.blocks[$0].context.contains(.heading) }
  }
}
