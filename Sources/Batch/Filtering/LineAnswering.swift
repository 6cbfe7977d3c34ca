import Documents
import Outputs

/// Something that answers each line of JSON with one line.
protocol LineAnswering: Sendable {
  func answer(_ line: LineReader.Line) -> LineAnswer
}

/// The answer to one line.
struct LineAnswer: Sendable {
  /// With its line end.
  var line: [UInt8]
  var isError: Bool

  init(line: [UInt8], isError: Bool) {
    self.line = line
    self.isError = isError
  }

  /// `{"id", "error": {"code", "message"}}`, then the record's own keys.
  ///
  /// - Parameters:
  ///   - id: as it stands in the record.
  ///   - extra: keys with their values as JSON.
  init(error: any Error, id: [UInt8]?, extra: [(key: String, json: [UInt8])] = []) {
    let failure = StageFailure(error, stage: "process")
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    if let id { json.value(rawJSON: id) } else { json.null() }
    json.key("error")
    json.beginObject()
    json.key("code")
    json.value(failure.code)
    json.key("message")
    json.value(failure.message)
    json.endObject()
    for (key, value) in extra where key != "error" {
      json.key(key)
      json.value(rawJSON: value)
    }
    json.endObject()
    json.endLine()
    self.init(line: json.bytes, isError: true)
  }
}

/// Answers lines in order, each as soon as it can. A pipe that nobody reads any more ends it without an error.
///
/// - Throws: ``BatchError`` where the input cannot be read or the output cannot be written.
func answerLines(_ request: FilterRequest, _ answerer: some LineAnswering) throws -> FilterSummary {
  let reader = Locked(LineReader(descriptor: request.input, limit: request.limits.maxBytes))
  let summary = Locked(FilterSummary())
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
