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
  /// The kind of archive that it is.
  let archive: ArchiveKind?
  /// How it holds many articles in rows.
  let rows: RowKind?
  /// Whether it says that this is no archive and no file of rows; else the bytes have to.
  let isArticle: Bool

  /// - Parameter path: a name, or a path that ends in one.
  init(_ path: String) {
    let extensions = Self.extensions(of: path)
    isRecord = extensions.format == "json"
    archive = ArchiveKind(extension: extensions.format)
    rows = RowKind(extension: extensions.format)
    guard let known = Self.formats.first(where: { $0.name == extensions.format }) else {
      stem = path
      format = nil
      isKnown = archive != nil
      isArticle = false
      return
    }
    isArticle = rows == nil
    format = known.format
    isKnown = known.isWalked
    let rest = String(decoding: path.utf8.dropLast(extensions.length), as: UTF8.self)
    stem = known.isStripped && !rest.isEmpty && !rest.hasSuffix("/") ? rest : path
  }

  /// What a name's last extension says of its packing.
  static func packing(of path: String) -> Packing? { packings.first { ends(path.utf8, $0.suffix) }?.packing }

  private static let packings: [(suffix: String, packing: Packing)] = [
    (".gz", .gzip), (".zst", .zstandard), (".tgz", .gzip), (".tzst", .zstandard),
  ]

  /// The extensions that a walk knows, those of them that ids do without, and what is certain to be inside.
  private static let formats: [(name: String, format: SourceDocument.Format?, isStripped: Bool, isWalked: Bool)] = [
    ("txt", .text, true, true), ("md", .markdown, true, true), ("html", .html, true, true), ("htm", .html, true, true),
    ("xhtml", .html, false, true), ("xml", .xml, true, true), ("rss", .xml, false, true), ("atom", .xml, false, true),
    // In a folder of articles a JSON file is more often a companion of an article than one itself.
    ("json", nil, true, false), ("jsonl", nil, false, false), ("ndjson", nil, false, false), ("csv", nil, false, false),
    ("tsv", nil, false, false),
  ]

  /// The format's extension in small letters, without `.gz` or `.zst`, and the length of both with their dots in bytes.
  private static func extensions(of path: String) -> (format: String, length: Int) {
    var bytes = Array(path.utf8)[...]
    let whole = bytes.count
    for suffix in [".gz", ".zst"] where bytes.count > suffix.utf8.count && ends(bytes, suffix) {
      bytes.removeLast(suffix.utf8.count)
      break
    }
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return ("", 0) }
    let format = String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
    return (format, whole - dot)
  }

  /// Letters of the path are compared without case; the suffix is ASCII in small letters.
  private static func ends(_ path: some BidirectionalCollection<UInt8>, _ suffix: String) -> Bool {
    path.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) { (byte: UInt8, wanted: UInt8) in
      (0x41...0x5A).contains(byte) ? byte | 0x20 == wanted : byte == wanted
    }
  }
}
