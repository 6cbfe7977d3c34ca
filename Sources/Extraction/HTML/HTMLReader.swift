import Documents

/// Reads a page of HTML: the article's text, its blocks and its metadata.
struct HTMLReader {
  let options: Extractor.Options

  func read(_ bytes: [UInt8], known: Metadata) throws(DocumentError) -> ReadDocument {
    let filtered = HTMLFilter.filter(bytes, maxDepth: options.maxDepth)
    guard let tree = MarkupParser.html(filtered.output) else {
      throw DocumentError(code: "no-body", "no text in this page")
    }
    let isFragment = !Self.isWholePage(tree)
    let page = PageBlocks(tree)
    let reader = MetadataReader(page: page, structuredData: filtered.structuredData)
    var metadata = known.filled(from: reader.read())
    let lines = page.blocks.map { Line(page.text[$0.range]) }
    var picker = BodyPicker(page: page, lines: lines, metadata: metadata, isFragment: isFragment)
    picker.run()
    var kinds = picker.kinds
    var warnings: [Warning] = []
    if !isFragment,
      let finding = PageCheck.check(
        page: page, lines: lines, kinds: kinds, metadata: metadata, isPaid: reader.data.isPaid)
    {
      warnings.append(finding.warning)
      if finding.hasNoArticle { kinds = kinds.map { $0.isBody ? .boilerplate : $0 } }
    }
    guard !warnings.isEmpty || kinds.contains(where: \.isBody) else {
      throw DocumentError(code: "no-body", "no article text found in this page")
    }
    VisibleHead(page: page, lines: lines, kinds: kinds).fill(&metadata)
    if metadata.authors.isEmpty { metadata.authors = AuthorReader.teams(reader) }
    let assembled = ArticleAssembler.assemble(page: page, kinds: kinds, title: metadata.title)
    return ReadDocument(text: assembled.text, blocks: assembled.blocks, metadata: metadata, warnings: warnings)
  }

  /// Whether the page has a head or more than one element in its body that frames things; a feed's item has neither.
  private static func isWholePage(_ tree: MarkupTree) -> Bool {
    tree.nodes.contains {
      $0.tag == .title || $0.tag == .main || $0.tag == .meta || $0.tag == .nav || $0.tag == .footer
        || $0.tag == .article
    }
  }
}

/// What reading one format gives, before the document's own names are put to it.
struct ReadDocument: Sendable {
  var text: Text
  var blocks: [Block]
  var metadata: Metadata
  var warnings: [Warning]
}
