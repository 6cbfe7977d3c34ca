/// Finds an article's title among the headings of a page and the titles in its head.
///
/// The first `<h1>` that shares 60 % of its words with a title in the head is the title, unless it is the site's name; so
/// is one that shares less where the page has no other. Else it is the title in the head without the site's name.
enum TitleReader {
  static func read(_ reader: MetadataReader) -> String? {
    let facts = reader.facts
    let site = facts.meta["og:site_name"] ?? reader.data.site
    let candidates = [
      facts.meta["og:title"], reader.data.headline, facts.meta["twitter:title"], facts.title, facts.meta["headline"],
      facts.meta["dc.title"], facts.meta["title"],
    ].compactMap { $0.flatMap(reader.clean) }
    let headings = facts.headings.prefix(8).map { reader.tree.text(of: $0, limit: 600) }
      .filter { !$0.isEmpty && !isSiteName($0, site: site, titles: candidates) }
    for heading in headings {
      guard WordSet(heading).count >= 2 || candidates.contains(where: { $0 == heading }) else { continue }
      if candidates.contains(where: { sharing(heading, $0) >= 0.6 }) { return heading }
    }
    if headings.count == 1, WordSet(headings[0]).count >= 4,
      candidates.contains(where: { sharing(headings[0], $0) >= 0.25 })
    {
      return headings[0]
    }
    if let title = candidates.first { return withoutSite(title, site: site) }
    return headings.first ?? facts.headings.lazy.map { reader.tree.text(of: $0, limit: 600) }.first { !$0.isEmpty }
  }

  /// Whether a heading says what the pages of a site share: it is the site's name, or one part of a title in the head
  /// that has a longer part besides (*The Slow Ferry – Harbour Tribune*).
  private static func isSiteName(_ heading: String, site: String?, titles: [String]) -> Bool {
    let words = WordSet(heading)
    guard !words.isEmpty else { return true }
    if let site, words == WordSet(site) { return titles.contains { WordSet($0) != words } }
    return titles.contains { title in
      let parts = separators.map { title.components($0) }.first { $0.count > 1 } ?? []
      guard let last = parts.last, parts.count > 1 else { return false }
      return WordSet(last) == words && parts.dropLast().contains { WordSet($0).count > words.count }
    }
  }

  private static let separators = [" | ", " – ", " — ", " - ", " :: ", " · ", " • ", " » ", " / "]

  /// How many of the heading's words the title has.
  private static func sharing(_ heading: String, _ title: String) -> Double {
    let words = WordSet(heading)
    guard !words.isEmpty else { return 0 }
    return Double(words.shared(with: WordSet(title))) / Double(words.count)
  }

  /// The title without *– The Outlet* or *| The Outlet* behind it: the site's own name, or a last part of few words
  /// behind a long one.
  static func withoutSite(_ title: String, site: String?) -> String {
    for separator in separators {
      let parts = title.components(separator)
      guard parts.count >= 2, let last = parts.last else { continue }
      let rest = parts.dropLast().joined(separator: separator)
      if let site, sharing(site, last) >= 0.5 || sharing(last, site) >= 0.5 {
        return withoutSite(rest, site: site)
      }
      let lastWords = WordSet(last).count
      let restWords = WordSet(rest).count
      if lastWords <= 4, restWords >= 3, restWords > lastWords, separator != " - " || site == nil { return rest }
    }
    return title
  }
}

extension String {
  /// The parts between a separator, empty ones too.
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
