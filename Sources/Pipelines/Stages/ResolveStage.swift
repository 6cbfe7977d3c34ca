import Attribution
import Documents
import Lexicons

/// Statements to speakers by canonical name, and to the actors and concepts that the document speaks of.
public struct ResolveStage: Stage {
  public struct Options: StageOptions {
    var actors: LexiconReferences = ["actors"]
    var concepts: LexiconReferences = []

    enum CodingKeys: String, CodingKey { case actors, concepts }

    public static let described = [
      OptionDescription(
        "actors", "a lexicon or a list of lexicons", "countries, organisations and their names (actors)"),
      OptionDescription("concepts", "a lexicon or a list of lexicons", "concepts that stances can be about (none)"),
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      actors = try values.decodeIfPresent(LexiconReferences.self, forKey: .actors) ?? actors
      concepts = try values.decodeIfPresent(LexiconReferences.self, forKey: .concepts) ?? concepts
    }
  }

  public static let name = "resolve"
  public static let summary = "statements → speakers, targets"

  private let resolver: Resolver

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    resolver = try Resolver(
      resources: Resolver.Resources(
        actors: try context.lexicons(options.actors, option: "actors", kind: "actors"),
        concepts: try context.lexicons(options.concepts, option: "concepts", kind: "concepts"),
        roles: try context.shipped("roles", kind: "roles"), names: try context.shipped("given-names", kind: "names"),
        organisationWords: try context.shipped("organisations", kind: "organisation-words")))
  }

  public func process(_ input: AttributedArticle) throws(DocumentError) -> ResolvedArticle { resolver.resolve(input) }

  public func process(_ input: AttributedArticle, trace: Trace?) throws(DocumentError) -> ResolvedArticle {
    resolver.resolve(input, trace: trace)
  }
}
