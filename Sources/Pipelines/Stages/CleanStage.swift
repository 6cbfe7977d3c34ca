import Documents
import Extraction

/// Bytes to text, blocks and metadata: HTML and XML by libxml2, plain text and Markdown by their lines.
public struct CleanStage: Stage {
  public struct Options: StageOptions {
    var maxBytes = 32 << 20

    enum CodingKeys: String, CodingKey { case maxBytes = "max-bytes" }

    public static let described = [
      OptionDescription("max-bytes", "a whole number", "larger documents become a row in errors.jsonl (32 MiB)")
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      maxBytes = try values.decodeIfPresent(Int.self, forKey: .maxBytes) ?? maxBytes
    }
  }

  public static let name = "clean"
  public static let summary = "bytes → text, blocks, metadata"

  private let extractor: Extractor

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    guard options.maxBytes > 0 else {
      throw Diagnostics([context.diagnostic("max-bytes", "`max-bytes` must be above 0")])
    }
    var settings = Extractor.Options()
    settings.maxBytes = options.maxBytes
    extractor = Extractor(options: settings)
  }

  public func process(_ input: SourceDocument) throws(DocumentError) -> Article { try extractor.extract(input) }
}
