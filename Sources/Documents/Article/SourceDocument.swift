/// One input document as bytes, before any stage has read it.
public struct SourceDocument: Document {
  public static let typeName = "SourceDocument"

  public enum Format: String, Sendable, CaseIterable {
    case html, xml, text, markdown
  }

  public private(set) var id: String
  /// The path that users see: relative to the input folder, with its extension.
  public let path: String
  public let bytes: [UInt8]
  /// `nil` lets the clean stage find out from the bytes.
  public let format: Format?
  /// Metadata that the container of the document knows (a feed's item, a JSON line); it wins over what the text says.
  public let known: Metadata
  /// What is odd about the container that the document is from.
  public let warnings: [Warning]
  /// Metadata for what neither the text nor the container says, such as what the file's name says.
  public var fallback = Metadata()
  /// The label of the encoding that came with the bytes, as in an HTTP header; it goes before the document's own.
  public var declaredEncoding: String?
  /// How many lines stand before these bytes in a file of rows that is read in parts.
  public var lineOffset = 0

  public init(
    id: String, path: String, bytes: [UInt8], format: Format? = nil, known: Metadata = Metadata(),
    warnings: [Warning] = []
  ) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.format = format
    self.known = known
    self.warnings = warnings
  }

  /// The same document under another id.
  public func renamed(_ id: String) -> SourceDocument {
    var result = self
    result.id = id
    return result
  }
}

/// Why a document has no row: one line of `errors.jsonl`.
public struct DocumentError: Error, Hashable, Sendable {
  /// A stable word for programs: `empty`, `binary`, `no-body`, `unreadable`, `missing` …
  public let code: String
  public let message: String

  public init(code: String, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// Something odd about a document that did not keep it from being read.
public struct Warning: Hashable, Sendable {
  public let code: String
  public let message: String

  public init(code: String, _ message: String) {
    self.code = code
    self.message = message
  }
}
