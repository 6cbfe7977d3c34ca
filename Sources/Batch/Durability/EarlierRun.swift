/// What a run that did not end left in its output folder, checked against its checksums.
struct EarlierRun: Sendable {
  /// Where the journal has its record of an input, by the input's key.
  private(set) var places: [UInt64: UInt64] = [:]
  /// Where the next record goes; what stood behind was torn.
  private(set) var journalEnd: UInt64
  let firstRecord: UInt64
  /// How long each file is with the rows of these records.
  private(set) var lengths: [UInt64]

  /// - Parameters:
  ///   - journal: a descriptor of the journal, locked.
  ///   - header: what the journal of this run would begin with.
  ///   - paths: final paths of the files of the run.
  /// - Returns: `nil` if there is no journal, or one of another pipeline, other options or other files.
  static func load(journal: Int32, header: Journal.Header, paths: [String]) throws(SystemCalls.Failure) -> EarlierRun? {
    var reader = JournalReader(descriptor: journal)
    guard try reader.header() == header else { return nil }
    let firstRecord = reader.position
    // A run that was killed while it renamed its files has the end in its journal, and some files in their places.
    while let record = try reader.next() {
      guard record.kind == .end else { continue }
      for path in paths { OutputFile.unpublish(path) }
      break
    }
    var files: [Int32] = []
    defer { for file in files { try? SystemCalls.close(file) } }
    for path in paths {
      do { files.append(try SystemCalls.openForReading(path + ".partial")) } catch {
        guard error.isMissing else { throw error }
        return nil
      }
    }
    var earlier = EarlierRun(journalEnd: firstRecord, firstRecord: firstRecord, lengths: header.openings)
    try earlier.check(JournalReader(descriptor: journal), rows: files.map { BufferedReader(descriptor: $0) })
    return earlier
  }

  private init(journalEnd: UInt64, firstRecord: UInt64, lengths: [UInt64]) {
    self.journalEnd = journalEnd
    self.firstRecord = firstRecord
    self.lengths = lengths
  }

  /// Takes records as long as the rows that they speak of are there, one behind the other and undamaged.
  private mutating func check(_ reader: JournalReader, rows: [BufferedReader]) throws(SystemCalls.Failure) {
    var reader = reader
    _ = try reader.header()
    while true {
      let position = reader.position
      guard let record = try reader.next(), record.kind == .input, record.places.count == rows.count,
        record.places.map(\.start) == lengths
      else { return }
      var checksum = Checksum()
      for (file, place) in zip(rows, record.places) {
        guard let length = Int(exactly: place.length), let rows = try file.bytes(at: place.start, count: length) else {
          return
        }
        checksum.combine(rows)
      }
      guard checksum.value == record.checksum else { return }
      places[record.key] = position
      lengths = record.places.map { $0.start + $0.length }
      journalEnd = reader.position
    }
  }
}
