import Documents

/// Reads NewsML-G2 (IPTC): the text items of a news message, or the one item that a file is.
///
/// An item's content is XHTML, NITF or plain text; items without text (pictures, packages that only point to others) are
/// passed over.
struct NewsMLReader {
  let tree: MarkupTree
  let source: SourceDocument

  /// The items with text; empty for a tree that is no NewsML-G2.
  static func items(of tree: MarkupTree, source: SourceDocument) -> [SourceDocument] {
    let root = tree.localName(of: 0)
    guard root == "newsMessage" || root == "newsItem" || root == "itemSet" else { return [] }
    let reader = NewsMLReader(tree: tree, source: source)
    let nodes = root == "newsItem" ? [0] : tree.all("newsItem")
    let items = nodes.compactMap(reader.item)
    guard items.count == 1, let only = items.first else { return items }
    // One item is the file itself.
    return [
      SourceDocument(id: source.id, path: source.path, bytes: only.bytes, format: only.format, known: only.known)
    ]
  }

  private func item(_ node: Int) -> SourceDocument? {
    guard let (bytes, format) = content(of: node) else { return nil }
    let guid = tree.value(.guid, of: node) ?? ""
    var hash = StableHash()
    hash.combine(bytes: bytes)
    return SourceDocument(
      id: source.id + "#" + (guid.isEmpty ? hash.hex : guid), path: source.path, bytes: bytes, format: format,
      known: source.known.filled(from: metadata(of: node)))
  }

  private func content(of node: Int) -> ([UInt8], SourceDocument.Format)? {
    guard let set = tree.first("contentSet", in: node) else { return nil }
    for inline in tree.all("inlineXML", in: set) {
      let isNITF = tree.first("nitf", in: inline) != nil
      // Without its head the page is read as a piece of HTML: all of it is the article.
      return (
        MarkupWriter.html(tree, isNITF ? inline : tree.first("body", in: inline) ?? inline), isNITF ? .xml : .html
      )
    }
    for inline in tree.all("inlineData", in: set) {
      let text = tree.rawText(of: inline)
      guard text.contains(where: { !$0.isASCIISpace }) else { continue }
      let type = tree.value(.contentType, of: inline) ?? "text/plain"
      return (text, type.contains("html") ? .html : .text)
    }
    return nil
  }

  private func metadata(of node: Int) -> Metadata {
    var result = Metadata()
    func text(_ name: String, _ parent: Int?) -> String? { parent.flatMap { tree.firstText(name, in: $0) } }
    func date(_ name: String, _ parent: Int?) -> String? {
      text(name, parent).flatMap { DateReader.read($0)?.iso }
    }
    let item = tree.first("itemMeta", in: node)
    let content = tree.first("contentMeta", in: node)
    result.title = text("headline", content) ?? text("title", item)
    result.authors = authors(content)
    result.date =
      date("contentCreated", content) ?? date("firstCreated", item) ?? date("versionCreated", item)
    result.modified = date("contentModified", content) ?? date("versionCreated", item)
    result.site = provider(item)
    result.section = text("name", content.flatMap { tree.first("subject", in: $0) })
    result.language =
      (content.flatMap { tree.first("language", in: $0) }.flatMap { tree.value(.tag, of: $0) }
      ?? tree.value(.lang, of: node)).map { String($0.prefix { $0.isLetter }).lowercased() }
    result.genre =
      text("name", content.flatMap { tree.first("genre", in: $0) }).flatMap(GenreReader.section)
      ?? result.title.flatMap(GenreReader.label)
    return result
  }

  private func authors(_ content: Int?) -> [String] {
    guard let content else { return [] }
    if let byline = tree.firstText("by", in: content) { return Byline.authors(in: byline) }
    let names = tree.all("creator", in: content).compactMap { tree.firstText("name", in: $0) }
    return names.filter(AuthorNames.isName)
  }

  private func provider(_ item: Int?) -> String? {
    guard let provider = item.flatMap({ tree.first("provider", in: $0) }) else { return nil }
    return tree.firstText("name", in: provider) ?? tree.value(.literal, of: provider)
  }
}
