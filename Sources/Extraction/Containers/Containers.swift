import Documents

extension Extractor {
  /// The documents that a file holds: a feed's items, each with the id `file#item` and with what the feed knows of it; for
  /// any other file the file itself.
  ///
  /// Throws what ``extract(_:)`` throws for a file that cannot be read at all, and `no-body` for a feed without items.
  public func items(of source: SourceDocument) throws(DocumentError) -> [SourceDocument] {
    guard source.format == nil || source.format == .xml, FormatReader.mayBeFeed(source.bytes, path: source.path) else {
      return [source]
    }
    let decoded = try decode(source)
    guard FormatReader.format(of: decoded.bytes, path: source.path) == .xml else { return [source] }
    let filtered = try XMLFilter.filter(decoded.bytes, maxDepth: options.maxDepth)
    guard let (tree, _) = MarkupParser.xml(filtered), !tree.nodes.isEmpty else { return [source] }
    let root = tree.localName(of: 0).lowercased()
    guard root == "rss" || root == "feed" || root == "rdf" else { return [source] }
    let items = FeedReader.items(of: tree, source: source)
    guard !items.isEmpty else { throw DocumentError(code: "no-body", "a feed without items") }
    return items
  }
}
