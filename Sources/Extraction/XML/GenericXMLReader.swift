import Documents

/// Reads XML of an unknown vocabulary: the element that holds most text in paragraphs is the body, elements with telling
/// names are title, author and date.
struct GenericXMLReader {
  let tree: MarkupTree

  func read(_ builder: inout TextBuilder, _ metadata: inout Metadata, known: Metadata) {
    readNames(&metadata)
    if let title = known.title ?? metadata.title { builder.append(title, .headline) }
    guard let body = body() else { return }
    let blocks = XMLBlocks(tree: tree, kinds: XMLBlocks.common, skipped: Self.metadataNames)
    var content = TextBuilder()
    blocks.append(body, to: &content)
    // A body that is one run of text has its paragraphs parted by line ends.
    if content.result.blocks.count <= 1 { content = lines(of: body) }
    let (text, parts) = content.result
    for part in parts where part.kind == .boilerplate || text.string(part.span) != metadata.title {
      let bytes = text.utf8[part.span.range]
      let line = Line(bytes)
      let kind = part.kind == .paragraph && Furniture.of(line) != nil ? .boilerplate : part.kind
      builder.append(bytes, kind)
    }
  }

  private func lines(of body: Int) -> TextBuilder {
    var builder = TextBuilder()
    var raw: [UInt8] = []
    for node in body..<Int(tree.nodes[body].end) where tree.nodes[node].tag == .text {
      raw += tree.bytes[Int(tree.nodes[node].from)..<Int(tree.nodes[node].to)]
    }
    // Escaped HTML inside an element is HTML.
    if raw.find("<p") != nil || raw.find("<br") != nil,
      let inner = MarkupParser.html(HTMLFilter.filter(raw, maxDepth: 500).output)
    {
      let page = PageBlocks(inner)
      for block in page.blocks { builder.append(page.text[block.range], .paragraph) }
      return builder
    }
    let text = Text(validUTF8: raw)
    for span in TextLines.blocks(of: text) {
      var folded: [UInt8] = []
      appendFolded(raw[span.range], to: &folded)
      builder.append(folded[...], .paragraph)
    }
    return builder
  }

  /// The element whose own children or text are worth most.
  private func body() -> Int? {
    var worth = [Int](repeating: 0, count: tree.nodes.count)
    for node in tree.nodes.indices where tree.nodes[node].tag == .text {
      let parent = Int(tree.nodes[node].parent)
      guard parent >= 0 else { continue }
      let length = Int(tree.nodes[node].to - tree.nodes[node].from)
      let name = String(tree.localName(of: parent))
      guard !Self.metadataNames.contains(name) else { continue }
      if length > 20 {
        let owner = XMLBlocks.common[name] == nil ? parent : blockParent(parent)
        worth[owner] += length
      }
    }
    guard let best = worth.indices.max(by: { worth[$0] < worth[$1] }), worth[best] > 0 else { return nil }
    return best
  }

  /// The nearest ancestor that is no paragraph itself.
  private func blockParent(_ node: Int) -> Int {
    var place = node
    while tree.nodes[place].parent >= 0, XMLBlocks.common[String(tree.localName(of: place))] != nil {
      place = Int(tree.nodes[place].parent)
    }
    return place
  }

  private func readNames(_ metadata: inout Metadata) {
    for node in tree.nodes.indices where tree.nodes[node].tag != .text {
      let name = tree.localName(of: node).lowercased()
      switch name {
      case "headline", "title", "hedline", "hl1", "heading", "article-title", "articletitle":
        if metadata.title == nil { metadata.title = nonEmpty(tree.text(of: node, limit: 600)) }
      case "byline", "author", "creator", "authors", "writer":
        if metadata.authors.isEmpty { metadata.authors = Byline.authors(in: tree.text(of: node, limit: 300)) }
      case "date", "pubdate", "published", "publicationdate", "publication-date", "pub-date", "datepublished", "issued",
        "created", "datetime", "dateline":
        if metadata.date == nil { metadata.date = DateReader.read(tree.text(of: node, limit: 100))?.iso }
      case "modified", "updated", "lastmodified":
        if metadata.modified == nil { metadata.modified = DateReader.read(tree.text(of: node, limit: 100))?.iso }
      case "source", "publication", "publisher", "site", "newspaper", "sitename":
        if metadata.site == nil { metadata.site = nonEmpty(tree.text(of: node, limit: 120)) }
      case "section", "category":
        if metadata.section == nil { metadata.section = nonEmpty(tree.text(of: node, limit: 120)) }
      case "link", "url":
        if metadata.url == nil {
          metadata.url = nonEmpty(tree.text(of: node, limit: 500)).flatMap { $0.hasPrefix("http") ? $0 : nil }
        }
      case "language":
        if metadata.language == nil {
          metadata.language = String(tree.text(of: node, limit: 20).prefix { $0.isLetter }).lowercased()
        }
      default: break
      }
    }
    if metadata.language == nil, let root = tree.nodes.indices.first {
      metadata.language = tree.value(.lang, of: root).map { String($0.prefix { $0.isLetter }).lowercased() }
    }
    metadata.genre =
      metadata.section.flatMap(GenreReader.section) ?? metadata.url.flatMap(GenreReader.url)
      ?? metadata.title.flatMap(GenreReader.label)
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static let metadataNames = WordList.words(
    """
    headline title hedline hl1 heading byline author creator authors writer date pubdate pubDate published publicationDate \
    publication-date pub-date datePublished issued created dateline modified updated lastModified source publisher section \
    category link url guid id language keywords keyword copyright generator rights
    """)
}
