/// Finds an article's authors: JSON-LD, `<meta>`, marked-up elements near the headline, a visible byline.
///
/// Where no source names a person, a team that JSON-LD or `<meta>` gives by name is taken, but never the site itself and
/// never *Staff*, *Admin* and their like. A name of one word counts, unless it looks like a login and the page shows
/// another.
enum AuthorReader {
  static func read(_ reader: MetadataReader) -> [String] {
    let sources = [reader.data.authors, metas(reader)]
    // A person's own site may bear the person's name.
    for names in sources {
      let full = names.filter { $0.contains(" ") }
      if !full.isEmpty { return full }
    }
    // One name alone may be a login, which a name on the page is better than.
    let alone = sources.first { !$0.isEmpty } ?? []
    if let name = alone.first, !isLogin(name) { return alone }
    let site = reader.facts.meta["og:site_name"] ?? reader.data.site
    let shown = elements(reader).filter { !isSite($0, site) }
    return shown.isEmpty ? alone : shown
  }

  /// *adalindqvist*, *ada.lindqvist*, *AdaL*.
  private static func isLogin(_ name: String) -> Bool {
    let letters = name.unicodeScalars
    guard let first = letters.first, first.properties.isUppercase else { return true }
    return letters.dropFirst().contains { $0 == "." || $0.properties.numericType != nil || $0.properties.isUppercase }
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
    return namedTeam(reader).map { [$0] } ?? []
  }

  /// *By the Harbour Team* in an element marked as author.
  private static func namedTeam(_ reader: MetadataReader) -> String? {
    guard let heading = reader.facts.headings.first else { return nil }
    for node in reader.facts.authorNodes where node > heading - 250 && node < heading + 600 {
      let text = parted(node, reader.tree)
      guard text.utf8.count <= 60 else { continue }
      let words = Byline.withoutIntroduction(text).split(separator: " ")
      guard (2...5).contains(words.count), let first = words.first, let last = words.last else { continue }
      let name = words.joined(separator: " ")
      let isTeam = first.lowercased() == "team" || last.lowercased() == "team"
      let isOfNobody = words.contains { ["meet", "our", "your", "about"].contains($0.lowercased()) }
      if isTeam, !isOfNobody, !AuthorNames.isPlaceholder(name) { return name }
    }
    return nil
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
      let names = Byline.authors(in: text)
      for name in names where (name.contains(" ") || name == text) && !result.contains(name) { result.append(name) }
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
      let text = parted(node, reader.tree)
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

  /// An element's text; a comma parts the lines in it, and inline elements that follow one another without a blank
  /// (*Ada Lindqvist*, *Editor*).
  private static func parted(_ node: Int, _ tree: MarkupTree) -> String {
    var result: [UInt8] = []
    var previous = node
    for inner in node..<Int(tree.nodes[node].end) where tree.nodes[inner].tag == .text {
      let text = tree.bytes[Int(tree.nodes[inner].from)..<Int(tree.nodes[inner].to)]
      guard text.contains(where: { !$0.isASCIISpace }) else {
        appendFolded(text, to: &result)
        continue
      }
      let parent = Int(tree.nodes[inner].parent)
      let isGlued = (result.last?.isASCIILower ?? false) && (text.first?.isASCIIUpper ?? false)
      let isLine =
        parent != previous
        && (TagSet.blocks.contains(tree.nodes[parent].tag) || TagSet.blocks.contains(tree.nodes[previous].tag))
      if !result.isEmpty, isGlued || isLine { result += [0x2C, 0x20] }
      previous = parent
      appendFolded(text, to: &result)
      if result.count > 300 { break }
    }
    return String(decoding: result, as: UTF8.self).trimmingSpaces
  }

  private static func isFullName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase ?? false || $0.count <= 3 }
  }

  static func isSite(_ name: String, _ site: String?) -> Bool {
    guard let site else { return false }
    let nameWords = WordSet(name)
    let siteWords = WordSet(site)
    // *The Tribune Team* is a team.
    if siteWords.count < nameWords.count, name.lowercased().split(separator: " ").contains("team") { return false }
    return !nameWords.isEmpty && (nameWords.isSubset(of: siteWords) || siteWords.isSubset(of: nameWords))
  }
}
