import Documents

/// What readers see of authors and dates around a page's headline, for pages that say it nowhere else.
///
/// ``VisibleDate`` weighs the dates.
struct VisibleHead {
  let page: PageBlocks
  let lines: [Line]
  let kinds: [Block.Kind]
  /// What the page's data say of its publication.
  let publication: Publication?
  /// Whether the page is one of its site's fixed pages (``PageFacts/isFixedPage``).
  let isFixedPage: Bool

  init(_ prepared: PreparedPage, kinds: [Block.Kind]) {
    page = prepared.page
    lines = prepared.lines
    self.kinds = kinds
    publication = prepared.reader.publication
    isFixedPage = prepared.reader.facts.isFixedPage
  }

  /// Fills what the metadata lacks, and weighs the date in the page's data against what readers see. What was known
  /// before the page was read is put over it later.
  func fill(_ metadata: inout Metadata) {
    let window = window()
    if metadata.authors.isEmpty { metadata.authors = authors(window, site: metadata.site) }
    if metadata.authors.isEmpty { metadata.authors = authors(tail(), site: metadata.site) }
    metadata.date = VisibleDate(self).read(against: publication)
  }

  /// Blocks around the headline, nearest first: behind it down to the third paragraph, then in front of it.
  func window() -> [Int] {
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
  func tail() -> [Int] {
    let last = kinds.lastIndex { $0.isBody } ?? 0
    return Array(max(0, last - 3)..<min(page.blocks.count, last + 20))
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
