import Documents
import Outputs
import Synchronization

/// What `filter` is asked for, but for what its pipeline does.
public struct FilterRequest: Sendable {
  /// File descriptors.
  public var input: Int32
  public var output: Int32
  public var jobs: Int
  public var limits: ReadLimits
  public var options: OutputOptions

  public init(
    input: Int32 = 0, output: Int32 = 1, jobs: Int, limits: ReadLimits = ReadLimits(), options: OutputOptions = .init()
  ) {
    self.input = input
    self.output = output
    self.jobs = jobs
    self.limits = limits
    self.options = options
  }
}

/// How many records came in, and how many of them were answered with an error.
public struct FilterSummary: Hashable, Sendable {
  public var records = 0
  public var failed = 0
}

/// Answers each line of JSON with one line, in order, as soon as it can: the object of `documents.jsonl` with the
/// record's own id and its unknown keys, or `{"id", "error": {"code", "message"}}` with those keys.
///
/// A pipe that nobody reads any more ends it without an error, provided that the process ignores `SIGPIPE`
/// (``ignoreBrokenPipes()``).
///
/// - Parameter process: the pipeline, as for ``run(_:process:expand:timings:events:)``.
/// - Throws: ``BatchError`` where the input cannot be read or the output cannot be written.
public func filter(
  _ request: FilterRequest, process: @escaping @Sendable (SourceDocument) throws -> any Document
) throws -> FilterSummary {
  let reader = Locked(LineReader(descriptor: request.input, limit: request.limits.maxBytes))
  let summary = Locked(FilterSummary())
  let answerer = RecordAnswerer(request: request, process: process)
  do {
    try OrderedPool(jobs: request.jobs).run(
      next: { try reader.value.withLock { try $0.next() } },
      transform: { answerer.answer($0) },
      consume: { answers in
        var lines: [UInt8] = []
        for answer in answers { lines += answer.line }
        try SystemCalls.write(lines, to: request.output)
        summary.value.withLock { summary in
          summary.records += answers.count
          summary.failed += answers.count { $0.isError }
        }
      })
  } catch let failure as SystemCalls.Failure where !failure.isBrokenPipe {
    throw BatchError("cannot go on: \(failure.message)")
  } catch is SystemCalls.Failure {
    // Nobody listens any more.
  }
  return summary.value.withLock { $0 }
}

/// Lets writing to a pipe that nobody reads fail, where it would else end the process: for programs whose output is
/// piped into `head`.
public func ignoreBrokenPipes() { SystemCalls.ignoreBrokenPipes() }

/// Answers one record.
struct RecordAnswerer: Sendable {
  struct Answer: Sendable {
    /// With its line end.
    var line: [UInt8]
    var isError: Bool
  }

  let request: FilterRequest
  let process: @Sendable (SourceDocument) throws -> any Document

  func answer(_ line: LineReader.Line) -> Answer {
    guard case .whole(let bytes) = line else {
      return failure(DocumentError(code: "too-large", "the line holds more than \(request.limits.maxBytes) bytes"))
    }
    let record: Record
    do { record = try Record(bytes) } catch { return failure(error) }
    do {
      guard let view = RecordView(try process(try record.document())) else {
        throw DocumentError(code: "internal", "the pipeline's last stage gives no text")
      }
      return answer(view, to: record)
    } catch {
      return failure(error, of: record)
    }
  }

  private func answer(_ view: RecordView, to record: Record) -> Answer {
    var json = JSONWriter()
    json.bytes.reserveCapacity(view.text.count * 2 + 4096)
    DocumentJSON(view, request.options).write(to: &json, id: record.id, extra: record.extra)
    json.endLine()
    return Answer(line: json.bytes, isError: false)
  }

  private func failure(_ error: any Error, of record: Record? = nil) -> Answer {
    let failure = StageFailure(error, stage: "process")
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    if let id = record?.id { json.value(rawJSON: id) } else { json.null() }
    json.key("error")
    json.beginObject()
    json.key("code")
    json.value(failure.code)
    json.key("message")
    json.value(failure.message)
    json.endObject()
    for (key, value) in record?.extra ?? [] where key != "error" {
      json.key(key)
      json.value(rawJSON: value)
    }
    json.endObject()
    json.endLine()
    return Answer(line: json.bytes, isError: true)
  }
}
