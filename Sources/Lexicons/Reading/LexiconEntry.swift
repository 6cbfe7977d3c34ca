import Documents

/// One entry of a lexicon as it was written: keys and values with their places.
public struct LexiconEntry: Hashable, Sendable {
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

  public var fields: [Field]
  public var line: Int
  public var column: Int

  public func field(_ key: String) -> Field? {
    let count = key.utf8.count
    // Most keys differ in length, which is quicker to see than whether strings are equal.
    return fields.first { $0.key.utf8.count == count && $0.key == key }
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

/// A lexicon file as read, before any kind of lexicon has made sense of its entries.
public struct LexiconFile: Sendable {
  public var path: String
  public var header: LexiconHeader
  public var entries: [LexiconEntry]

  public init(path: String, header: LexiconHeader, entries: [LexiconEntry]) {
    self.path = path
    self.header = header
    self.entries = entries
  }
}
