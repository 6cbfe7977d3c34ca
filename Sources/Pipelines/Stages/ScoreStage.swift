import Documents
import Lexicons
import Stance

/// Speakers and targets to stances.
public struct ScoreStage: Stage {
  public struct Options: StageOptions {
    /// What several lexicons are to each other.
    enum Combination: String, Decodable, CaseIterable {
      /// One lexicon: of two entries for the same words the one named first counts.
      case merge
      /// Each scores by itself, in a row of its own.
      case sideBySide = "side-by-side"
    }

    var lexicons: LexiconReferences = ["stance"]
    var combine = Combination.merge
    /// `nil` for none.
    var model: String?

    enum CodingKeys: String, CodingKey { case lexicons, combine, model }

    public static let described = [
      OptionDescription("lexicons", "a lexicon or a list of lexicons", "terms that take sides (stance)"),
      OptionDescription(
        "combine", "merge or side-by-side", "several lexicons as one, or each in a row of its own (merge)"),
      OptionDescription("model", "the name or path of a model", "learned weights beside the lexicons (none)"),
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      lexicons = try values.decodeIfPresent(LexiconReferences.self, forKey: .lexicons) ?? lexicons
      combine = try values.decodeIfPresent(Combination.self, forKey: .combine) ?? combine
      model = try values.decodeIfPresent(String.self, forKey: .model)
    }
  }

  public static let name = "score"
  public static let summary = "statements → stances towards targets"

  fileprivate let scorers: SideBySide

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    let files = try context.lexicons(options.lexicons, option: "lexicons", kind: "stance")
    var resources = Scorer.Resources(
      stance: files, cues: try context.shipped("cues", kind: "cues"),
      negators: try context.shipped("negators", kind: "negators"),
      intensifiers: try context.shipped("intensifiers", kind: "intensifiers"),
      names: try context.shipped("given-names", kind: "names"), roles: try context.shipped("roles", kind: "roles"))
    resources.tagger = context.cache.tagger(
      verbFiles: resources.cues + resources.stance, nameFiles: resources.names, nounFiles: resources.roles)
    var model = try options.model.map { (name: String) throws(Diagnostics) in
      try context.stanceModel(name, option: "model")
    }
    guard options.combine == .sideBySide, !files.isEmpty else {
      scorers = SideBySide([try Scorer(resources: resources, model: model)])
      return
    }
    try Self.checkNames(files, context)
    var scorers: [Scorer] = []
    for file in files {
      resources.stance = [file]
      resources.tagger = context.cache.tagger(
        verbFiles: resources.cues + [file], nameFiles: resources.names, nounFiles: resources.roles)
      scorers.append(try Scorer(resources: resources, model: model))
      // The model was learned over one lexicon's hits: it answers for the first.
      model = nil
    }
    self.scorers = SideBySide(scorers)
  }

  /// Rows of two lexicons of one name could not be told apart.
  private static func checkNames(_ files: [LexiconFile], _ context: StageContext) throws(Diagnostics) {
    for (index, file) in files.enumerated() {
      let reference = file.header.reference
      guard files[..<index].contains(where: { $0.header.reference == reference }) else { continue }
      throw Diagnostics([
        context.diagnostic(
          "lexicons", index,
          "a second lexicon is called `\(reference)`; give it another `name:` to tell their rows apart")
      ])
    }
  }

  public func process(_ input: ResolvedArticle) throws(DocumentError) -> ScoredArticle { scorers.score(input) }

  public func process(_ input: ResolvedArticle, trace: Trace?) throws(DocumentError) -> ScoredArticle {
    scorers.score(input, trace: trace)
  }
}

extension ScoreStage: QueryAnswering {
  func answer(_ query: StanceQuery, in document: SegmentedArticle, trace: Trace?) -> StanceAnswer {
    scorers.answer(query, in: document, trace: trace)
  }

  func features(of query: StanceQuery, in document: SegmentedArticle) -> StanceFeatures? {
    scorers.features(of: query, in: document)
  }
}
