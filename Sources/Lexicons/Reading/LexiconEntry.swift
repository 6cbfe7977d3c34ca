import Documents

/// One entry of a lexicon as it was written: keys and values with their places.
public struct LexiconEntry: Sendable {
  public enum Value: Hashable, Sendable {
    case scalar(String)
    case list([String])
  }

  public struct Field: Hashable, Sendable {
    public var key: String
    public var value: Value
    /// 1-based, in code points.
    public var line: Int
    public var column: Int
  }

  package let store: EntryStore
  private let number: Int
  /// Indices of its fields in the store.
  let places: Range<Int>

  init(_ store: EntryStore, _ number: Int) {
    self.store = store
    self.number = number
    places = store.fields(of: number)
  }

  public var fields: [Field] { places.map(field(at:)) }
  public var line: Int { Int(store.entries[number].line) }
  public var column: Int { store.column(store.entries[number].column) }

  public func field(_ key: String) -> Field? {
    places.first { store.bytes[store.fields[$0].name.range].elementsEqual(key.utf8) }.map(field(at:))
  }

  /// The value as text; `nil` for a missing key or a list.
  public func string(_ key: String) -> String? {
    guard case .scalar(let text)? = field(key)?.value else { return nil }
    return text
  }

  /// The value as a list; a scalar counts as a list of one, a missing key as an empty one.
  public func list(_ key: String) -> [String] {
    switch field(key)?.value {
    case .list(let items): items
    case .scalar(let item): [item]
    case nil: []
    }
  }

  public func flag(_ key: String) -> Bool { string(key) == "true" }

  private func field(at place: Int) -> Field {
    let field = store.fields[place]
    let values = store.values[store.values(of: place)].map(store.string)
    return Field(
      key: store.string(field.name), value: field.isList ? .list(values) : .scalar(values.first ?? ""),
      line: Int(field.line), column: store.column(field.column))
  }
}

/// What kinds of lexicons read: keys as numbers, values as bytes.
extension LexiconEntry {
  /// The first field of a key.
  func place(_ key: LexiconKey) -> Int? {
    let fields = store.fields
    for place in places where fields[place].number == key.rawValue { return place }
    return nil
  }

  /// Where the value of a field stands; `nil` for a list.
  func scalar(at place: Int) -> Range<Int>? {
    store.fields[place].isList ? nil : store.values[Int(store.fields[place].firstValue)].range
  }

  /// Where the value of a key stands; `nil` for a missing key or a list.
  package func scalar(_ key: LexiconKey) -> Range<Int>? { place(key).flatMap(scalar(at:)) }

  /// The value as text; `nil` for a missing key or a list.
  func string(_ key: LexiconKey) -> String? {
    scalar(key).map { String(decoding: store.bytes[$0], as: UTF8.self) }
  }

  /// The values of a key: one for a scalar, none for a missing key.
  package func values(_ key: LexiconKey) -> ArraySlice<EntryStore.Place> {
    guard let place = place(key) else { return [] }
    return store.values[store.values(of: place)]
  }

  /// The value as bytes; `nil` for a missing key or a list.
  package func text(_ key: LexiconKey) -> ArraySlice<UInt8>? { scalar(key).map { store.bytes[$0] } }

  package func flag(_ key: LexiconKey) -> Bool {
    guard let range = scalar(key), range.count == 4 else { return false }
    return store.bytes[range].elementsEqual("true".utf8)
  }
}

/// The entries of a lexicon in the order of the file.
public struct LexiconEntries: RandomAccessCollection, Sendable {
  private let store: EntryStore

  init(_ store: EntryStore) { self.store = store }

  public var startIndex: Int { 0 }
  public var endIndex: Int { store.entries.count }
  public subscript(index: Int) -> LexiconEntry { LexiconEntry(store, index) }
}

/// What stands above the entries of a lexicon file.
public struct LexiconHeader: Hashable, Sendable {
  public var name: String
  public var version: String
  public var language: String
  public var licence: String
  public var kind: String

  /// How outputs name the lexicon: `stance@1.0`.
  public var reference: String { "\(name)@\(version)" }
}
