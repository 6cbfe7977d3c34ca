import Documents

/// Turns a document's bytes into an ``Article``: text, blocks, metadata, warnings.
///
///     let article = try Extractor().extract(source)
///
/// Formats are told by content first, then by the name's extension. For plain text and Markdown the text is the decoded
/// file itself, character for character; for HTML and XML it is the extracted article.
public struct Extractor: Sendable {
  public struct Options: Hashable, Sendable {
    /// Documents with more bytes than this are refused with `too-large`.
    public var maxBytes: Int
    /// Elements nested deeper than this are left out, their text is kept.
    public var maxDepth: Int
    /// Documents with elements nested deeper than this are refused with `too-deep`; `nil` refuses none.
    public var refusedDepth: Int?
    /// Which columns and keys of CSV and JSON files hold what.
    public var columns: ArticleColumns

    public init(
      maxBytes: Int = 64 << 20, maxDepth: Int = 2000, refusedDepth: Int? = nil,
      columns: ArticleColumns = ArticleColumns()
    ) {
      self.maxBytes = maxBytes
      self.maxDepth = maxDepth
      self.refusedDepth = refusedDepth
      self.columns = columns
    }
  }

  public let options: Options
  private let blocks: BlockModel?

  /// `blocks` are learned weights that tell an article's blocks on pages of HTML; without them rules alone do.
  public init(options: Options = Options(), blocks: BlockModel? = nil) {
    self.options = options
    self.blocks = blocks
  }

  /// Reads one document.
  ///
  /// Throws a ``DocumentError`` with one of the codes `empty` (no bytes or only white space), `binary`, `too-large`,
  /// `too-deep`, `malformed` (an XML file that is none, or that declares entities), `no-body` (no article text in it).
  public func extract(_ source: SourceDocument) throws(DocumentError) -> Article {
    let decoded = try decode(source)
    let format = source.format ?? FormatReader.format(of: decoded.bytes, path: source.path)
    var read = try read(decoded.bytes, format, known: source.known)
    read.metadata = source.known.filled(from: read.metadata).filled(from: source.fallback)
    var warnings = source.warnings + decoded.warnings + read.warnings
    if let warning = LanguageGuess.settle(&read.metadata, text: read.text, blocks: read.blocks) {
      warnings.append(warning)
    }
    return Article(
      id: source.id, path: source.path, text: read.text, blocks: read.blocks, metadata: read.metadata,
      warnings: warnings)
  }

  func decode(_ source: SourceDocument) throws(DocumentError) -> DecodedBytes {
    let bytes = source.bytes
    guard bytes.count <= options.maxBytes else {
      throw DocumentError(code: "too-large", "\(bytes.count) bytes, the limit is \(options.maxBytes)")
    }
    if let kind = BinaryCheck.kind(of: bytes), Decoder.isNotUTF16(bytes) {
      throw DocumentError(code: "binary", "not a text: \(kind)")
    }
    let decoded = Decoder.decode(bytes, transportLabel: source.declaredEncoding)
    guard decoded.bytes.contains(where: { !$0.isASCIISpace && $0 != 0 }) else {
      throw DocumentError(code: "empty", bytes.isEmpty ? "an empty file" : "nothing but white space")
    }
    return decoded
  }

  private func read(
    _ bytes: [UInt8], _ format: SourceDocument.Format, known: Metadata
  ) throws(DocumentError) -> ReadDocument {
    switch format {
    case .html: return try HTMLReader(options: options, blocks: blocks).read(bytes, known: known)
    case .xml: return try XMLReader(options: options, model: blocks).read(bytes, known: known)
    case .text, .markdown:
      let text = Text(validUTF8: bytes)
      var (blocks, metadata) = format == .markdown ? MarkdownReader.read(text) : PlainTextReader.read(text)
      if let title = known.title, let first = blocks.first, blocks.count > 1, text.string(first.span) == title {
        blocks[0].kind = .headline
      }
      guard blocks.contains(where: { $0.kind.isBody }) else {
        throw DocumentError(code: "no-body", "no article text in this file")
      }
      return ReadDocument(text: text, blocks: blocks, metadata: metadata, warnings: [])
    }
  }
}
