import Attribution
import Documents
import Lexicons

/// Sentences to statements: source, cue and content.
public struct AttributeStage: Stage {
  public struct Options: StageOptions {
    var cues: LexiconReferences = ["cues"]
    var authorial = Attributor.Authorial.auto
    var minConfidence = 0.0
    /// `nil` for the shipped model if there is one.
    var model: String?

    enum CodingKeys: String, CodingKey {
      case cues, authorial, model
      case minConfidence = "min-confidence"
    }

    public static let described = [
      OptionDescription("cues", "a lexicon or a list of lexicons", "reporting words (cues)"),
      OptionDescription(
        "authorial", "auto, always or never", "whether the article's own voice makes statements (auto)"),
      OptionDescription(
        "model", "the name or path of a model, or none",
        "learned weights for documents with trees; none attributes by rules alone (attribution)"),
      OptionDescription("min-confidence", "a number from 0 to 1", "statements below it are left out (0)"),
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      cues = try values.decodeIfPresent(LexiconReferences.self, forKey: .cues) ?? cues
      authorial = try values.decodeIfPresent(Attributor.Authorial.self, forKey: .authorial) ?? authorial
      model = try values.decodeIfPresent(String.self, forKey: .model)
      minConfidence = try values.decodeIfPresent(Double.self, forKey: .minConfidence) ?? minConfidence
    }
  }

  public static let name = "attribute"
  public static let summary = "sentences → statements"

  private let attributor: Attributor

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    guard (0...1).contains(options.minConfidence) else {
      throw Diagnostics([context.diagnostic("min-confidence", "`min-confidence` must be a number from 0 to 1")])
    }
    var resources = Attributor.Resources(
      cues: try context.lexicons(options.cues, option: "cues", kind: "cues"),
      hedges: try context.shipped("hedges", kind: "hedges"),
      modality: try context.shipped("modality", kind: "modality"),
      // Verbs for tagging without a model, which trees make needless.
      stance: context.before.contains(ParseStage.name) ? [] : try context.shipped("stance", kind: "stance"),
      names: try context.shipped("given-names", kind: "names"),
      roles: try context.shipped("roles", kind: "roles"))
    resources.tagger = context.cache.tagger(
      verbFiles: resources.cues + resources.stance, nameFiles: resources.names, nounFiles: resources.roles)
    attributor = try Attributor(
      resources: resources, model: try context.attributionModel(options.model, option: "model"),
      authorial: options.authorial, minConfidence: options.minConfidence)
  }

  public func process(_ input: SegmentedArticle) throws(DocumentError) -> AttributedArticle {
    attributor.attribute(input)
  }

  public func process(_ input: SegmentedArticle, trace: Trace?) throws(DocumentError) -> AttributedArticle {
    attributor.attribute(input, trace: trace)
  }
}
