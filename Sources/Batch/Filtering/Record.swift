import Documents
import Outputs

/// One JSON object that holds a document: `{"id", "text" | "html", …}`, with any metadata of DESIGN's object.
struct Record {
  /// As it stands in the record; `nil` where there is none.
  private(set) var id: [UInt8]?
  /// Keys that the output does not define, with their values as they stand there.
  private(set) var extra: [(key: String, json: [UInt8])] = []

  private let line: [UInt8]
  private var values: [String: Range<Int>] = [:]

  /// - Throws: `bad-json`.
  init(_ line: [UInt8]) throws(DocumentError) {
    self.line = line
    for (key, range) in try JSONScanner.members(of: line) {
      // Of two members of one name the last counts, as for most readers.
      if values.updateValue(range, forKey: key) != nil { extra.removeAll { $0.key == key } }
      if !Self.defined.contains(key) { extra.append((key, Self.repaired(line[range]))) }
    }
    if let range = values["id"], !isNull(range) { id = Self.repaired(line[range]) }
  }

  /// What is answered in place of the record's own value, and the bodies, which `text` stands for.
  private static let defined = Set(DocumentJSON.keys + bodies.map(\.key))

  private static let bodies: [(key: String, format: SourceDocument.Format)] = [
    ("text", .text), ("html", .html), ("xml", .xml), ("markdown", .markdown),
  ]

  /// Whether one of its keys holds a document's body.
  var hasBody: Bool { Self.bodies.contains { value($0.key) != nil } }

  /// The document. Without an id of its own, its id is a hash of the record.
  ///
  /// - Throws: `bad-record` if a value is of the wrong type or the record holds no body.
  func document() throws(DocumentError) -> SourceDocument {
    let id = try documentID()
    for (key, format) in Self.bodies {
      guard let range = value(key) else { continue }
      guard let bytes = JSONScanner.utf8(line, range) else { throw wrongType(key, "a string") }
      return SourceDocument(
        id: id, path: try string("path") ?? id, bytes: bytes, format: format, known: try metadata())
    }
    throw DocumentError(code: "bad-record", "the record needs `text` or `html`")
  }

  private func documentID() throws(DocumentError) -> String {
    guard let range = value("id") else {
      var hash = StableHash()
      hash.combine(bytes: line)
      return hash.hex
    }
    if let id = JSONScanner.string(line, range) { return id }
    switch line[range.lowerBound] {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return String(decoding: line[range], as: UTF8.self)
    default: throw wrongType("id", "a string or a number")
    }
  }

  private func metadata() throws(DocumentError) -> Metadata {
    var metadata = Metadata()
    metadata.title = try string("title")
    metadata.authors = try authors()
    metadata.date = try string("date")
    metadata.modified = try string("modified")
    metadata.site = try string("site")
    metadata.section = try string("section")
    metadata.url = try string("url")
    metadata.language = try string("language")
    metadata.genre = try string("genre").flatMap(Metadata.Genre.init(rawValue:))
    return metadata
  }

  /// A list of names, or one.
  private func authors() throws(DocumentError) -> [String] {
    guard let range = value("authors") else { return [] }
    if let author = JSONScanner.string(line, range) { return [author] }
    guard let elements = JSONScanner.elements(line, range) else { throw wrongType("authors", "a list of strings") }
    var authors: [String] = []
    for element in elements {
      guard let author = JSONScanner.string(line, element) else { throw wrongType("authors", "a list of strings") }
      authors.append(author)
    }
    return authors
  }

  private func string(_ key: String) throws(DocumentError) -> String? {
    guard let range = value(key) else { return nil }
    guard let string = JSONScanner.string(line, range) else { throw wrongType(key, "a string") }
    return string
  }

  /// `nil` for `null` too.
  private func value(_ key: String) -> Range<Int>? {
    guard let range = values[key], !isNull(range) else { return nil }
    return range
  }

  private func isNull(_ range: Range<Int>) -> Bool { line[range.lowerBound] == UInt8(ascii: "n") }

  private func wrongType(_ key: String, _ expected: String) -> DocumentError {
    DocumentError(code: "bad-record", "`\(key)` must be \(expected)")
  }

  /// Valid UTF-8, whatever stood there.
  private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
}
