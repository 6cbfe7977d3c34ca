import Documents
import Lexicons
import Stance

/// Speakers and targets to stances.
public struct ScoreStage: Stage {
  public struct Options: StageOptions {
    var lexicons: OneOrMore = ["stance"]

    enum CodingKeys: String, CodingKey { case lexicons }

    public static let described = [
      OptionDescription("lexicons", "a lexicon or a list of lexicons", "terms that take sides (stance)")
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      lexicons = try values.decodeIfPresent(OneOrMore.self, forKey: .lexicons) ?? lexicons
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
        roles: try context.shipped("roles", kind: "roles")))
  }

  public func process(_ input: ResolvedArticle) throws(DocumentError) -> ScoredArticle { scorer.score(input) }
}

extension ScoreStage: QueryAnswering {
  func answer(_ query: StanceQuery, in document: SegmentedArticle) -> StanceAnswer { scorer.answer(query, in: document) }
}
