/// The journal of a run: after a header, one record for each finished input, written after the rows it speaks of.
///
/// Every part is framed: its size (UInt32), its bytes, and their ``Checksum`` (UInt64). What a crash has torn off is found
/// so, and cut. The file is also the lock of the output folder.
enum Journal {
  static let fileName = "standpoint.journal"
  /// What is left of the journal of a shard, for `merge`.
  static let shardFileName = "shard.index"

  private static let magic = "standpoint journal 2"
  static let largestFrame = 1 << 28

  static func framed(_ body: [UInt8]) -> [UInt8] {
    var frame = BinaryWriter()
    frame.add(UInt32(body.count))
    frame.add(raw: body)
    frame.add(Checksum.of(body))
    return frame.bytes
  }

  /// What all records of a journal share.
  struct Header: Hashable, Sendable {
    /// Of the pipeline, the version and all options that change what is written.
    var pipeline: UInt64
    var shard: Shard
    /// The files of the run, by name, and how many bytes stand in each before the first row.
    var files: [String]
    var openings: [UInt64]

    init(pipeline: UInt64, shard: Shard, files: [String], openings: [UInt64]) {
      self.pipeline = pipeline
      self.shard = shard
      self.files = files
      self.openings = openings
    }

    var encoded: [UInt8] {
      var body = BinaryWriter()
      body.add(Journal.magic)
      body.add(pipeline)
      body.add(UInt32(shard.number))
      body.add(UInt32(shard.count))
      body.add(UInt32(files.count))
      for (file, opening) in zip(files, openings) {
        body.add(file)
        body.add(opening)
      }
      return Journal.framed(body.bytes)
    }

    init?(decoding body: some Sequence<UInt8>) {
      var reader = BinaryReader(body)
      guard reader.string() == Journal.magic, let pipeline = reader.number(UInt64.self),
        let number = reader.number(UInt32.self), let count = reader.number(UInt32.self),
        let shard = Shard(number: Int(number), of: Int(count)), let fileCount = reader.number(UInt32.self)
      else { return nil }
      self.init(pipeline: pipeline, shard: shard, files: [], openings: [])
      for _ in 0..<fileCount {
        guard let file = reader.string(), let opening = reader.number(UInt64.self) else { return nil }
        files.append(file)
        openings.append(opening)
      }
    }
  }
}

/// Reads a journal from its start, frame by frame, as far as it is whole.
struct JournalReader {
  private let file: BufferedReader
  /// Where the next record begins.
  private(set) var position: UInt64 = 0

  init(descriptor: Int32) { file = BufferedReader(descriptor: descriptor) }

  mutating func header() throws(SystemCalls.Failure) -> Journal.Header? {
    try frame().flatMap { Journal.Header(decoding: $0) }
  }

  /// `nil` at the end, and where the journal is torn.
  mutating func next() throws(SystemCalls.Failure) -> JournalRecord? {
    let start = position
    guard let body = try frame() else { return nil }
    guard let record = JournalRecord(decoding: body) else {
      position = start
      return nil
    }
    return record
  }

  private mutating func frame() throws(SystemCalls.Failure) -> [UInt8]? {
    guard let size = try number(UInt32.self, at: position), size <= Journal.largestFrame,
      let body = try file.bytes(at: position + 4, count: Int(size)),
      let checksum = try number(UInt64.self, at: position + 4 + UInt64(size)), checksum == Checksum.of(body)
    else { return nil }
    position += UInt64(size) + 12
    return body
  }

  private func number<Number: FixedWidthInteger>(
    _: Number.Type, at position: UInt64
  ) throws(SystemCalls.Failure) -> Number? {
    guard let bytes = try file.bytes(at: position, count: Number.bitWidth / 8) else { return nil }
    var reader = BinaryReader(bytes)
    return reader.number(Number.self)
  }
}
