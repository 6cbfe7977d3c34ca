import Documents

/// Stand-in until the extraction branch is merged.
public struct Extractor: Sendable {
  public struct Options: Sendable {
    public var maxBytes = 0
    public init() {}
  }
  public init(options: Options) {}
  public func extract(_ source: SourceDocument) throws(DocumentError) -> Article {
    let text = Text(validUTF8: source.bytes)
    var blocks: [Block] = []
    var start = 0
    let bytes = text.utf8
    var i = 0
    while i <= bytes.count {
      if i == bytes.count || bytes[i] == 10 {
        let span = text.trimmed(Span(start, i))
        if !span.isEmpty { blocks.append(Block(span, .paragraph)) }
        start = i + 1
      }
      i += 1
    }
    return Article(id: source.id, path: source.path, text: text, blocks: blocks, metadata: source.known)
  }
}
