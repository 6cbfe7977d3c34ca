/// The records of a lexicon in the order of its entries. Prepared ones are read where they stand.
struct RecordTable<Record: PreparedRecord>: RandomAccessCollection, Sendable {
  private var own: [Record] = []
  private var prepared: PreparedRecords<Record>?

  var startIndex: Int { 0 }
  var endIndex: Int { prepared?.count ?? own.count }
  subscript(index: Int) -> Record {
    if let prepared { return prepared[index] }
    return own[index]
  }

  /// A record that may come without its term.
  @inline(__always)
  func kind(_ index: Int) -> Record {
    if let prepared { return prepared.kind(index) }
    return own[index]
  }

  /// Something of each record but its term.
  func mapKinds<Value>(_ transform: (Record) -> Value) -> [Value] {
    prepared?.mapKinds(transform) ?? own.map(transform)
  }

  mutating func append(_ record: Record) {
    takeOver()
    own.append(record)
  }

  mutating func append(_ records: PreparedRecords<Record>) {
    if isEmpty {
      prepared = records
    } else {
      takeOver()
      own += records
    }
  }

  /// Makes the prepared records its own, before others join them.
  private mutating func takeOver() {
    guard let records = prepared else { return }
    own = Array(records)
    prepared = nil
  }
}

/// A record of a lexicon that is packed as its term and the rest, which many records share.
protocol PreparedRecord: Packable, Sendable {
  /// What a packed list of them begins with: a file may be read as another kind than it was prepared for.
  static var label: String { get }
  /// Its term, which is left out where the record is packed.
  var written: LexiconText { get set }
}

/// Records as they stand in a file: a column of what they are but for their term, and where their terms stand. A class,
/// since a structure of so many columns would be copied at each look-up.
final class PreparedRecords<Record: PreparedRecord>: RandomAccessCollection, Sendable {
  private let kinds: [Record]
  private let kindOf: Column<Int32>
  /// Where each term starts in the written bytes; one more than there are records.
  private let starts: Column<Int32>
  private let written: [UInt8]

  var startIndex: Int { 0 }
  var endIndex: Int { kindOf.count }

  func mapKinds<Value>(_ transform: (Record) -> Value) -> [Value] {
    let values = kinds.map(transform)
    return kindOf.array.map { values[Int($0)] }
  }

  /// A record without its term.
  @inline(__always)
  func kind(_ index: Int) -> Record { kinds[Int(kindOf[index])] }

  subscript(index: Int) -> Record {
    var record = kind(index)
    record.written = LexiconText(written, starts.range(index))
    return record
  }

  static func pack(_ records: RecordTable<Record>, into packer: inout Packer) {
    packer.add(Record.label)
    var indexOfKind: [[UInt8]: Int32] = [:]
    var kinds: [Record] = []
    var kindOf: [Int32] = []
    var starts: [Int32] = [0]
    var written: [UInt8] = []
    for record in records {
      var packer = Packer()
      record.pack(into: &packer)
      let bytes = packer.finish()
      let index = indexOfKind[bytes] ?? Int32(truncatingIfNeeded: kinds.count)
      if index == kinds.count {
        indexOfKind[bytes] = index
        kinds.append(record)
      }
      kindOf.append(index)
      written += record.written.bytes[record.written.range]
      starts.append(Int32(truncatingIfNeeded: written.count))
    }
    packer.add(kinds)
    packer.add(bytes: written)
    packer.add(mapped: Column(kindOf))
    packer.add(mapped: Column(starts))
  }

  /// `nil` for anything but such records.
  init?(from unpacker: inout Unpacker) {
    guard unpacker.text() == Record.label else { return nil }
    kinds = unpacker.items()
    written = unpacker.run()
    (kindOf, starts) = (unpacker.mapped(), unpacker.mapped())
    guard !unpacker.isBroken, !kinds.isEmpty, starts.count == kindOf.count + 1, kindOf.isWithin(0..<kinds.count),
      starts.isWithin(0..<(written.count + 1))
    else { return nil }
  }
}
