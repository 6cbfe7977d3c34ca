/// Finds an article's authors: JSON-LD, `<meta>`, marked-up elements near the headline, a visible byline.
///
/// Where no source names a person, a team that JSON-LD or `<meta>` gives by name is taken, but never the site itself and
/// never *Staff*, *Admin* and their like.
enum AuthorReader {
  static func read(_ reader: MetadataReader) -> [String] {
    // A person's own site may bear the person's name.
    for names in [reader.data.authors, metas(reader)] where !names.isEmpty { return names }
    let site = reader.facts.meta["og:site_name"] ?? reader.data.site
    return elements(reader).filter { !isSite($0, site) }
  }

  /// Teams and pen names, for pages where no person is found anywhere.
  static func teams(_ reader: MetadataReader) -> [String] {
    let site = reader.facts.meta["og:site_name"] ?? reader.data.site
    for name in reader.data.teams + reader.facts.authorMetas.compactMap(reader.clean) {
      let words = name.split(separator: " ")
      guard (1...6).contains(words.count), name.utf8.count >= 3, name.utf8.count <= 60, !name.contains("http"),
        !name.contains("@"), !name.contains("/"), !isSite(name, site), !AuthorNames.isPlaceholder(name)
      else { continue }
      return [name]
    }
    return []
  }

  private static func metas(_ reader: MetadataReader) -> [String] {
    var result: [String] = []
    var values = reader.facts.authorMetas
    if reader.facts.meta["twitter:label1"]?.lowercased() == "written by", let name = reader.facts.meta["twitter:data1"]
    {
      values.append(name)
    }
    for value in values {
      guard let text = reader.clean(value), !text.hasPrefix("http"), !text.hasPrefix("@") else { continue }
      for name in Byline.authors(in: text) where name.contains(" ") && !result.contains(name) { result.append(name) }
    }
    return result
  }

  /// The text of elements marked as author: behind the main heading first, then in front of it.
  private static func elements(_ reader: MetadataReader) -> [String] {
    let nodes = reader.facts.authorNodes
    guard let heading = reader.facts.headings.first(where: { !reader.tree.text(of: $0, limit: 200).isEmpty }) else {
      return names(in: nodes.prefix(20), reader)
    }
    let behind = nodes.filter { $0 > heading && $0 < heading + 600 }
    let found = names(in: behind.prefix(30), reader)
    if !found.isEmpty { return found }
    let before = names(in: nodes.filter { $0 < heading && $0 > heading - 250 }.suffix(20), reader)
    return before.isEmpty ? names(in: nodes.prefix(60), reader) : before
  }

  /// The first names in a run of elements that lie inside or beside one another.
  private static func names(in nodes: ArraySlice<Int>, _ reader: MetadataReader) -> [String] {
    var result: [String] = []
    var last = 0
    for node in nodes {
      let text = reader.tree.text(of: node, limit: 300)
      guard text.utf8.count <= 120 else { continue }
      let names = Byline.authors(in: text).filter(isFullName)
      if names.isEmpty { continue }
      if !result.isEmpty, node > last + 12 { break }
      for name in names where !result.contains(name) && !result.contains(where: { $0.contains(name) }) {
        result.append(name)
      }
      last = node
    }
    return Array(result.prefix(4))
  }

  private static func isFullName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase ?? false || $0.count <= 3 }
  }

  static func isSite(_ name: String, _ site: String?) -> Bool {
    guard let site else { return false }
    let nameWords = WordSet(name)
    let siteWords = WordSet(site)
    return !nameWords.isEmpty && (nameWords.isSubset(of: siteWords) || siteWords.isSubset(of: nameWords))
  }
}
