import Documents
import Outputs

/// Where a run's rows go, file by file.
protocol OutputSink: Sendable {
  /// What is there of a run that did not end.
  var earlier: EarlierRun? { get }
  /// - Returns: what the rows hold; for an input that an earlier run finished, what was written then.
  mutating func append(_ rows: RenderedInput) throws -> Tally
  /// Nothing is in place before this.
  mutating func finish(_ report: RunReport, inputs: InputDigest) throws
  /// After an error.
  ///
  /// - Returns: whether what is done stays for `--resume`.
  mutating func abandon() -> Bool
}

extension OutputSink {
  var earlier: EarlierRun? { nil }
  func abandon() -> Bool { false }
}

/// Which list of inputs a run had: shards of one run have the same.
struct InputDigest: Hashable, Sendable {
  var hash: UInt64
  var count: UInt32
}

/// `--output -`: the lines of `documents.jsonl` on standard output, and no other file.
struct StandardOutput: OutputSink {
  mutating func append(_ rows: RenderedInput) throws -> Tally {
    do {
      try SystemCalls.write(rows.lines, to: 1)
      return rows.tally
    } catch {
      throw error.isBrokenPipe ? ClosedPipe() as any Error : BatchError("cannot write: \(error.message)")
    }
  }

  mutating func finish(_ report: RunReport, inputs: InputDigest) {}
}

/// For runs whose documents matter to the caller alone.
struct Nowhere: OutputSink {
  mutating func append(_ rows: RenderedInput) -> Tally { rows.tally }
  mutating func finish(_ report: RunReport, inputs: InputDigest) {}
}

/// Nobody reads standard output any more: the end, and no error.
struct ClosedPipe: Error {}

extension InputList {
  /// The same for all shards of a run, unless files came or went between them.
  var digest: InputDigest {
    var hash = StableHash()
    for failure in failures { hash.combine(failure.id) }
    hash.combine(failures.count)
    for file in files { hash.combine(id(file)) }
    return InputDigest(hash: hash.value, count: UInt32(clamping: files.count))
  }
}
