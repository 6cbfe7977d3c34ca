import Documents

/// Reads a page of HTML: the article's text, its blocks and its metadata.
struct HTMLReader {
  let options: Extractor.Options
  /// Learned weights that tell the body's blocks; without them, and where they find nothing, rules do.
  let blocks: BlockModel?

  func read(_ bytes: [UInt8], known: Metadata) throws(DocumentError) -> ReadDocument {
    let prepared = try PreparedPage(bytes, options: options, known: known)
    var picker = BodyPicker(prepared)
    picker.run()
    if let blocks, !prepared.isFragment {
      picker.settle(BlockClassifier(model: blocks).kept(prepared, picker: picker))
    }
    picker.markDeck()
    var kinds = picker.kinds
    var metadata = prepared.metadata
    var warnings: [Warning] = []
    if !prepared.isFragment, let finding = PageCheck.check(prepared, kinds: kinds) {
      warnings.append(finding.warning)
      if finding.hasNoArticle { kinds = kinds.map { $0.isBody ? .boilerplate : $0 } }
    }
    guard !warnings.isEmpty || kinds.contains(where: \.isBody) else {
      throw DocumentError(code: "no-body", "no article text found in this page")
    }
    VisibleHead(prepared, kinds: kinds).fill(&metadata)
    if metadata.authors.isEmpty { metadata.authors = AuthorReader.teams(prepared.reader) }
    let assembled = ArticleAssembler.assemble(page: prepared.page, kinds: kinds, title: metadata.title)
    return ReadDocument(text: assembled.text, blocks: assembled.blocks, metadata: metadata, warnings: warnings)
  }
}

/// What reading one format gives, before the document's own names are put to it.
struct ReadDocument: Sendable {
  var text: Text
  var blocks: [Block]
  var metadata: Metadata
  var warnings: [Warning]
}
