import Documents

extension Extractor {
  /// The documents that a file holds: a feed's or news message's items, the lines of a JSON lines file, the rows of a CSV,
  /// the articles of a Nexis export, each with the id `file#item` and with what the container knows of it; for any other
  /// file the file itself.
  ///
  /// Throws what ``extract(_:)`` throws for a file that cannot be read at all, `no-body` for a container without items,
  /// `no-text-column` for a table that names no text.
  public func items(of source: SourceDocument) throws(DocumentError) -> [SourceDocument] {
    switch FormatReader.container(of: source) {
    case .none: return [source]
    case .xml: return try xmlItems(of: source)
    case .json:
      let items = JSONArticles(source: source, columns: options.columns).file(try decode(source).bytes)
      guard !items.isEmpty else {
        throw DocumentError(
          code: "bad-record", "no article in this JSON: it needs `text` or `html`, or a list of objects with them")
      }
      return items
    case .jsonLines:
      let items = JSONArticles(source: source, columns: options.columns).lines(try decode(source).bytes)
      return try filled(items, "no lines in this file")
    case .table:
      let rows = try CSVArticles(source: source, columns: options.columns).documents(try decode(source).bytes)
      return try filled(rows, "a table without rows")
    case .text:
      let decoded = try decode(source)
      guard NexisExport.isExport(decoded.bytes) else { return [source] }
      return NexisExport(source: source).documents(decoded.bytes)
    }
  }

  private func filled(_ items: [SourceDocument], _ problem: String) throws(DocumentError) -> [SourceDocument] {
    guard !items.isEmpty else { throw DocumentError(code: "no-body", problem) }
    return items
  }

  private func xmlItems(of source: SourceDocument) throws(DocumentError) -> [SourceDocument] {
    let decoded = try decode(source)
    guard FormatReader.format(of: decoded.bytes, path: source.path) == .xml else { return [source] }
    let filtered = try XMLFilter.filter(decoded.bytes, maxDepth: options.maxDepth, refusedDepth: options.refusedDepth)
    guard let (tree, _) = MarkupParser.xml(filtered), !tree.nodes.isEmpty else { return [source] }
    let news = NewsMLReader.items(of: tree, source: source)
    if !news.isEmpty { return news }
    let root = tree.localName(of: 0).lowercased()
    guard root == "rss" || root == "feed" || root == "rdf" else { return [source] }
    return try filled(FeedReader.items(of: tree, source: source), "a feed without items")
  }
}
