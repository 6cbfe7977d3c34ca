import Documents

/// What readers see of authors and dates around a page's headline, for pages that say it nowhere else.
struct VisibleHead {
  let page: PageBlocks
  let lines: [Line]
  let kinds: [Block.Kind]

  /// Fills what the metadata lacks, and mends a date of publication that readers see an earlier one of.
  func fill(_ metadata: inout Metadata) {
    let window = window()
    if metadata.authors.isEmpty { metadata.authors = authors(window, site: metadata.site) }
    if metadata.authors.isEmpty { metadata.authors = authors(tail(), site: metadata.site) }
    if let given = metadata.date {
      if let seen = publication(), seen < given.prefix(10) { metadata.date = seen }
    } else {
      metadata.date = date(window) ?? postingDate()
    }
  }

  /// Blocks around the headline, nearest first: behind it down to the third paragraph, then in front of it.
  private func window() -> [Int] {
    let first = kinds.firstIndex { $0.isBody } ?? 0
    let heading =
      kinds.firstIndex(of: .headline)
      ?? page.blocks.indices.first { page.blocks[$0].context.contains(.mainHeading) } ?? first
    var behind: [Int] = []
    var paragraphs = 0
    for index in heading..<min(page.blocks.count, heading + 40) {
      behind.append(index)
      if lines[index].isProse, kinds[index].isBody { paragraphs += 1 }
      if paragraphs >= 2 { break }
    }
    return behind + (max(0, heading - 12)..<heading).reversed()
  }

  /// Blocks behind the article.
  private func tail() -> [Int] {
    let last = kinds.lastIndex { $0.isBody } ?? 0
    return Array(max(0, last - 3)..<min(page.blocks.count, last + 20))
  }

  /// The day that stands alone right below the headline. Where a page's data name a later one it is of the last build or
  /// change.
  private func publication() -> String? {
    guard let headline = kinds.firstIndex(of: .headline) else { return nil }
    for index in (headline + 1)..<min(page.blocks.count, headline + 7) {
      let line = lines[index]
      guard line.wordCount <= 8, let reading = DateReader.read(page.string(page.blocks[index])) else { continue }
      // *10/3/2023* may be of March or of October.
      guard DateLine.isDateLine(line), !isChange(index), !line.contains("/") else { return nil }
      return String(reading.iso.prefix(10))
    }
    return nil
  }

  /// The date of a line like *Posted on 3 May 2024* behind the article.
  private func postingDate() -> String? {
    for index in tail() where Self.postings.contains(where: lines[index].starts) && lines[index].wordCount <= 12 {
      if let reading = DateReader.read(page.string(page.blocks[index])) { return reading.iso }
    }
    return nil
  }

  private static let postings = ["posted on", "published on", "published:", "first published"]

  private func isChange(_ index: Int) -> Bool {
    DateLine.isModification(lines[index])
      || index > 0 && lines[index - 1].wordCount <= 3 && DateLine.isModification(lines[index - 1])
  }

  private func date(_ window: [Int]) -> String? {
    var changed: String?
    for index in window where lines[index].wordCount <= 30 && !page.blocks[index].context.contains(.nav) {
      guard let reading = DateReader.read(page.string(page.blocks[index])) else { continue }
      let isDate =
        DateLine.isDateLine(lines[index]) || page.blocks[index].hints.contains(.date)
        || page.blocks[index].hints.contains(.byline) || page.blocks[index].hints.contains(.metaLine)
        || lines[index].wordCount <= 12
      guard isDate else { continue }
      if !isChange(index) { return reading.iso }
      changed = changed ?? reading.iso
    }
    return changed
  }

  private func authors(_ window: [Int], site: String?) -> [String] {
    for index in window where lines[index].wordCount <= 25 {
      let text = page.string(page.blocks[index])
      var names: [String] = []
      if Byline.isByline(lines[index]) {
        names = Byline.authors(in: text)
      } else if isIntroduction(lines[index]), index + 1 < page.blocks.count, lines[index + 1].wordCount <= 12 {
        names = AuthorNames.split(page.string(page.blocks[index + 1]))
      } else if lines[index].wordCount <= 14, let bar = text.firstIndex(of: "|"), DateReader.read(text) != nil {
        // *Ada Lindqvist | Senior Writer | July 2, 2025*
        names = AuthorNames.split(String(text[..<bar]))
      }
      let people = names.filter { $0.contains(" ") && !AuthorReader.isSite($0, site) }
      if !people.isEmpty { return Array(people.prefix(4)) }
    }
    return []
  }

  /// *By*, *Written by* alone, the name in a block of its own behind it.
  private func isIntroduction(_ line: Line) -> Bool {
    Self.introductions.contains { line.folded.elementsEqual($0) }
  }

  private static let introductions = WordList.bytes(
    "by; by:; written by; written by:; article by; author; authors; author(s); author:; words by; posted by; posted by:; published by; story by; words"
  )
}
