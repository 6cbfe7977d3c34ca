import ArgumentParser
import Foundation
import Standpoint

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a pipeline over articles and writes its tables.",
    discussion: """
      EXAMPLES:
        standpoint run news articles/ --output out
        standpoint run quotes a.html b.txt feed.xml --output out --excel
        standpoint run news --files-from list.txt --output - --format jsonl
        standpoint run news articles/ --output out --resume        after a crash
        standpoint run news articles/ --output out-3 --shard 3/8   one of eight parts: see standpoint merge
        standpoint run news 2024.tar.zst CC-NEWS-0001.warc.gz --output out
        standpoint run news articles/ --include '2024-*/**' --exclude '*.draft.txt' --output out
        standpoint run news articles/ --meta-from-filename '{date}_{site}_{title}.txt' --output out

      INPUT is any mix of files, folders (walked in sorted order), archives (tar, zip, WARC), .gz and .zst of any of
      them, and - for standard input.
      Exit status: 0 all well, 1 some documents failed (see errors.jsonl), 2 nothing was done.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }

  @Argument(help: "A pipeline file, or the name of a shipped one: news, quotes, extract …")
  var pipeline: String

  @Argument(help: "Files and folders of articles.")
  var input: [String] = []

  @Option(name: .shortAndLong, help: "Folder for the results; - writes documents.jsonl to standard output.")
  var output: String

  @Option(help: "Documents at a time; all cores unless told. The results are the same.")
  var jobs: Int?

  @Option(help: "csv: the tables of the pipeline file and documents.jsonl; jsonl: documents.jsonl alone.")
  var format = Format.csv

  @Option(help: "Read paths of inputs from a file, one a line; - reads them from standard input.")
  var filesFrom: String?

  @OptionGroup var inputs: InputOptions

  @Flag(help: "Tables for Excel: byte order mark, CRLF, and a guard against formulas in text columns.")
  var excel = false

  @Flag(help: "Write the text of each article as text/ID.txt too.")
  var writeText = false

  @Flag(help: "Replace the names of persons everywhere in the results.")
  var pseudonymise = false

  @OptionGroup var durability: DurabilityOptions

  @OptionGroup var home: HomeOption

  func validate() throws {
    guard output != "-" || !durability.resume else { throw ValidationError("--resume needs a folder as --output.") }
    guard !input.isEmpty || filesFrom != nil else { throw ValidationError("Name at least one INPUT, or --files-from.") }
    guard jobs.map({ $0 > 0 }) ?? true else { throw ValidationError("--jobs must be at least 1.") }
    guard output != "-" || format == .jsonl else { throw ValidationError("--output - needs --format jsonl.") }
  }

  func run() throws {
    let pipeline = try home.load(pipeline)
    if output == "-" { ignoreBrokenPipes() }
    let bar = ProgressBar()
    let summary: RunSummary
    do {
      summary = try Batch.run(
        request(for: pipeline), process: pipeline.process, expand: pipeline.expand, timings: { pipeline.timings },
        events: { event in
          switch event {
          case .progress(let done, let total): bar.update(done: done, of: total)
          case .failed(let row):
            bar.clear()
            Terminal.say("\(row.path): \(row.stage): \(row.code): \(row.message)")
          case .warning(let message):
            bar.clear()
            Terminal.say("standpoint: warning: \(message)")
          }
        })
    } catch {
      bar.clear()
      throw Terminal.fatal(error)
    }
    bar.clear()
    if output != "-" {
      Terminal.say(
        "\(summary.documents) documents, \(summary.statements) statements, \(summary.stances) stances, "
          + "\(summary.failed) failed → \(output)"
          + (summary.resumed > 0 ? "; \(summary.resumed) inputs were finished before" : ""))
    }
    if summary.exitStatus != 0 { throw ExitCode(summary.exitStatus) }
  }

  private func request(for pipeline: Pipeline) -> RunRequest {
    var options = OutputOptions()
    options.minSpeakerConfidence = pipeline.minSpeakerConfidence
    options.excel = excel
    if pseudonymise { options.pseudonyms = Pseudonyms() }
    var report = RunReport(
      version: standpointVersion, pipeline: .init(name: pipeline.name, hash: pipeline.hash))
    report.models = pipeline.models.map { .init(name: $0.name, hash: $0.hash) }
    report.lexicons = pipeline.lexicons.map { lexicon in
      let parts = lexicon.reference.split(separator: "@", maxSplits: 1).map(String.init)
      return .init(name: parts.first ?? lexicon.reference, version: parts.dropFirst().first, hash: lexicon.hash)
    }
    var request = RunRequest(
      inputs: input, filesFrom: filesFrom, output: output == "-" ? .standardOutput : .folder(output),
      tables: format == .jsonl ? [] : pipeline.outputs.compactMap(Table.init(rawValue:)), options: options,
      writesText: writeText,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, report: report)
    request.pipelineFingerprint = pipeline.fingerprint
    durability.apply(to: &request)
    inputs.apply(to: &request)
    return request
  }
}
