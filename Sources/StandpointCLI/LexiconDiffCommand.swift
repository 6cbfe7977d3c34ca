import ArgumentParser
import Foundation
import Standpoint
import Synchronization

struct LexiconDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says which stances change when one lexicon takes the place of another, as CSV.",
    discussion: """
      EXAMPLE:
        standpoint lexicon diff stance ./my-stance.yaml --on articles/ > changes.csv
      """)

  @Argument(help: "The first lexicon: a file, or the name of a shipped one.")
  var first: String

  @Argument(help: "The second lexicon.")
  var second: String

  @Option(name: .customLong("on"), help: "Files or folders of articles.")
  var inputs: [String]

  @Option(help: "The pipeline whose `score` stage uses the lexicons.")
  var pipeline = "news"

  @OptionGroup var home: HomeOption

  func run() throws {
    let a = try home.load(pipeline, lexicons: first)
    let b = try home.load(pipeline, lexicons: second)
    let rows = Mutex<[(id: String, rows: [StanceDiff.Row])]>([])
    let stances = Mutex(0)
    let request = RunRequest(
      inputs: inputs, output: .nowhere, tables: [], jobs: ProcessInfo.processInfo.activeProcessorCount,
      report: RunReport(version: standpointVersion, pipeline: .init(name: a.name, hash: a.hash)))
    let summary: RunSummary
    do {
      summary = try Batch.run(
        request,
        process: { source in
          let one = try a.process(source)
          let two = try b.process(source)
          if let one = one as? ScoredArticle, let two = two as? ScoredArticle {
            let changes = StanceDiff().rows(one, two)
            rows.withLock { $0.append((one.id, changes)) }
            stances.withLock { $0 += one.stances.count }
          }
          return one
        }, expand: a.expand)
    } catch {
      throw Terminal.fatal(error)
    }
    let all = rows.withLock { $0 }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.flatMap(\.rows)
    Terminal.write(String(decoding: StanceDiff.csv(all), as: UTF8.self))
    Terminal.say("\(all.count) of \(stances.withLock { $0 }) stances change in \(summary.documents) documents")
    if summary.exitStatus != 0 { throw ExitCode(summary.exitStatus) }
  }
}
