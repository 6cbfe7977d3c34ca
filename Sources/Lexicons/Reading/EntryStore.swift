import Documents

/// The entries of a lexicon as places in its bytes: no string and no array an entry, since reading lexicons is most of
/// what a program does when it starts.
package final class EntryStore: Sendable {
  /// A run of bytes.
  package struct Place: Sendable {
    var start: UInt32
    var count: UInt32

    package var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
  }

  struct Entry: Sendable {
    /// Its fields go to the next entry's first one.
    var firstField: UInt32
    /// 1-based.
    var line: Int32
    /// 1-based, in code points; negative: it stands at minus this many bytes less one, and its column is counted when
    /// somebody asks.
    var column: Int32
  }

  struct Field: Sendable {
    /// Of a ``LexiconKey``; 255 for a key that no kind of lexicon knows.
    var number: UInt8
    var key: LexiconKey? { LexiconKey(rawValue: number) }
    var isList: Bool
    var name: Place
    /// Its values go to the next field's first one; a scalar has one.
    var firstValue: UInt32
    var line: Int32
    /// As of ``Entry``.
    var column: Int32
  }

  package let bytes: [UInt8]
  let entries: [Entry]
  let fields: [Field]
  let values: [Place]

  init(bytes: [UInt8], entries: [Entry], fields: [Field], values: [Place]) {
    self.bytes = bytes
    self.entries = entries
    self.fields = fields
    self.values = values
  }

  /// Indices of an entry's fields.
  func fields(of entry: Int) -> Range<Int> {
    let end = entry + 1 < entries.count ? Int(entries[entry + 1].firstField) : fields.count
    return Int(entries[entry].firstField)..<end
  }

  /// Indices of a field's values.
  func values(of field: Int) -> Range<Int> {
    let end = field + 1 < fields.count ? Int(fields[field + 1].firstValue) : values.count
    return Int(fields[field].firstValue)..<end
  }

  func string(_ place: Place) -> String { String(decoding: bytes[place.range], as: UTF8.self) }

  /// A column as people count them.
  func column(_ column: Int32) -> Int {
    guard column < 0 else { return Int(column) }
    let place = min(-Int(column) - 1, bytes.count)
    var count = 1
    for byte in bytes[..<place].reversed() {
      if byte == 0x0A || byte == 0x0D { break }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }
}

/// Collects the entries of an ``EntryStore``.
struct EntryBuilder {
  /// Bytes that are not in the file as they are, such as those of an escaped string; they come behind the file's.
  private(set) var own: [UInt8] = []
  private let fileSize: Int
  private var entries: [EntryStore.Entry] = []
  private var fields: [EntryStore.Field] = []
  private var values: [EntryStore.Place] = []

  /// - Parameter fileSize: bytes of the file that places can point into.
  init(fileSize: Int = 0) {
    self.fileSize = fileSize
    entries.reserveCapacity(fileSize / 60)
    fields.reserveCapacity(fileSize / 18)
    values.reserveCapacity(fileSize / 14)
  }

  mutating func beginEntry(line: Int, column: Int32) {
    entries.append(
      EntryStore.Entry(
        firstField: UInt32(truncatingIfNeeded: fields.count), line: Int32(truncatingIfNeeded: line), column: column))
  }

  mutating func beginField(_ name: EntryStore.Place, _ key: LexiconKey?, line: Int, column: Int32) {
    fields.append(
      EntryStore.Field(
        number: key?.rawValue ?? .max, isList: false, name: name, firstValue: UInt32(truncatingIfNeeded: values.count),
        line: Int32(truncatingIfNeeded: line), column: column))
  }

  mutating func markList() { fields[fields.count - 1].isList = true }

  mutating func add(_ value: EntryStore.Place) { values.append(value) }

  /// A place for bytes that are not in the file.
  mutating func place(of bytes: some Collection<UInt8>) -> EntryStore.Place {
    let start = fileSize + own.count
    own += bytes
    return EntryStore.Place(
      start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: bytes.count))
  }

  /// How far everything goes, to come back to with ``restore(_:)``.
  var mark: (own: Int, entries: Int, fields: Int, values: Int) {
    (own.count, entries.count, fields.count, values.count)
  }

  mutating func restore(_ mark: (own: Int, entries: Int, fields: Int, values: Int)) {
    own.removeLast(own.count - mark.own)
    entries.removeLast(entries.count - mark.entries)
    fields.removeLast(fields.count - mark.fields)
    values.removeLast(values.count - mark.values)
  }

  /// Adds an entry that was not read from the file's bytes.
  mutating func add(_ new: [LexiconEntry.Field], line: Int, column: Int) {
    beginEntry(line: line, column: Int32(truncatingIfNeeded: column))
    for field in new {
      let name = Array(field.key.utf8)
      beginField(
        place(of: name), LexiconKey(name.span, 0..<name.count), line: field.line,
        column: Int32(truncatingIfNeeded: field.column))
      switch field.value {
      case .scalar(let text): add(place(of: text.utf8))
      case .list(let items):
        markList()
        for item in items { add(place(of: item.utf8)) }
      }
    }
  }

  /// - Parameter file: the bytes of the file, of the size that was given.
  func store(over file: [UInt8] = []) -> EntryStore {
    EntryStore(bytes: own.isEmpty ? file : file + own, entries: entries, fields: fields, values: values)
  }
}
