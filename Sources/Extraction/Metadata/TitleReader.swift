/// Finds an article's title among the headings of a page and the titles in its head.
enum TitleReader {
  static func read(_ reader: MetadataReader) -> String? {
    let facts = reader.facts
    let candidates = [
      facts.meta["og:title"], reader.data.headline, facts.meta["twitter:title"], facts.title, facts.meta["headline"],
      facts.meta["dc.title"], facts.meta["title"],
    ].compactMap { $0.flatMap(reader.clean) }
    for node in facts.headings.prefix(8) {
      let heading = reader.tree.text(of: node, limit: 600)
      guard WordSet(heading).count >= 2 || candidates.contains(where: { $0 == heading }) else { continue }
      if candidates.contains(where: { sharing(heading, $0) >= 0.6 }) { return heading }
    }
    if let title = candidates.first { return withoutSite(title, site: facts.meta["og:site_name"] ?? reader.data.site) }
    return facts.headings.lazy.map { reader.tree.text(of: $0, limit: 600) }.first { !$0.isEmpty }
  }

  /// How many of the heading's words the title has.
  private static func sharing(_ heading: String, _ title: String) -> Double {
    let words = WordSet(heading)
    guard !words.isEmpty else { return 0 }
    return Double(words.shared(with: WordSet(title))) / Double(words.count)
  }

  /// The title without *– The Outlet* or *| The Outlet* behind it: the site's own name, or a last part of few words
  /// behind a long one.
  static func withoutSite(_ title: String, site: String?) -> String {
    for separator in [" | ", " – ", " — ", " - ", " :: ", " · ", " • ", " » ", " / "] {
      let parts = title.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count >= 2, let last = parts.last else { continue }
      let rest = parts.dropLast().joined(separator: separator)
      if let site, sharing(site, String(last)) >= 0.5 || sharing(String(last), site) >= 0.5 {
        return withoutSite(rest, site: site)
      }
      let lastWords = WordSet(String(last)).count
      let restWords = WordSet(rest).count
      if lastWords <= 4, restWords >= 3, restWords > lastWords, separator != " - " || site == nil { return rest }
    }
    return title
  }
}
