import Documents

/// How many of each: of one input, or of a whole run.
struct Tally: Hashable, Sendable {
  var inputs = 0
  var documents = 0
  var failed = 0
  var statements = 0
  var stances = 0
  var warnings = 0

  static func + (a: Tally, b: Tally) -> Tally {
    Tally(
      inputs: a.inputs + b.inputs, documents: a.documents + b.documents, failed: a.failed + b.failed,
      statements: a.statements + b.statements, stances: a.stances + b.stances, warnings: a.warnings + b.warnings)
  }

  fileprivate var numbers: [Int] { [inputs, documents, failed, statements, stances, warnings] }

  fileprivate init?(reading reader: inout BinaryReader) {
    var numbers: [Int] = []
    for _ in 0..<6 {
      guard let number = reader.number(UInt32.self) else { return nil }
      numbers.append(Int(number))
    }
    self.init(
      inputs: numbers[0], documents: numbers[1], failed: numbers[2], statements: numbers[3], stances: numbers[4],
      warnings: numbers[5])
  }

  init(inputs: Int = 0, documents: Int = 0, failed: Int = 0, statements: Int = 0, stances: Int = 0, warnings: Int = 0) {
    self.inputs = inputs
    self.documents = documents
    self.failed = failed
    self.statements = statements
    self.stances = stances
    self.warnings = warnings
  }
}

/// What a journal says of one finished input: where its rows stand in each file of the run.
struct JournalRecord: Hashable, Sendable {
  /// Of the rows in one file, in bytes.
  struct Place: Hashable, Sendable {
    var start: UInt64
    var length: UInt64
  }

  /// The rows of one document of a container that several shards divide between them.
  struct Piece: Hashable, Sendable {
    /// The document's place in its container.
    var item: UInt32
    /// Bytes in each file.
    var lengths: [UInt64]
  }

  enum Kind: UInt8, Sendable {
    case input
    /// The end of a finished run: `key` is a hash of the list of inputs, `input` their number.
    case end
  }

  var kind = Kind.input
  /// Of the input's id and contents.
  var key: UInt64
  /// The input's place in the list of all, before any sharding; 0 for those that could not be found.
  var input: UInt32
  /// The place among what comes out of an archive.
  var part: UInt32 = 0
  var tally = Tally()
  /// In each file, in the order of the journal's header.
  var places: [Place] = []
  /// Of the rows, those of each file a piece.
  var checksum: UInt64 = 0
  /// Empty for an input that stays whole.
  var pieces: [Piece] = []
}

extension JournalRecord {
  /// With its size in front and a checksum behind.
  var encoded: [UInt8] {
    var body = BinaryWriter()
    body.add(kind.rawValue)
    body.add(key)
    body.add(input)
    body.add(part)
    for number in tally.numbers { body.add(UInt32(clamping: number)) }
    body.add(UInt32(places.count))
    for place in places {
      body.add(place.start)
      body.add(place.length)
    }
    body.add(checksum)
    body.add(UInt32(pieces.count))
    for piece in pieces {
      body.add(piece.item)
      for length in piece.lengths { body.add(length) }
    }
    return Journal.framed(body.bytes)
  }

  /// - Parameter body: what stands between size and checksum.
  init?(decoding body: some Sequence<UInt8>) {
    var reader = BinaryReader(body)
    guard let kind = reader.number(UInt8.self).flatMap(Kind.init), let key = reader.number(UInt64.self),
      let input = reader.number(UInt32.self), let part = reader.number(UInt32.self),
      let tally = Tally(reading: &reader),
      let placeCount = reader.number(UInt32.self)
    else { return nil }
    self.init(kind: kind, key: key, input: input, part: part, tally: tally)
    for _ in 0..<placeCount {
      guard let start = reader.number(UInt64.self), let length = reader.number(UInt64.self) else { return nil }
      places.append(Place(start: start, length: length))
    }
    guard let checksum = reader.number(UInt64.self), let pieceCount = reader.number(UInt32.self) else { return nil }
    self.checksum = checksum
    for _ in 0..<pieceCount {
      guard let item = reader.number(UInt32.self) else { return nil }
      var lengths: [UInt64] = []
      for _ in places {
        guard let length = reader.number(UInt64.self) else { return nil }
        lengths.append(length)
      }
      pieces.append(Piece(item: item, lengths: lengths))
    }
  }
}
