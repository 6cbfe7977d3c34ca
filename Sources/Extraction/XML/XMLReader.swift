import Documents

/// Reads one article from an XML document: NITF, JATS, or any XML with paragraphs in it.
struct XMLReader {
  let options: Extractor.Options
  /// For XHTML.
  let model: BlockModel?

  func read(_ bytes: [UInt8], known: Metadata) throws(DocumentError) -> ReadDocument {
    let filtered = try XMLFilter.filter(bytes, maxDepth: options.maxDepth, refusedDepth: options.refusedDepth)
    guard let (tree, isClean) = MarkupParser.xml(filtered), !tree.nodes.isEmpty else {
      throw DocumentError(code: "malformed", "not an XML document")
    }
    var builder = TextBuilder()
    var metadata = Metadata()
    if let nitf = tree.first("nitf") {
      NITFReader(tree: tree, root: nitf).read(&builder, &metadata)
    } else if let body = JATSReader.body(of: tree) {
      JATSReader(tree: tree, body: body).read(&builder, &metadata)
    } else if tree.localName(of: 0) == "html" || tree.first("body") != nil && tree.first("head") != nil {
      return try HTMLReader(options: options, blocks: model).read(bytes, known: known)
    } else {
      GenericXMLReader(tree: tree).read(&builder, &metadata, known: known)
    }
    guard builder.hasBody else {
      throw isClean
        ? DocumentError(code: "no-body", "no article text in this XML document")
        : DocumentError(code: "malformed", "not well-formed XML, and no article text in it")
    }
    let (text, blocks) = builder.result
    let warnings = isClean ? [] : [Warning(code: "malformed", "not well-formed XML: read as far as possible")]
    return ReadDocument(text: text, blocks: blocks, metadata: metadata, warnings: warnings)
  }
}

extension MarkupTree {
  /// The first element of a local name, in a subtree or in the whole tree.
  func first(_ name: String, in root: Int = 0) -> Int? {
    guard nodes.indices.contains(root) else { return nil }
    for node in root..<Int(nodes[root].end) where nodes[node].tag != .text {
      if localName(of: node) == name { return node }
    }
    return nil
  }

  /// All elements of a local name in a subtree.
  func all(_ name: String, in root: Int = 0) -> [Int] {
    guard nodes.indices.contains(root) else { return [] }
    return (root..<Int(nodes[root].end)).filter { nodes[$0].tag != .text && localName(of: $0) == name }
  }

  /// The folded text of the first element of a name; `nil` if there is none or it is empty.
  func firstText(_ name: String, in root: Int = 0) -> String? {
    guard let node = first(name, in: root) else { return nil }
    let text = text(of: node)
    return text.isEmpty ? nil : text
  }
}
