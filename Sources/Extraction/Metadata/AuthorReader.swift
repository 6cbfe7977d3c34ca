/// Finds an article's authors: JSON-LD, `<meta>`, marked-up elements, visible bylines.
enum AuthorReader {
  static func read(_ reader: MetadataReader) -> [String] {
    let site = reader.facts.meta["og:site_name"] ?? reader.data.site
    let sources: [[String]] = [reader.data.authors, metas(reader), elements(reader)]
    for names in sources {
      let people = names.filter { !isSite($0, site) }
      if !people.isEmpty { return people }
    }
    return []
  }

  private static func metas(_ reader: MetadataReader) -> [String] {
    var result: [String] = []
    for value in reader.facts.authorMetas {
      guard let text = reader.clean(value), !text.hasPrefix("http"), !text.hasPrefix("@") else { continue }
      for name in Byline.authors(in: text) where name.contains(" ") && !result.contains(name) { result.append(name) }
    }
    return result
  }

  /// The text of elements marked as author, the shortest piece that holds a name.
  private static func elements(_ reader: MetadataReader) -> [String] {
    var result: [String] = []
    for node in reader.facts.authorNodes.prefix(40) {
      let text = reader.tree.text(of: node, limit: 300)
      guard text.utf8.count <= 120 else { continue }
      let names = Byline.authors(in: text).filter { name in
        let words = name.split(separator: " ")
        return (2...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase ?? false || $0.count <= 3 }
      }
      guard !names.isEmpty else { continue }
      if result.isEmpty { result = names } else if names.allSatisfy({ result.contains($0) }) { continue }
      break
    }
    return result
  }

  private static func isSite(_ name: String, _ site: String?) -> Bool {
    guard let site else { return false }
    let nameWords = TitleReader.wordSet(name)
    let siteWords = TitleReader.wordSet(site)
    return !nameWords.isEmpty && (nameWords.isSubset(of: siteWords) || siteWords.isSubset(of: nameWords))
  }
}
