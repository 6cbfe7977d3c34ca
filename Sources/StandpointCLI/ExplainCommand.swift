import ArgumentParser
import Foundation
import Standpoint
import Synchronization

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why: trees, cues, candidate speakers and why each lost, hits and the sum that makes a score.",
    discussion: """
      EXAMPLES:
        standpoint explain news article.html
        standpoint explain news article.txt --sentence 3
        standpoint explain lexicon-only feed.xml --format json

      FILE is any input of `run`; of a file with several articles each is explained. Sentences count from 0, as in the
      `sentence` column. Colours on a terminal, unless NO_COLOR is set. json: one object a line, one line an article.
      Exit status: 0 all well, 1 a document failed, 2 nothing was done.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A pipeline file, or the name of a shipped one.")
  var pipeline: String

  @Argument(help: "A file of one article or more; - is standard input.")
  var file: String

  @Option(help: "This sentence alone, counting from 0.")
  var sentence: Int?

  @Option(help: "text for people, json for programs.")
  var format = Format.text

  @OptionGroup var home: HomeOption

  func validate() throws {
    guard sentence.map({ $0 >= 0 }) ?? true else { throw ValidationError("--sentence counts from 0.") }
  }

  func run() throws {
    let pipeline = try home.load(pipeline)
    let longest = Mutex(0)
    let summary: RunSummary
    do {
      // The same reading, splitting and failing as in a run, one document at a time.
      summary = try Batch.run(
        RunRequest(
          inputs: [file], output: .nowhere, tables: [], jobs: 1,
          report: RunReport(version: standpointVersion, pipeline: .init(name: pipeline.name, hash: pipeline.hash))),
        process: { source in
          let (document, trace) = try pipeline.explain(source)
          if let view = RecordView(document) {
            let explanation = Explanation(view, trace)
            longest.withLock { $0 = max($0, explanation.sentenceCount) }
            write(explanation)
          }
          return document
        }, expand: pipeline.expand,
        events: { event in
          if case .failed(let row) = event { Terminal.say("\(row.path): \(row.stage): \(row.code): \(row.message)") }
          if case .warning(let message) = event { Terminal.say("standpoint: warning: \(message)") }
        })
    } catch {
      throw Terminal.fatal(error)
    }
    if let sentence, summary.documents > 0, sentence >= longest.withLock({ $0 }) {
      throw Terminal.fatal(
        BatchError("\(file) has no sentence \(sentence); it has \(longest.withLock { $0 }), counting from 0"))
    }
    if summary.exitStatus != 0 { throw ExitCode(summary.exitStatus) }
  }

  private func write(_ explanation: Explanation) {
    switch format {
    case .text:
      var text = ExplanationText(explanation, isColoured: Terminal.isColoured)
      Terminal.write(text.text(sentence: sentence))
    case .json:
      var json = ExplanationJSON(explanation)
      Terminal.write(String(decoding: json.line(sentence: sentence), as: UTF8.self))
    }
  }
}
