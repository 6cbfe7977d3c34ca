import Foundation
import TestSupport
import Testing

@Suite struct ExplainTests {
  private static let sample = """
    Quay plan divides the harbour

    “The quay plan is reckless, and the Harbour Union has betrayed its members,” said Marta Quillon, a professor at \
    Easton University. She accused Russia of lying about the ferry.

    Peter Ashgrove, the mayor, did not defend Norway. He praised the Harbour Union.

    The United States sanctioned Belarus on Monday.

    """

  private func explain(_ arguments: [String]) throws -> Program.Outcome {
    let folder = try Repository.folder(["quay.txt": Self.sample])
    return try Program.run(["explain"] + arguments.map { $0 == "FILE" ? "quay.txt" : $0 }, in: folder)
  }

  /// Without learned weights, so that it changes with rules and lexicons alone. `STANDPOINT_RECORD=1` writes it anew, and
  /// fails.
  @Test(arguments: ["text", "json"]) func goldenExplanation(format: String) throws {
    let outcome = try explain(["lexicon-only", "FILE", "--format", format])
    #expect(outcome.status == 0)
    let golden = Repository.path("Tests/Golden/explain.\(format)")
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] != nil {
      try outcome.output.write(toFile: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden); look at the difference and run again without STANDPOINT_RECORD")
      return
    }
    #expect(outcome.output == (try String(contentsOfFile: golden, encoding: .utf8)), "differs from Tests/Golden")
    #expect(!outcome.output.contains("\u{1B}"))
  }

  /// For an HTML page, with trees and learned weights: the numbers are those of the run's own rows.
  @Test(arguments: ["Samples/politics", "Samples/feeds"]) func numbersAreThoseOfTheRun(folder: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Repository.path(folder)).sorted()
    let file = try #require(files.first { $0.hasSuffix(".html") || $0.hasSuffix(".xml") })
    let (_, out) = try Program.run("news", ["\(folder)/\(file)"])
    let outcome = try Program.run(["explain", "news", "\(folder)/\(file)", "--format", "json"])
    #expect(outcome.status == 0)
    let documents = try Program.objects(out + "/documents.jsonl")
    let explained = try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(!documents.isEmpty)
    #expect(explained.compactMap { $0["id"] as? String } == documents.compactMap { $0["id"] as? String })
    for (document, explanation) in zip(documents, explained) {
      let sentences = try #require(explanation["sentences"] as? [[String: Any]])
      let statements = sentences.flatMap { $0["statements"] as? [[String: Any]] ?? [] }
      let wanted = document["statements"] as? [[String: Any]] ?? []
      #expect(Set(statements.compactMap { $0["id"] as? String }) == Set(wanted.compactMap { $0["id"] as? String }))
      #expect(statements.count == wanted.count)
      let scores = statements.flatMap { statement in
        (statement["stances"] as? [[String: Any]] ?? []).map { "\(statement["id"] ?? "") \($0["score"] ?? "")" }
      }
      let run = (document["stances"] as? [[String: Any]] ?? []).map { "\($0["statement"] ?? "") \($0["score"] ?? "")" }
      #expect(scores.sorted() == run.sorted())
      // Heads stay inside the sentence, and every sentence has a root.
      for sentence in sentences {
        let tokens = sentence["tokens"] as? [[String: Any]] ?? []
        let heads = tokens.compactMap { $0["head"] as? Int }
        #expect(heads.count == tokens.count && heads.contains(0))
        #expect(heads.allSatisfy { (0...tokens.count).contains($0) })
      }
    }
  }

  @Test func oneSentenceAlone() throws {
    let outcome = try explain(["lexicon-only", "FILE", "--sentence", "2"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("quay.txt, sentence 2"))
    #expect(!outcome.output.contains("sentence 1"))
    let beyond = try explain(["lexicon-only", "FILE", "--sentence", "99"])
    #expect(beyond.status == 2)
    #expect(beyond.messages.contains("has no sentence 99"))
  }

  @Test func missingFilesAndEarlyPipelines() throws {
    #expect(try explain(["lexicon-only", "nothing.txt"]).status == 2)
    let sentences = try explain(["sentences", "FILE"])
    #expect(sentences.status == 0)
    #expect(sentences.output.contains("tokens"))
    #expect(try explain(["extract", "FILE"]).status == 0)
  }
}
