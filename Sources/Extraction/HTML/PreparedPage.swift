import Documents

/// A page of HTML, parsed, cut into blocks and read for its metadata; what belongs to the article is not decided yet.
struct PreparedPage: Sendable {
  let page: PageBlocks
  /// Of each block: its line, what furniture it is, and whether it reads as a caption.
  let lines: [Line]
  let furniture: [Furniture?]
  let isCaption: [Bool]
  let reader: MetadataReader
  let metadata: Metadata
  /// Whether this is a piece of HTML, such as a feed's item, and no page.
  let isFragment: Bool

  /// - Throws: `no-body` for a page without any text, `too-deep`.
  init(_ bytes: [UInt8], options: Extractor.Options, known: Metadata) throws(DocumentError) {
    let filtered = HTMLFilter.filter(bytes, maxDepth: options.maxDepth)
    if let limit = options.refusedDepth, filtered.deepest > limit { throw DocumentError.tooDeep(limit: limit) }
    guard let tree = MarkupParser.html(filtered.output) else {
      throw DocumentError(code: "no-body", "no text in this page")
    }
    isFragment = !Self.isWholePage(tree)
    page = PageBlocks(tree)
    reader = MetadataReader(page: page, structuredData: filtered.structuredData)
    metadata = known.filled(from: reader.read())
    let text = page.text
    lines = page.blocks.map { Line(text[$0.range]) }
    furniture = lines.map(Furniture.of)
    isCaption = lines.map(Caption.isCaption)
  }

  /// Whether the page has a head or more than one element in its body that frames things; a feed's item has neither.
  private static func isWholePage(_ tree: MarkupTree) -> Bool {
    tree.nodes.contains {
      $0.tag == .title || $0.tag == .main || $0.tag == .meta || $0.tag == .nav || $0.tag == .footer
        || $0.tag == .article
    }
  }
}
