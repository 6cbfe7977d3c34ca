import Documents
import Outputs

/// What a journal knows an input by: a hash of its id, its path and what stands in it.
enum InputKey {
  static func of(_ source: SourceDocument) -> UInt64 {
    var hash = StableHash()
    hash.combine(source.id)
    hash.combine(source.path)
    hash.combine(source.format?.rawValue ?? "")
    // Descriptions are dear, and only containers know something.
    if source.known != Metadata() { hash.combine("\(source.known)") }
    for warning in source.warnings { hash.combine(warning.code) }
    hash.combine(source.declaredEncoding ?? "")
    hash.combine(source.lineOffset)
    hash.combine(Int(truncatingIfNeeded: WordSum.of(source.bytes)))
    return hash.value
  }

  /// Of an input that cannot be read, as long as it fails in the same way.
  static func of(_ error: any Error, id: String) -> UInt64 {
    let failure = StageFailure(error, stage: "read")
    var hash = StableHash()
    for part in [id, failure.stage, failure.code, failure.message] { hash.combine(part) }
    return hash.value
  }

  /// Of the end of an archive.
  static func ofEnd(id: String) -> UInt64 {
    var hash = StableHash()
    hash.combine("end")
    hash.combine(id)
    return hash.value
  }

  /// Of the inputs that could not be found.
  static func of(_ failures: [ErrorRow]) -> UInt64 {
    var hash = StableHash()
    for row in failures {
      for part in [row.id, row.path, row.stage, row.code, row.message] { hash.combine(part) }
    }
    return hash.value
  }
}

extension RunRequest {
  /// Of all that decides what an input's rows are, the input aside.
  var fingerprint: UInt64 {
    var hash = StableHash()
    hash.combine(report.version)
    hash.combine(pipelineFingerprint)
    for table in tables {
      hash.combine(table.rawValue)
      for column in table.columns { hash.combine(column) }
    }
    hash.combine("\(options.minSpeakerConfidence) \(options.excel) \(options.pseudonyms?.name(for: "") ?? "")")
    hash.combine("\(writesText) \(limits.maxBytes) \(limits.maxSeconds ?? -1)")
    hash.combine(namePattern.map { "\($0)" } ?? "")
    return hash.value
  }
}
