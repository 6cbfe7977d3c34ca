import Foundation

/// The outputs of one shard, and the index of their rows.
final class ShardOutput {
  let folder: String
  let header: Journal.Header
  /// Where the rows of a document, or of an input, stand in each file, and its place among those of all shards.
  private(set) var next: Rows?
  /// Known once the last rows were read.
  private(set) var inputs: InputDigest?

  struct Rows {
    var input: UInt32
    var part: UInt32
    var item: UInt32
    var places: [JournalRecord.Place]

    func stands(before other: Rows) -> Bool { (input, part, item) < (other.input, other.part, other.item) }
  }

  private let index: Int32
  private var reader: JournalReader
  private var rows: [RowCopier] = []
  /// The rest of a container's documents.
  private var waiting: [Rows] = []
  private var ends: [UInt64]

  /// - Throws: ``BatchError`` where the folder holds no finished shard.
  init(folder path: String) throws {
    folder = path.hasSuffix("/") ? path : path + "/"
    let indexPath = folder + Journal.shardFileName
    do {
      index = try SystemCalls.openForReading(indexPath)
    } catch {
      throw BatchError(
        error.isMissing
          ? "\(path) holds no finished shard: there is no \(Journal.shardFileName) in it; was it written with --shard, "
            + "and to its end?"
          : "cannot read \(indexPath): \(error.message)")
    }
    reader = JournalReader(descriptor: index)
    guard let header = try? reader.header() else {
      try? SystemCalls.close(index)
      throw BatchError("\(indexPath) is damaged, or of another version of standpoint")
    }
    self.header = header
    ends = header.openings
  }

  deinit { try? SystemCalls.close(index) }

  /// Opens the files, and finds the first rows.
  ///
  /// - Parameter count: how many of the header's files are wanted.
  func open(count: Int) throws {
    let bufferSize = header.shard.count > 64 ? 1 << 14 : 1 << 16
    for file in header.files.prefix(count) { rows.append(try RowCopier(path: folder + file, bufferSize: bufferSize)) }
    try advance()
  }

  func close() {
    for copier in rows { copier.close() }
    rows = []
  }

  /// Copies what stands before the first row: the header of a table.
  func copyOpening(_ file: Int, to output: inout OutputFile) throws {
    try rows[file].copy(.init(start: 0, length: header.openings[file]), to: &output)
  }

  /// Copies the next rows, and goes on to those behind them.
  func copyNext(to outputs: inout [OutputFile]) throws {
    guard let next else { return }
    for (file, copier) in rows.enumerated() where next.places.indices.contains(file) {
      try copier.copy(next.places[file], to: &outputs[file])
    }
    try advance()
  }

  private func advance() throws {
    if waiting.isEmpty { try readRecord() }
    next = waiting.popLast()
  }

  private func readRecord() throws {
    while waiting.isEmpty, inputs == nil {
      guard let record = try? reader.next() else {
        throw BatchError("\(folder)\(Journal.shardFileName) is damaged: run this shard again")
      }
      switch record.kind {
      case .end:
        inputs = InputDigest(hash: record.key, count: record.input)
        try checkSizes()
      case .input:
        ends = record.places.map { $0.start + $0.length }
        waiting = parts(of: record)
      }
    }
  }

  /// Last to first.
  private func parts(of record: JournalRecord) -> [Rows] {
    guard !record.pieces.isEmpty else {
      let isEmpty = record.places.allSatisfy { $0.length == 0 }
      return isEmpty ? [] : [Rows(input: record.input, part: record.part, item: 0, places: record.places)]
    }
    var starts = record.places.map(\.start)
    var parts: [Rows] = []
    for piece in record.pieces {
      let places = zip(starts, piece.lengths).map { JournalRecord.Place(start: $0, length: $1) }
      parts.append(Rows(input: record.input, part: record.part, item: piece.item, places: places))
      starts = places.map { $0.start + $0.length }
    }
    return parts.reversed()
  }

  /// A file that was changed since is not joined with others.
  private func checkSizes() throws {
    for (copier, end) in zip(rows, ends) where copier.size != end {
      throw BatchError("\(copier.path) is not as this shard wrote it: run the shard again")
    }
  }
}
