import Documents
import Linguistics

/// Sentences to tags, lemmas, trees and named entities.
public struct ParseStage: Stage {
  public struct Options: StageOptions {
    var model = "english"

    enum CodingKeys: String, CodingKey { case model }

    public static let described = [
      OptionDescription("model", "the name or path of a model", "learned weights (english)")
    ]

    public init() {}

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      model = try values.decodeIfPresent(String.self, forKey: .model) ?? model
    }
  }

  public static let name = "parse"
  public static let summary = "sentences → tags, lemmas, trees, entities"

  private let parser: Parser

  public init(options: Options, context: StageContext) throws(Diagnostics) {
    parser = Parser(model: try context.linguisticModel(options.model, option: "model"))
  }

  public func process(_ input: SegmentedArticle) throws(DocumentError) -> SegmentedArticle {
    // Boilerplate is passed over by all later stages, and an article in another language has no use for English trees.
    guard input.article.metadata.language ?? "en" == "en" else { return input }
    let read = input.sentences.filter { input.kind(of: $0) != .boilerplate }
    var parsed = input
    parsed.syntax = parser.parse(text: input.article.text, tokens: input.tokens, sentences: read.map(\.tokens))
    return parsed
  }
}
