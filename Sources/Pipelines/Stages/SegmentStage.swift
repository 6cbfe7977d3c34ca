import Documents
import Lexicons
import Linguistics

/// Text to sentences and tokens.
public struct SegmentStage: Stage {
  public struct Options: StageOptions {
    var abbreviations: LexiconReferences = ["abbreviations"]

    enum CodingKeys: String, CodingKey { case abbreviations }

    public static let described = [
      OptionDescription(
        "abbreviations", "a lexicon or a list of lexicons",
        "words whose full stop need not end a sentence (abbreviations)")
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      abbreviations = try values.decodeIfPresent(LexiconReferences.self, forKey: .abbreviations) ?? abbreviations
    }
  }

  public static let name = "segment"
  public static let summary = "text → sentences, tokens"

  private let segmenter: Segmenter

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    let files = try context.lexicons(options.abbreviations, option: "abbreviations", kind: "abbreviations")
    segmenter = Segmenter(abbreviations: try Abbreviations(files: files))
  }

  public func process(_ input: Article) throws(DocumentError) -> SegmentedArticle { segmenter.segment(input) }
}
