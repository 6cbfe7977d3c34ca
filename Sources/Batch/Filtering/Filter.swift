import Documents
import Outputs

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
  try answerLines(request, RecordAnswerer(request: request, process: process))
}

/// Lets writing to a pipe that nobody reads fail, where it would else end the process: for programs whose output is
/// piped into `head`.
public func ignoreBrokenPipes() { SystemCalls.ignoreBrokenPipes() }

/// Answers one record.
struct RecordAnswerer: LineAnswering {
  let request: FilterRequest
  let process: @Sendable (SourceDocument) throws -> any Document

  func answer(_ line: LineReader.Line) -> LineAnswer {
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

  private func answer(_ view: RecordView, to record: Record) -> LineAnswer {
    var json = JSONWriter()
    json.reserve(view.text.count * 2 + 4096)
    DocumentJSON(view, request.options).write(to: &json, id: record.id, extra: record.extra)
    json.endLine()
    return LineAnswer(line: json.take(), isError: false)
  }

  private func failure(_ error: any Error, of record: Record? = nil) -> LineAnswer {
    LineAnswer(error: error, id: record?.id, extra: record?.extra ?? [])
  }
}
