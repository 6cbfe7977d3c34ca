import Documents
import Foundation
import TestSupport

@testable import Pipelines

/// Runs whole texts through the shipped lexicons, for tests that look at statements and speakers.
enum Speaking {
  static let pipeline = Result { try PipelineLoader(installation: Installation(home: Repository.root)).load("quotes") }

  /// The same without learned weights.
  static let rules = Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString).yaml").path
    let stages = "stages: [clean, segment, parse, {attribute: {authorial: never, model: none}}, resolve]"
    try "name: rules\n\(stages)\noutputs: [statements.csv]\n".write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try PipelineLoader(installation: Installation(home: Repository.root)).load(path)
  }

  static func resolved(_ text: String, by pipeline: Result<Pipeline, any Error> = pipeline) throws -> ResolvedArticle {
    let source = SourceDocument(id: "test", path: "test.txt", bytes: Array(text.utf8), format: .text)
    guard let document = try pipeline.get().process(source) as? ResolvedArticle else {
      throw DocumentError(code: "test", "the pipeline gives no speakers")
    }
    return document
  }

  /// `source | cue | content` of each statement.
  static func statements(
    _ text: String, by pipeline: Result<Pipeline, any Error> = pipeline
  ) throws -> [String] {
    let document = try resolved(text, by: pipeline)
    return document.attributed.statements.map { statement in
      [statement.source, statement.cue, statement.content]
        .map { $0.map(document.article.text.string).joined(separator: " … ") }.joined(separator: " | ")
    }
  }

  /// Speakers' names in the order of their statements; `?` where there is none.
  static func speakers(_ text: String) throws -> [String] {
    let document = try resolved(text)
    return document.links.map { document.speakers[$0.speaker].name ?? "?" }
  }
}
