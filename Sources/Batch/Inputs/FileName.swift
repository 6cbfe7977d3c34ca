import Documents

/// What the name of a file says of its format.
struct FileName {
  /// The name, or path, without its known format extensions.
  let stem: String
  let format: SourceDocument.Format?
  /// Whether a folder's walk reads it.
  let isKnown: Bool
  /// Whether it holds a ``Record``.
  let isRecord: Bool

  /// - Parameter path: a name, or a path that ends in one.
  init(_ path: String) {
    let extensions = Self.extensions(of: path)
    isRecord = extensions.format == "json"
    guard let known = Self.formats.first(where: { $0.name == extensions.format }) else {
      stem = path
      format = nil
      isKnown = false
      return
    }
    format = known.format
    isKnown = known.isWalked
    let rest = String(decoding: path.utf8.dropLast(extensions.length), as: UTF8.self)
    stem = known.isStripped && !rest.isEmpty && !rest.hasSuffix("/") ? rest : path
  }

  /// The extensions that a walk knows, those of them that ids do without, and what is certain to be inside.
  private static let formats: [(name: String, format: SourceDocument.Format?, isStripped: Bool, isWalked: Bool)] = [
    ("txt", .text, true, true), ("md", .markdown, true, true), ("html", .html, true, true), ("htm", .html, true, true),
    ("xhtml", .html, false, true), ("xml", .xml, true, true), ("rss", .xml, false, true), ("atom", .xml, false, true),
    // In a folder of articles a JSON file is more often a companion of an article than one itself.
    ("json", nil, true, false), ("jsonl", nil, false, false), ("ndjson", nil, false, false), ("csv", nil, false, false),
    ("tsv", nil, false, false),
  ]

  /// The format's extension in small letters, without `.gz`, and the length of both with their dots in bytes.
  private static func extensions(of path: String) -> (format: String, length: Int) {
    var bytes = Array(path.utf8)[...]
    let whole = bytes.count
    if bytes.count > 3, String(decoding: bytes.suffix(3), as: UTF8.self).lowercased() == ".gz" { bytes.removeLast(3) }
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return ("", 0) }
    let format = String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
    return (format, whole - dot)
  }
}
