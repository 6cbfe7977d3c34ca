import Documents
import Outputs

/// What one input adds to each output, and how long that took: made on any thread.
struct RenderedInput: Sendable {
  /// Of the input's id and contents: what an unfinished run has done is known by it.
  var key: UInt64 = 0
  /// The input's place in the list of all, counted from 1; 0 for those that could not be found.
  var input: UInt32 = 0
  /// Whether an earlier run has finished this input: then there are no rows.
  var isFinished = false
  /// Its place among what comes out of an archive.
  var part: UInt32 = 0
  /// How many inputs are done with it: an archive is with the last of its members, and where another shard counts it.
  var inputs = 1
  /// For people.
  var notices: [String] = []
  /// The documents of a container that shards divide between them.
  var pieces: [JournalRecord.Piece] = []
  var lines: [UInt8] = []
  /// Rows for each table, in the order asked for.
  var tables: [[UInt8]]
  var errors: [ErrorRow] = []
  /// By document id, for `--write-text`.
  var texts: [(id: String, text: [UInt8])] = []
  var documents = 0
  var statements = 0
  var stances = 0
  var warnings = 0
  var reading = Duration.zero
  var processing = Duration.zero
  var rendering = Duration.zero

  init(tableCount: Int) { tables = Array(repeating: [], count: tableCount) }

  var errorLines: [UInt8] {
    guard !errors.isEmpty else { return [] }
    var json = JSONWriter()
    for error in errors { error.write(to: &json) }
    return json.bytes
  }

  var tally: Tally {
    Tally(
      inputs: inputs, documents: documents, failed: errors.count, statements: statements, stances: stances,
      warnings: warnings)
  }

  /// For each file of a run.
  func rows(withTexts: Bool) -> [[UInt8]] {
    [lines] + tables + [errorLines] + (withTexts ? [TextStore.frames(texts)] : [])
  }

  /// Adds one of the documents that shards divide between them.
  mutating func add(_ document: RenderedInput, item: Int, withTexts: Bool) {
    pieces.append(
      .init(item: UInt32(clamping: item), lengths: document.rows(withTexts: withTexts).map { UInt64($0.count) }))
    lines += document.lines
    for index in tables.indices { tables[index] += document.tables[index] }
    errors += document.errors
    texts += document.texts
    documents += document.documents
    statements += document.statements
    stances += document.stances
    warnings += document.warnings
    processing += document.processing
    rendering += document.rendering
  }

  mutating func add(_ outputs: DocumentOutputs) {
    if lines.isEmpty { lines = outputs.line } else { lines += outputs.line }
    for (index, rows) in outputs.rows.enumerated() where tables.indices.contains(index) {
      if tables[index].isEmpty { tables[index] = rows } else { tables[index] += rows }
    }
    documents += 1
    statements += outputs.statements
    stances += outputs.stances
    warnings += outputs.warnings
  }

  mutating func add(_ error: any Error, id: String, path: String, stage: String) {
    let failure = StageFailure(error, stage: stage)
    errors.append(
      ErrorRow(id: id, path: path, stage: failure.stage, code: failure.code, message: failure.message))
  }
}
