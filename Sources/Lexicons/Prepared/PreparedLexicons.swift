import Documents
import ModelFiles

/// Lexicon files as they are after reading, so that a program that starts need not read them again: a ``ModelFile``
/// with three sections a lexicon and an index of what they were made from.
///
/// A lexicon is taken from here only if its file has, byte for byte (by length and a 64-bit sum), what was prepared.
package final class PreparedLexicons: Sendable {
  /// Raised whenever the layout changes, or what reading makes of the same bytes (the tokeniser, English forms): what
  /// another program prepared is not used then. A test compares the shipped file with one made anew.
  static let format: UInt64 = 1
  package static let fileName = "lexicons.prepared"

  private let file: ModelFile
  private let items: [Item]

  /// What one lexicon was made from.
  struct Item: Sendable, Packable {
    var size: Int
    var sum: UInt64
    var header: LexiconHeader
    /// Of the file's bytes, as `run.json` names it.
    var digest: String
  }

  /// Maps a file; `nil` for one that is missing, damaged or of another format.
  package convenience init?(path: String) {
    guard let file = try? ModelFile(path: path) else { return nil }
    self.init(file)
  }

  /// The same of a file in memory.
  package convenience init?(bytes: [UInt8]) {
    guard let file = try? ModelFile(bytes: bytes) else { return nil }
    self.init(file)
  }

  private init?(_ file: ModelFile) {
    guard file.features == PreparedLexicons.format, let index = try? file.section("index") else { return nil }
    var unpacker = Unpacker(Array(index))
    items = unpacker.items()
    guard unpacker.isDone else { return nil }
    self.file = file
  }

  /// What was prepared of a file with these bytes.
  package func lexicon(of bytes: [UInt8]) -> PreparedLexicon? {
    guard items.contains(where: { $0.size == bytes.count }) else { return nil }
    let sum = Item.sum(of: bytes)
    guard let number = items.firstIndex(where: { $0.size == bytes.count && $0.sum == sum }) else { return nil }
    let item = items[number]
    return PreparedLexicon(header: item.header, digest: item.digest, number: number, file: file)
  }
}

extension PreparedLexicons.Item {
  init(header: LexiconHeader, bytes: [UInt8]) {
    var hash = StableHash()
    hash.combine(bytes: bytes)
    self.init(size: bytes.count, sum: Self.sum(of: bytes), header: header, digest: hash.hex)
  }

  static func sum(of bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { MappedFile.checksum(of: $0) } }

  func pack(into packer: inout Packer) {
    packer.add(size)
    packer.add(bytes: Swift.withUnsafeBytes(of: sum.littleEndian) { Array($0) })
    for text in [header.name, header.version, header.language, header.licence, header.kind, digest] { packer.add(text) }
  }

  init(from unpacker: inout Unpacker) {
    size = unpacker.number()
    let sum = unpacker.run()
    self.sum = WordHash.load(sum.span.bytes, 0, min(8, sum.count))
    header = LexiconHeader(
      name: unpacker.text(), version: unpacker.text(), language: unpacker.text(), licence: unpacker.text(),
      kind: unpacker.text())
    digest = unpacker.text()
  }
}

/// One lexicon of ``PreparedLexicons``.
package final class PreparedLexicon: Sendable {
  package let header: LexiconHeader
  package let digest: String
  private let number: Int
  private let file: ModelFile

  fileprivate init(header: LexiconHeader, digest: String, number: Int, file: ModelFile) {
    (self.header, self.digest, self.number, self.file) = (header, digest, number, file)
  }

  /// What a part of the lexicon was packed as; `nil` if there is none of that label.
  package func part(_ label: String) -> Unpacker? {
    guard let bytes = try? file.section("\(number).\(label)") else { return nil }
    return Unpacker(Array(bytes))
  }
}
