/// A cleaned document: its text, its blocks and its metadata. What `clean` gives.
public struct Article: Document {
  public static let typeName = "Article"

  public let id: String
  public let path: String
  public let text: Text
  /// In text order; together they hold every character that is not white space.
  public let blocks: [Block]
  public let metadata: Metadata
  public var warnings: [Warning]

  public init(
    id: String, path: String, text: Text, blocks: [Block], metadata: Metadata, warnings: [Warning] = []
  ) {
    self.id = id
    self.path = path
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
    self.warnings = warnings
  }
}
