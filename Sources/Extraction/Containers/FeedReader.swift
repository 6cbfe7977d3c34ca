import Documents

/// Splits RSS 2.0, RSS 1.0 and Atom into their items.
struct FeedReader {
  let tree: MarkupTree
  let source: SourceDocument

  /// The items as documents of their own: HTML, with what the feed knows of each. Empty for a tree that is no feed.
  static func items(of tree: MarkupTree, source: SourceDocument) -> [SourceDocument] {
    guard !tree.nodes.isEmpty else { return [] }
    let root = tree.localName(of: 0).lowercased()
    guard root == "rss" || root == "feed" || root == "rdf" else { return [] }
    return FeedReader(tree: tree, source: source).items()
  }

  private func items() -> [SourceDocument] {
    let channel = tree.first("channel") ?? 0
    var feed = Metadata()
    feed.site = child("title", of: channel).flatMap(text)
    feed.language = (child("language", of: channel).flatMap(text) ?? tree.value(.lang, of: 0))
      .map { String($0.prefix { $0.isLetter }).lowercased() }
    var seen: [String: Int] = [:]
    return (tree.all("item") + tree.all("entry")).map { node in
      let bytes = content(of: node)
      let name = identifier(of: node, bytes)
      seen[name, default: 0] += 1
      let count = seen[name] ?? 1
      return SourceDocument(
        id: source.id + "#" + name + (count > 1 ? "-\(count)" : ""), path: source.path, bytes: bytes, format: .html,
        known: source.known.filled(from: metadata(of: node).filled(from: feed)))
    }
  }

  private func child(_ name: String, of node: Int) -> Int? {
    tree.children(of: node).first { tree.localName(of: $0) == name }
  }

  private func children(_ name: String, of node: Int) -> [Int] {
    tree.children(of: node).filter { tree.localName(of: $0) == name }
  }

  private func text(_ node: Int) -> String? {
    let text = TextCleaner.plain(tree.text(of: node))
    return text.isEmpty ? nil : text
  }

  /// The item's HTML: the longest of its contents and descriptions.
  private func content(of node: Int) -> [UInt8] {
    var best: [UInt8] = []
    for name in ["encoded", "content", "description", "summary", "subtitle"] {
      for candidate in children(name, of: node) {
        let isMarkup = tree.children(of: candidate).contains {
          tree.localName(of: $0) == "div" || tree.localName(of: $0) == "p"
        }
        let isPlain = tree.value(.type, of: candidate) == "text"
        let bytes =
          isMarkup
          ? MarkupWriter.html(tree, candidate)
          : isPlain ? MarkupWriter.escaped(tree.rawText(of: candidate)) : tree.rawText(of: candidate)
        if bytes.count > best.count { best = bytes }
      }
      if best.count > 400 { break }
    }
    return best
  }

  private func metadata(of node: Int) -> Metadata {
    var result = Metadata()
    result.title = child("title", of: node).flatMap(text)
    for name in ["creator", "author"] where result.authors.isEmpty {
      for author in children(name, of: node) {
        let shown = child("name", of: author).flatMap(text) ?? text(author) ?? ""
        result.authors += AuthorNames.split(Self.withoutAddress(shown))
      }
    }
    for name in ["published", "pubDate", "date", "issued"] where result.date == nil {
      result.date = child(name, of: node).flatMap(text).flatMap { DateReader.read($0)?.iso }
    }
    result.modified = (child("updated", of: node) ?? child("modified", of: node)).flatMap(text)
      .flatMap { DateReader.read($0)?.iso }
    if result.date == nil { result.date = result.modified }
    result.url = link(of: node)
    result.section = children("category", of: node).lazy.compactMap { tree.value(.term, of: $0) ?? text($0) }.first
    result.genre =
      result.section.flatMap(GenreReader.section) ?? result.url.flatMap(GenreReader.url)
      ?? result.title.flatMap(GenreReader.label)
    return result
  }

  private func link(of node: Int) -> String? {
    let links = children("link", of: node)
    let chosen = links.first { (tree.value(.rel, of: $0) ?? "alternate") == "alternate" } ?? links.first
    let link = chosen.flatMap { tree.value(.href, of: $0) ?? text($0) }
    return link.flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  private func identifier(of node: Int, _ bytes: [UInt8]) -> String {
    for name in ["guid", "id", "identifier"] {
      if let id = child(name, of: node).flatMap(text), !id.isEmpty { return id }
    }
    if let link = link(of: node) { return link }
    var hash = StableHash()
    hash.combine(child("title", of: node).flatMap(text) ?? "")
    hash.combine(bytes: bytes)
    return hash.hex
  }

  /// *a@b.example (Ada Lindqvist)* as the name.
  private static func withoutAddress(_ author: String) -> String {
    guard author.contains("@"), let open = author.firstIndex(of: "("), let close = author.lastIndex(of: ")"),
      open < close
    else { return author }
    return String(author[author.index(after: open)..<close])
  }
}

/// Writes a subtree of XML as HTML again.
enum MarkupWriter {
  /// The content of an element as HTML; attributes are left out.
  static func html(_ tree: MarkupTree, _ root: Int) -> [UInt8] {
    var result: [UInt8] = []
    var open: [Int] = []
    for node in (root + 1)..<max(root + 1, Int(tree.nodes[root].end)) {
      while let last = open.last, Int(tree.nodes[last].end) <= node { close(tree, open.removeLast(), &result) }
      if tree.nodes[node].tag == .text {
        result += escaped(Array(tree.bytes[Int(tree.nodes[node].from)..<Int(tree.nodes[node].to)]))
      } else {
        result += Array("<\(tree.localName(of: node))>".utf8)
        open.append(node)
      }
    }
    while let last = open.popLast() { close(tree, last, &result) }
    return result
  }

  private static func close(_ tree: MarkupTree, _ node: Int, _ result: inout [UInt8]) {
    result += Array("</\(tree.localName(of: node))>".utf8)
  }

  static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      default: result.append(byte)
      }
    }
    return result
  }
}
