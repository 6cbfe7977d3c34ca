import Documents
import Extraction
import Lexicons

/// Bytes to text, blocks and metadata: HTML by learned weights, XML by its elements, plain text and Markdown by their
/// lines.
public struct CleanStage: ContainerStage {
  public struct Options: StageOptions {
    var maxBytes = 32 << 20
    /// `nil` for any depth.
    var maxDepth: Int?
    var model: String?
    var columns: [String: String] = [:]

    enum CodingKeys: String, CodingKey {
      case maxBytes = "max-bytes"
      case maxDepth = "max-depth"
      case model, columns
    }

    public static let described = [
      OptionDescription("max-bytes", "a whole number", "larger documents become a row in errors.jsonl (32 MiB)"),
      OptionDescription(
        "max-depth", "a whole number", "documents with elements nested deeper become a row in errors.jsonl (any)"),
      OptionDescription(
        "model", "a model, or none", "weights that tell an article's blocks (blocks); none: rules alone"),
      OptionDescription(
        "columns", "a map", "columns of CSV and keys of JSON files that hold text, title, authors, date …"),
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      maxBytes = try values.decodeIfPresent(Int.self, forKey: .maxBytes) ?? maxBytes
      maxDepth = try values.decodeIfPresent(Int.self, forKey: .maxDepth)
      model = try values.decodeIfPresent(String.self, forKey: .model)
      columns = try values.decodeIfPresent([String: String].self, forKey: .columns) ?? [:]
    }
  }

  public static let name = "clean"
  public static let summary = "bytes → text, blocks, metadata"

  private let extractor: Extractor

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    guard options.maxBytes > 0 else {
      throw Diagnostics([context.diagnostic("max-bytes", "`max-bytes` must be above 0")])
    }
    guard options.maxDepth ?? 1 > 0 else {
      throw Diagnostics([context.diagnostic("max-depth", "`max-depth` must be above 0")])
    }
    var settings = Extractor.Options()
    settings.maxBytes = options.maxBytes
    settings.refusedDepth = options.maxDepth
    settings.columns = try Self.columns(options.columns, context)
    extractor = Extractor(options: settings, blocks: try context.blockModel(options.model, option: "model"))
  }

  private static func columns(_ named: [String: String], _ context: StageContext) throws(Diagnostics) -> ArticleColumns
  {
    var columns: [ArticleColumns.Field: String] = [:]
    let names = ArticleColumns.Field.allCases.map(\.rawValue)
    for (name, column) in named.sorted(by: { $0.key < $1.key }) {
      guard let field = ArticleColumns.Field(rawValue: name) else {
        let hint = didYouMean(name, among: names).map { "; did you mean `\($0)`?" } ?? ""
        throw Diagnostics([context.diagnostic("columns", "unknown field `\(name)` of an article\(hint)")])
      }
      columns[field] = column
    }
    return ArticleColumns(columns)
  }

  public func items(of source: SourceDocument) throws(DocumentError) -> [SourceDocument] {
    try extractor.items(of: source)
  }

  public func process(_ input: SourceDocument) throws(DocumentError) -> Article { try extractor.extract(input) }
}
