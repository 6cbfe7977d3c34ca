import Outputs

/// The files that a run's rows go to, with the journal that says what is done.
///
/// Rows wait in memory until a megabyte of them is there, or a quarter of a second has gone by; then they are written, and after them
/// their records. What a kill finds unwritten is processed again.
struct RowFiles: Sendable {
  /// Documents, tables, errors, and texts where they are asked for.
  private(set) var files: [OutputFile]
  private let journal: Int32
  private var records: [UInt8] = []
  /// Where the next record goes.
  private(set) var journalEnd: UInt64
  private var lastCheckpoint = ContinuousClock.now

  private let longestWait: Duration

  private static let mostWaiting = 1 << 20

  /// - Parameters:
  ///   - journal: a descriptor of the journal, locked.
  ///   - openings: what stands in each file before the first row.
  ///   - longestWait: after this, rows are written however few they are.
  init(
    paths: [String], openings: [[UInt8]], journal: Int32, header: Journal.Header, earlier: EarlierRun?,
    longestWait: Duration
  ) throws {
    self.journal = journal
    self.longestWait = longestWait
    files = []
    let start = header.encoded
    journalEnd = earlier?.journalEnd ?? UInt64(start.count)
    do {
      for (index, path) in paths.enumerated() {
        let file = try OutputFile(path: path, keeping: earlier.map { $0.lengths[index] } ?? 0)
        files.append(file)
        if file.length == 0 { try files[index].append(openings[index]) }
      }
      // Files first: a journal never speaks of what is not there.
      for index in files.indices { try files[index].flush() }
      try SystemCalls.cut(journal, to: earlier?.journalEnd ?? 0)
      if earlier == nil { try SystemCalls.write(start, to: journal) }
    } catch {
      if earlier == nil { discard() } else { close() }
      if let failure = error as? SystemCalls.Failure { throw Self.journalError(failure) }
      throw error
    }
  }

  /// Adds the rows of one input, and its record.
  mutating func append(_ rows: [[UInt8]], record: JournalRecord) throws {
    var record = record
    var checksum = Checksum()
    for (index, bytes) in rows.enumerated() where files.indices.contains(index) {
      record.places.append(.init(start: files[index].length, length: UInt64(bytes.count)))
      checksum.combine(bytes)
      try files[index].append(bytes)
    }
    record.checksum = checksum.value
    try append(record)
    let waiting = files.reduce(records.count) { $0 + $1.waiting }
    if waiting >= Self.mostWaiting || ContinuousClock.now - lastCheckpoint >= longestWait { try checkpoint() }
  }

  mutating func append(_ record: JournalRecord) throws {
    let bytes = record.encoded
    journalEnd += UInt64(bytes.count)
    records += bytes
  }

  /// After this, all that was appended survives the process.
  mutating func checkpoint() throws {
    for index in files.indices { try files[index].flush() }
    do { try SystemCalls.write(records, to: journal) } catch { throw Self.journalError(error) }
    records.removeAll(keepingCapacity: true)
    lastCheckpoint = .now
  }

  /// The record at a place of the journal.
  func record(at place: UInt64) throws -> JournalRecord? {
    var buffer: [UInt8] = []
    do {
      var size = 512
      while true {
        let got = try SystemCalls.read(journal, at: place, count: size, into: &buffer)
        var reader = BinaryReader(buffer.prefix(min(got, 4)))
        guard let body = reader.number(UInt32.self).map(Int.init), body <= Journal.largestFrame else { return nil }
        if body + 4 <= got { return JournalRecord(decoding: buffer[4..<(body + 4)]) }
        guard body + 4 > size else { return nil }
        size = body + 4
      }
    } catch { throw Self.journalError(error) }
  }

  mutating func finish(synchronised: Bool) throws {
    try checkpoint()
    for index in files.indices { try files[index].finish(synchronised: synchronised) }
  }

  func publish(_ index: Int) throws { try files[index].publish() }

  /// Takes the files away.
  mutating func discard() {
    for index in files.indices { files[index].discard() }
  }

  /// Leaves the files for a run that goes on with them.
  mutating func close() {
    for index in files.indices { files[index].close() }
  }

  private static func journalError(_ failure: SystemCalls.Failure) -> BatchError {
    BatchError("cannot write \(Journal.fileName): \(failure.message)")
  }
}
