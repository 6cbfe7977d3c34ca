import ArgumentParser
import Foundation
import Standpoint

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Reads JSON lines of texts with a target and answers each with the stance towards it.",
    discussion: """
      EXAMPLES:
        standpoint score news < questions.jsonl > stances.jsonl
        echo '{"id": 1, "text": "Quillon praised Tarnov.", "target": [16, 22], "holder": [0, 7]}' |
          standpoint score news

      A line is {"id", "text", "target", "holder"}: the last two are [start, end], code points of the text; without a
      holder the stance is the text's own. The answer is {"id", "stance", "score", "hits"}. A bad line is answered with
      {"id", "error": {"code", "message"}}. Counts go to standard error; the exit status is 0.
      """)

  @Argument(help: "A pipeline file, or the name of a shipped one.")
  var pipeline: String

  @Option(help: "Lines at a time; all cores unless told. The answers are the same.")
  var jobs: Int?

  @OptionGroup var home: HomeOption

  func validate() throws {
    guard jobs.map({ $0 > 0 }) ?? true else { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    let pipeline = try home.load(pipeline)
    ignoreBrokenPipes()
    let request = FilterRequest(jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    do {
      let questions = try pipeline.questions()
      let summary = try Batch.score(request) { try questions.answer($0) }
      Terminal.say("\(summary.records) records, \(summary.failed) failed")
    } catch {
      throw Terminal.fatal(error)
    }
  }
}
