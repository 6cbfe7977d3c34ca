/// Writes the rows of a run anew in the order of its inputs: where inputs changed between a run that was killed and the
/// one that goes on with it, its files hold rows that count no more, or stand elsewhere.
struct Reordering {
  private(set) var files: [OutputFile] = []
  private var index: OutputFile?
  private let source: RowFiles
  private let openings: [[UInt8]]

  static let suffix = ".ordered"

  /// - Parameters:
  ///   - paths: final paths of the files.
  ///   - index: where to keep the places of the rows.
  init(_ source: RowFiles, paths: [String], openings: [[UInt8]], index: String?) throws {
    self.source = source
    self.openings = openings
    do {
      for path in paths { files.append(try OutputFile(path: path, suffix: Self.suffix)) }
      self.index = try index.map { try OutputFile(path: $0, suffix: Self.suffix) }
    } catch {
      discard()
      throw error
    }
  }

  /// - Parameter order: places of records in the journal.
  mutating func write(_ order: [UInt64], inputs: InputDigest, header: Journal.Header, synchronised: Bool) throws {
    var rows: [RowCopier] = []
    defer { for copier in rows { copier.close() } }
    for file in source.files { rows.append(try RowCopier(path: file.partialPath)) }
    for index in files.indices { try files[index].append(openings[index]) }
    try index?.append(header.encoded)
    for place in order {
      guard var record = try source.record(at: place) else {
        throw BatchError("\(Journal.fileName) has changed during the run")
      }
      for (index, place) in record.places.enumerated() where files.indices.contains(index) {
        record.places[index].start = files[index].length
        try rows[index].copy(place, to: &files[index])
      }
      try index?.append(record.encoded)
    }
    try index?.append(JournalRecord(kind: .end, key: inputs.hash, input: inputs.count).encoded)
    for index in files.indices { try files[index].finish(synchronised: synchronised) }
    try index?.finish(synchronised: synchronised)
  }

  func publishIndex() throws { try index?.publish() }

  mutating func discard() {
    for index in files.indices { files[index].discard() }
    index?.discard()
  }
}

/// Copies rows out of one file.
final class RowCopier {
  let path: String
  private let descriptor: Int32
  private let reader: BufferedReader

  init(path: String, bufferSize: Int = 1 << 16) throws {
    self.path = path
    do {
      descriptor = try SystemCalls.openForReading(path)
    } catch { throw BatchError("cannot read \(path): \(error.message)") }
    reader = BufferedReader(descriptor: descriptor, size: bufferSize)
  }

  var size: UInt64 { UInt64(SystemCalls.size(of: descriptor)) }

  func copy(_ place: JournalRecord.Place, to file: inout OutputFile) throws {
    var writing: (any Error)?
    let isWhole: Bool
    do {
      isWhole = try reader.forEachChunk(at: place.start, count: place.length) { chunk in
        do { if writing == nil { try file.append(chunk) } } catch { writing = error }
      }
    } catch { throw BatchError("cannot read \(path): \(error.message)") }
    if let writing { throw writing }
    guard isWhole else { throw BatchError("\(path) is shorter than it was when it was written") }
  }

  func close() { try? SystemCalls.close(descriptor) }
}
