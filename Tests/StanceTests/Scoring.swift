import Documents
import TestSupport

@testable import Pipelines

/// Runs whole texts through the shipped lexicons, for tests that look at stances.
enum Scoring {
  static let pipeline = Result {
    try PipelineLoader(installation: Installation(home: Repository.root)).load("lexicon-only")
  }

  static func scored(_ text: String, by pipeline: Result<Pipeline, any Error> = pipeline) throws -> ScoredArticle {
    let source = SourceDocument(id: "test", path: "test.txt", bytes: Array(text.utf8), format: .text)
    guard let document = try pipeline.get().process(source) as? ScoredArticle else {
      throw DocumentError(code: "test", "the pipeline gives no stances")
    }
    return document
  }

  /// `holder side target` of every stance that takes a side.
  static func sides(_ text: String) throws -> [String] { sides(try scored(text)) }

  static func sides(_ document: ScoredArticle) -> [String] {
    document.stances.filter { $0.side != .neutral }.map { stance in
      let link = document.resolved.links[stance.statement]
      let holder = document.resolved.speakers[link.speaker].name ?? "?"
      return "\(holder) \(stance.side.rawValue) \(document.resolved.targets[stance.target].name)"
    }
  }
}
