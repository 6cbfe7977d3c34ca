import Documents

/// The day of publication that readers see on a page, weighed against the one in its data.
///
/// - The day that stands alone beside the headline holds where the data name a later one, which is of the last build or
///   change.
/// - A fixed page of a site is made once and rewritten since: the day near its headline holds, and what the data say of
///   the page, rather than of an article, counts for nothing.
/// - Where the data have no day: one near the headline; behind the article that of a line which says *Posted on*, or of one
///   whose classes say that it is about dates or authors, or of the only line of a date. The day of a change is taken near
///   the headline alone, and nothing is taken from lists, whose days are of others.
struct VisibleDate {
  let head: VisibleHead
  private var page: PageBlocks { head.page }
  private var lines: [Line] { head.lines }
  private var kinds: [Block.Kind] { head.kinds }

  init(_ head: VisibleHead) { self.head = head }

  /// The date as ISO 8601, with its time where it has one.
  func read(against data: Publication?) -> String? {
    guard let data else { return near(head.window()) ?? nearMainHeading() ?? behind() }
    if head.isFixedPage, let seen = near(head.window()) { return seen }
    // What `<time>` says is seen already.
    if data.source != .time, let seen = beside(), seen < data.day { return seen }
    return head.isFixedPage && data.source == .page ? nil : data.iso
  }

  // MARK: Near the headline

  /// The day that stands alone right below the headline, or right above it.
  private func beside() -> String? {
    guard let headline = kinds.firstIndex(of: .headline) else { return nil }
    for index in (headline + 1)..<max(headline + 1, min(page.blocks.count, headline + 7)) {
      guard lines[index].wordCount <= 8, let reading = reading(index) else { continue }
      return isPlain(index) ? reading.calendarDay : nil
    }
    guard headline > 0, lines[headline - 1].wordCount <= 12, isPlain(headline - 1) else { return nil }
    return reading(headline - 1)?.calendarDay
  }

  /// Whether a line is a date that can be read in one way and is of no change: *10/3/2023* may be of March or of October.
  private func isPlain(_ index: Int) -> Bool {
    DateLine.isDateLine(lines[index]) && !isChange(index) && !lines[index].contains("/")
  }

  /// The first date among blocks about the headline, those of changes last.
  private func near(_ window: [Int]) -> String? {
    var changed: String?
    for index in window where !page.blocks[index].context.contains(.nav) {
      guard isLine(index), let reading = posting(index) ?? reading(index), !isOfList(index) else { continue }
      if !isChange(index) { return reading.iso }
      changed = changed ?? reading.iso
    }
    return changed
  }

  /// The same about the `<h1>`, where the headline was found elsewhere.
  private func nearMainHeading() -> String? {
    guard let heading = page.blocks.indices.first(where: { page.blocks[$0].context.contains(.mainHeading) }),
      heading != kinds.firstIndex(of: .headline)
    else { return nil }
    return near(Array(heading..<min(page.blocks.count, heading + 6)))
  }

  /// Whether a block may be about a date: by its words, its classes, or because it is short and no sentence of the
  /// article.
  private func isLine(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.wordCount <= 30 else { return line.wordCount <= 60 && DateLine.posting(line) != nil }
    if DateLine.isDateLine(line) || kinds[index] == .byline || isMarked(index) { return true }
    return line.wordCount <= 12 && !(kinds[index].isBody && (line.endsSentence || line.lastByte == UInt8(ascii: ":")))
  }

  /// Whether the classes about a block speak of dates or authors.
  private func isMarked(_ index: Int) -> Bool {
    !page.blocks[index].hints.isDisjoint(with: [.date, .byline, .metaLine])
  }

  // MARK: Behind the article

  /// The date of a line like *Posted on 3 May 2024*; else of a line right there whose classes say what it is; else of the
  /// only line with a date.
  private func behind() -> String? {
    let tail = head.tail()
    for index in tail where lines[index].wordCount <= 60 {
      if let reading = posting(index) { return reading.iso }
    }
    for index in tail.prefix(9) where lines[index].wordCount <= 30 && isMarked(index) {
      guard isOwn(index), !isChange(index), let reading = reading(index), days(like: index, in: kinds.indices) == 1
      else {
        continue
      }
      return reading.iso
    }
    var found: DateReader.Reading?
    for index in (tail.first ?? 0)..<kinds.count where DateLine.isDateLine(lines[index]) && isOwn(index) {
      guard let reading = reading(index) else { continue }
      if isChange(index) || found.map({ $0.calendarDay != reading.calendarDay }) ?? false { return nil }
      found = reading
    }
    return found?.iso
  }

  /// Whether a block behind the article may still be its own.
  private func isOwn(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return !kinds[index].isBody && block.context.isDisjoint(with: [.nav, .aside, .form])
      && block.hints.isDisjoint(with: [.comment, .related])
  }

  // MARK: What a line says

  private func reading(_ index: Int) -> DateReader.Reading? { DateReader.read(page.string(page.blocks[index])) }

  /// The date behind a label of publication, in its line or in the one in front.
  private func posting(_ index: Int) -> DateReader.Reading? {
    if let reading = DateLine.posting(lines[index]) { return reading }
    return index > 0 && DateLine.isPostingLabel(lines[index - 1]) && DateLine.isDateLine(lines[index])
      ? reading(index) : nil
  }

  /// Whether the first date of a block is that of a change: its line says so, or the short one in front does.
  private func isChange(_ index: Int) -> Bool {
    DateLine.isModification(lines[index])
      || index > 0 && lines[index - 1].wordCount <= 3 && DateLine.isModification(lines[index - 1])
  }

  /// Whether a block is one of five or more of its element and class that have days of their own, down to the article's
  /// end: events, posts, releases.
  private func isOfList(_ index: Int) -> Bool {
    let end = (kinds.lastIndex { $0.isBody } ?? kinds.count - 1) + 1
    return days(like: index, in: 0..<end) >= 5
  }

  /// How many days the blocks of a block's element and class have; no more than five are told apart.
  private func days(like index: Int, in blocks: Range<Int>) -> Int {
    var days: Set<String> = []
    for other in blocks where lines[other].wordCount <= 30 && isAlike(other, index) {
      guard let reading = reading(other) else { continue }
      days.insert(reading.calendarDay)
      if days.count >= 5 { break }
    }
    return days.count
  }

  /// Whether two blocks stand in elements of the same name and class.
  private func isAlike(_ a: Int, _ b: Int) -> Bool {
    let tree = page.tree
    let nodes = (Int(page.blocks[a].owner), Int(page.blocks[b].owner))
    guard tree.nodes[nodes.0].tag == tree.nodes[nodes.1].tag else { return false }
    let classes = (tree.attribute(.class, of: nodes.0), tree.attribute(.class, of: nodes.1))
    return tree.bytes[classes.0 ?? 0..<0] == tree.bytes[classes.1 ?? 0..<0]
  }
}

extension DateReader.Reading {
  fileprivate var calendarDay: String { String(iso.prefix(10)) }
}
