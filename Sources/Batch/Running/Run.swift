import Documents
import Foundation
import Outputs
import Synchronization

/// Reads all inputs of a request, runs a pipeline over each document and writes the outputs, in input order.
///
/// The outputs are the same at any number of jobs. One document that fails is a row in `errors.jsonl` and ends nothing.
/// Output files are written beside their names and renamed at the end: before that, and after an error, what stood
/// there stays.
///
/// - Parameters:
///   - expand: the documents of a container, such as the items of a feed; the document itself where it is none.
///   - process: the pipeline. It throws ``StageFailure`` to name the stage, or any error.
///   - timings: seconds that the pipeline counted by itself, for `run.json`.
///   - events: progress, failures and warnings.
/// - Throws: ``BatchError`` where no input exists or the outputs cannot be written: exit status 2.
public func run(
  _ request: RunRequest,
  process: @escaping @Sendable (SourceDocument) throws -> any Document,
  expand: @escaping @Sendable (SourceDocument) throws -> [SourceDocument] = { [$0] },
  timings: () -> [(name: String, seconds: Double)] = { [] },
  events: @escaping @Sendable (RunEvent) -> Void = { _ in }
) throws -> RunSummary {
  let run = try BatchRun(request, process: process, expand: expand, events: events)
  return try run.perform(timings: timings)
}

/// One run, from its list of inputs to its files.
private final class BatchRun: Sendable {
  private struct State {
    var sink: any OutputSink
    var tally = Tally()
    var resumed = 0
    var elapsed = Duration.zero
    var reading = Duration.zero
    var processing = Duration.zero
    var rendering = Duration.zero

    var summary: RunSummary { RunSummary(tally, resumed: resumed, elapsed: elapsed) }
  }

  private let request: RunRequest
  private let renderer: InputRenderer
  private let feed: InputFeed
  private let events: @Sendable (RunEvent) -> Void
  private let state: Mutex<State>
  private let started = Date()
  private let start = ContinuousClock().now

  init(
    _ request: RunRequest, process: @escaping @Sendable (SourceDocument) throws -> any Document,
    expand: @escaping @Sendable (SourceDocument) throws -> [SourceDocument],
    events: @escaping @Sendable (RunEvent) -> Void
  ) throws {
    // Inputs first: where there are none, no output is touched.
    let inputs = try InputGatherer.gather(
      request.inputs, filesFrom: request.filesFrom, outputFolder: request.output.folder, selection: request.selection)
    feed = InputFeed(inputs, limits: request.limits, expand: expand)
    self.request = request
    self.events = events
    let sink: any OutputSink =
      switch request.output {
      case .folder(let path): try OutputFolder(path, request: request) { events(.warning($0)) }
      case .standardOutput: StandardOutput()
      case .nowhere: Nowhere()
      }
    renderer = InputRenderer(
      inputs: inputs, request: request, process: process, expand: expand, earlier: sink.earlier)
    state = Mutex(State(sink: sink))
  }

  func perform(timings: () -> [(name: String, seconds: Double)]) throws -> RunSummary {
    do {
      try writeFailedInputs()
      try work()
      return try finish(timings: timings())
    } catch is ClosedPipe {
      return state.withLock { $0.summary }
    } catch {
      let isKept = state.withLock { $0.sink.abandon() }
      guard isKept, let error = error as? BatchError else { throw error }
      throw BatchError("\(error.message); what is done is kept: run the same again with --resume")
    }
  }

  private func writeFailedInputs() throws {
    for warning in renderer.inputs.warnings { events(.warning(warning)) }
    if renderer.inputs.files.isEmpty, renderer.inputs.failures.isEmpty {
      events(
        .warning(
          "no article found: a folder is searched for .txt, .md, .html, .htm, .xhtml, .xml, .rss, .atom, "
            + "and for archives: .tar, .zip, .warc"))
    }
    let failures = renderer.inputs.failures
    guard !failures.isEmpty else { return }
    try write([renderer.render(failures)], isInput: false)
  }

  private func work() throws {
    try OrderedPool(jobs: feed.isParallel ? request.jobs : 1).run(
      next: { [feed, renderer] in
        while let item = feed.next() {
          if renderer.concerns(item) { return item }
        }
        return nil
      },
      transform: { [renderer] in renderer.render($0) },
      consume: { try self.write($0, isInput: true) })
  }

  private func write(_ results: [RenderedInput], isInput: Bool) throws {
    let done = try state.withLock { state in
      for result in results {
        let tally = try state.sink.append(result)
        state.tally = state.tally + tally
        if result.isFinished { state.resumed += tally.inputs }
        state.reading += result.reading
        state.processing += result.processing
        state.rendering += result.rendering
      }
      return Int(results.last?.input ?? 0)
    }
    for result in results {
      for error in result.errors { events(.failed(error)) }
      for notice in result.notices { events(.warning(notice)) }
    }
    if isInput { events(.progress(done: done, of: renderer.inputs.files.count)) }
  }

  private func finish(timings: [(name: String, seconds: Double)]) throws -> RunSummary {
    try state.withLock { state in
      state.elapsed = ContinuousClock().now - start
      try state.sink.finish(report(state, timings: timings), inputs: renderer.inputs.digest)
      return state.summary
    }
  }

  private func report(_ state: State, timings: [(name: String, seconds: Double)]) -> RunReport {
    var report = request.report
    let inputs = renderer.inputs
    var passedOver = inputs.passedOver
    passedOver += feed.passedOver
    report.inputs = request.inputs + (request.filesFrom.map { ["--files-from \($0)"] } ?? [])
    report.outputs = ["documents.jsonl"] + request.tables.map(\.rawValue) + ["errors.jsonl", "run.json"]
    report.counts = [
      ("inputs", state.tally.inputs), ("documents", state.tally.documents), ("failed", state.tally.failed),
      ("statements", state.tally.statements), ("stances", state.tally.stances), ("warnings", state.tally.warnings),
      ("passed_over_hidden", passedOver.hidden),
      ("passed_over_unknown_extension", passedOver.unknown), ("passed_over_special", passedOver.special),
      ("passed_over_repeated", passedOver.repeated), ("passed_over_excluded", passedOver.excluded),
      ("passed_over_records", passedOver.records),
    ]
    report.timings =
      [
        ("elapsed", state.elapsed.seconds), ("read", state.reading.seconds),
        ("process", state.processing.seconds), ("render", state.rendering.seconds),
      ] + timings
    report.shard = request.shard?.description
    report.jobs = request.jobs
    report.started = started.formatted(.iso8601)
    return report
  }
}

/// A value that several threads share.
final class Locked<Value: Sendable>: Sendable {
  let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }
}

extension Duration {
  fileprivate var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
