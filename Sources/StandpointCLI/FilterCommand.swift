import ArgumentParser
import Foundation
import Standpoint

struct FilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Reads JSON lines of articles and answers each with one line, in order.",
    discussion: """
      EXAMPLES:
        standpoint filter news < articles.jsonl > statements.jsonl
        echo '{"id": "a", "text": "“We lost,” said Marta Quillon."}' | standpoint filter quotes

      A record is {"id", "text" or "html", …}; keys that are not known come back as they are. A bad record is answered
      with {"id", "error": {"code", "message"}}. Counts go to standard error; the exit status is 0.
      """)

  @Argument(help: "A pipeline file, or the name of a shipped one.")
  var pipeline: String

  @Option(help: "Records at a time; all cores unless told. The answers are the same.")
  var jobs: Int?

  @Flag(help: "Replace the names of persons everywhere in the answers.")
  var pseudonymise = false

  @OptionGroup var home: HomeOption

  func validate() throws {
    guard jobs.map({ $0 > 0 }) ?? true else { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    let pipeline = try home.load(pipeline)
    ignoreBrokenPipes()
    var options = OutputOptions(minSpeakerConfidence: pipeline.minSpeakerConfidence)
    if pseudonymise { options.pseudonyms = Pseudonyms() }
    let request = FilterRequest(jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, options: options)
    do {
      let summary = try Batch.filter(request, process: pipeline.process)
      Terminal.say("\(summary.records) records, \(summary.failed) failed")
    } catch {
      throw Terminal.fatal(error)
    }
  }
}
