import Documents
import Lexicons
import Stance

/// Speakers and targets to stances.
public struct ScoreStage: Stage {
  public struct Options: StageOptions {
    var lexicons: OneOrMore = ["stance"]
    /// `nil` for none.
    var model: String?

    enum CodingKeys: String, CodingKey { case lexicons, model }

    public static let described = [
      OptionDescription("lexicons", "a lexicon or a list of lexicons", "terms that take sides (stance)"),
      OptionDescription("model", "the name or path of a model", "learned weights beside the lexicons (none)"),
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      lexicons = try values.decodeIfPresent(OneOrMore.self, forKey: .lexicons) ?? lexicons
      model = try values.decodeIfPresent(String.self, forKey: .model)
    }
  }

  public static let name = "score"
  public static let summary = "statements → stances towards targets"

  fileprivate let scorer: Scorer

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    scorer = try Scorer(
      resources: Scorer.Resources(
        stance: try context.lexicons(options.lexicons.items, option: "lexicons", kind: "stance"),
        cues: try context.shipped("cues", kind: "cues"), negators: try context.shipped("negators", kind: "negators"),
        intensifiers: try context.shipped("intensifiers", kind: "intensifiers"),
        names: try context.shipped("given-names", kind: "names"),
        roles: try context.shipped("roles", kind: "roles")),
      model: try options.model.map { (name: String) throws(Diagnostics) in
        try context.stanceModel(name, option: "model")
      })
  }

  public func process(_ input: ResolvedArticle) throws(DocumentError) -> ScoredArticle { scorer.score(input) }
}

extension ScoreStage: QueryAnswering {
  func answer(_ query: StanceQuery, in document: SegmentedArticle) -> StanceAnswer {
    scorer.answer(query, in: document)
  }

  func features(of query: StanceQuery, in document: SegmentedArticle) -> StanceFeatures? {
    scorer.features(of: query, in: document)
  }
}
