import Outputs

/// The files of a run: `documents.jsonl`, the tables, `errors.jsonl`, `run.json`.
struct OutputFolder: OutputSink {
  private let folder: String
  private let request: RunRequest
  private let header: Journal.Header
  /// Of the journal, which is the folder's lock too.
  private let journal: Int32
  private let paths: [String]
  private let openings: [[UInt8]]
  let earlier: EarlierRun?
  private var files: RowFiles
  private var isOver = false

  /// Where the next record stands as long as the files hold the rows in the order of the inputs.
  private var expected: UInt64
  /// The records in the order of the inputs, once that is another one than the files'.
  private var order: [UInt64]?

  /// The file that texts wait in: see ``TextStore``.
  static let texts = "texts"

  /// Makes the folder if it is not there.
  ///
  /// - Parameter warn: told where what an earlier run left cannot be used.
  /// - Throws: ``BatchError`` where the folder cannot be written, or another run writes into it.
  init(_ path: String, request: RunRequest, warn: (String) -> Void = { _ in }) throws {
    let folder = path.hasSuffix("/") ? path : path + "/"
    self.folder = folder
    self.request = request
    do {
      try SystemCalls.makeFolder(path)
    } catch {
      throw BatchError("cannot make the output folder \(path): \(error.message)")
    }
    journal = try OutputLock.take(in: folder)
    let names =
      ["documents.jsonl"] + request.tables.map(\.rawValue) + ["errors.jsonl"] + (request.writesText ? [Self.texts] : [])
    paths = names.map { folder + $0 }
    openings = names.map { name in
      guard let table = Table(rawValue: name) else { return [] }
      var csv = CSVWriter(excel: request.options.excel)
      csv.header(table.columns)
      return csv.bytes
    }
    header = Journal.Header(
      pipeline: request.fingerprint, shard: request.shard ?? .whole, files: names,
      openings: openings.map { UInt64($0.count) })
    do {
      let hasJournal = SystemCalls.size(of: journal) > 0
      earlier = request.resumes ? try EarlierRun.load(journal: journal, header: header, paths: paths) : nil
      if hasJournal, earlier == nil {
        warn(
          request.resumes
            ? "the unfinished run in \(folder) was of another pipeline, version or options: all is done anew"
            : "there is an unfinished run in \(folder): it is done anew; --resume would have gone on with it")
      }
      files = try RowFiles(
        paths: paths, openings: openings, journal: journal, header: header, earlier: earlier,
        longestWait: request.checkpointInterval)
    } catch {
      if SystemCalls.size(of: journal) == 0 { SystemCalls.remove(folder + Journal.fileName) }
      try? SystemCalls.close(journal)
      if let failure = error as? SystemCalls.Failure {
        throw BatchError("cannot go on with the run in \(folder): \(failure.message)")
      }
      throw error
    }
    expected = earlier?.firstRecord ?? files.journalEnd
  }

  mutating func append(_ rows: RenderedInput) throws -> Tally {
    guard rows.isFinished, let place = earlier?.places[rows.key] else {
      let place = files.journalEnd
      try files.append(
        rows.rows(withTexts: request.writesText),
        record: JournalRecord(key: rows.key, input: rows.input, part: rows.part, tally: rows.tally, pieces: rows.pieces)
      )
      note(place, end: files.journalEnd)
      return rows.tally
    }
    guard let record = try files.record(at: place) else {
      throw BatchError("\(folder)\(Journal.fileName) has changed during the run")
    }
    note(place, end: place + UInt64(record.encoded.count))
    return record.tally
  }

  private mutating func note(_ place: UInt64, end: UInt64) {
    if order != nil {
      order?.append(place)
    } else if place == expected {
      expected = end
    } else {
      order = places(upTo: expected) + [place]
    }
  }

  /// The records that the journal begins with.
  private func places(upTo end: UInt64) -> [UInt64] {
    guard let earlier else { return [] }
    return earlier.places.values.filter { $0 < end }.sorted()
  }

  mutating func finish(_ report: RunReport, inputs: InputDigest) throws {
    // A run of a moment is sooner repeated than brought to the disk.
    let synchronised = report.timings.first.map { $0.seconds > 5 } ?? false
    var run = try OutputFile(path: folder + "run.json")
    var reordered: Reordering?
    do {
      try run.append(report.json())
      try run.finish(synchronised: synchronised)
      if order == nil, expected != files.journalEnd { order = places(upTo: expected) }
      if let order {
        try files.checkpoint()
        reordered = try Reordering(files, paths: paths, openings: openings, index: shardIndex)
        try reordered?.write(order, inputs: inputs, header: header, synchronised: synchronised)
      } else {
        try files.append(JournalRecord(kind: .end, key: inputs.hash, input: inputs.count))
        try files.finish(synchronised: synchronised)
      }
      try publish(reordered, run)
    } catch {
      run.discard()
      reordered?.discard()
      throw error
    }
    if request.shard == nil { SystemCalls.remove(folder + Journal.shardFileName) }
    SystemCalls.remove(folder + Journal.fileName)
    files.discard()
    close()
  }

  /// The report comes last: where it is new, all else is.
  private func publish(_ reordered: Reordering?, _ run: OutputFile) throws {
    let ready = reordered?.files ?? files.files
    let texts = request.writesText ? ready.last.map { TextStore(path: $0.partialPath, folder: folder) } : nil
    try texts?.unpack()
    for (file, name) in zip(ready, header.files) where name != Self.texts { try file.publish() }
    try texts?.publish()
    try run.publish()
    if let reordered {
      try reordered.publishIndex()
    } else if let shardIndex {
      do {
        try SystemCalls.rename(folder + Journal.fileName, to: shardIndex)
      } catch { throw BatchError("cannot write \(shardIndex): \(error.message)") }
    }
  }

  /// A shard keeps its journal: `merge` needs the places of its rows.
  private var shardIndex: String? { request.shard == nil ? nil : folder + Journal.shardFileName }

  /// What is done stays for `--resume`; where nothing is, nothing new is left.
  mutating func abandon() -> Bool {
    guard !isOver else { return false }
    try? files.checkpoint()
    let isKept = files.journalEnd > UInt64(header.encoded.count)
    if isKept {
      files.close()
    } else {
      files.discard()
      SystemCalls.remove(folder + Journal.fileName)
    }
    close()
    return isKept
  }

  private mutating func close() {
    isOver = true
    try? SystemCalls.close(journal)
  }
}
