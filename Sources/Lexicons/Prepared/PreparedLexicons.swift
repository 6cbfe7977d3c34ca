import Documents
import ModelFiles
import Synchronization

/// Lexicon files as they are after reading, so that a program that starts need not read them again: a ``ModelFile``
/// with a section or two a lexicon, the words of all of them and an index of what they were made from. Most of it is
/// looked up where it stands.
///
/// A lexicon is taken from here only if its file has, byte for byte (by length and a 64-bit sum), what was prepared.
package final class PreparedLexicons: Sendable {
  /// Raised whenever the layout changes, or what reading makes of the same bytes (the tokeniser, English forms): what
  /// another program prepared is not used then. A test compares the shipped file with one made anew.
  static let format: UInt64 = 2
  package static let fileName = "lexicons.prepared"

  private let file: ModelFile
  private let items: [Item]
  private let words: WordTable

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
    // Columns are read as they stand.
    guard file.features == PreparedLexicons.format, 1.littleEndian == 1,
      var index = Unpacker(file, "index"), var words = Unpacker(file, "words")
    else { return nil }
    items = index.items()
    guard index.isDone, let words = WordTable(from: &words) else { return nil }
    self.words = words
    self.file = file
  }

  /// What was prepared of a file with these bytes.
  package func lexicon(of bytes: UnsafeRawBufferPointer) -> PreparedLexicon? {
    guard items.contains(where: { $0.size == bytes.count }) else { return nil }
    let sum = MappedFile.checksum(of: bytes)
    guard let number = items.firstIndex(where: { $0.size == bytes.count && $0.sum == sum }) else { return nil }
    let item = items[number]
    return PreparedLexicon(header: item.header, digest: item.digest, words: words, number: number, file: file)
  }
}

extension PreparedLexicons.Item {
  init(header: LexiconHeader, bytes: [UInt8]) {
    var hash = StableHash()
    hash.combine(bytes: bytes)
    let sum = bytes.withUnsafeBytes { MappedFile.checksum(of: $0) }
    self.init(size: bytes.count, sum: sum, header: header, digest: hash.hex)
  }

  func pack(into packer: inout Packer) {
    packer.add(size)
    packer.add(bytes: Swift.withUnsafeBytes(of: sum.littleEndian) { Array($0) })
    for text in [header.name, header.version, header.language, header.licence, header.kind, digest] { packer.add(text) }
  }

  init(from unpacker: inout Unpacker) {
    size = unpacker.number()
    sum = unpacker.run().reversed().reduce(0) { $0 << 8 | UInt64($1) }
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
  /// The words of all that was prepared together.
  package let words: WordTable
  private let number: Int
  private let file: ModelFile
  /// What was made of it last.
  private let value = Mutex<(any Sendable)?>(nil)

  fileprivate init(header: LexiconHeader, digest: String, words: WordTable, number: Int, file: ModelFile) {
    (self.header, self.digest, self.words, self.number, self.file) = (header, digest, words, number, file)
  }

  /// What somebody makes of it, made once for all who make the same.
  func made<Value: Sendable>(_ make: () -> Value?) -> Value? {
    value.withLock { value in
      if let value = value as? Value { return value }
      let new = make()
      value = new
      return new
    }
  }

  /// What a part of the lexicon was packed as; `nil` if there is none of that label.
  package func part(_ label: String) -> Unpacker? { Unpacker(file, "\(number).\(label)") }
}

extension Unpacker {
  /// Reads a section of a file; `nil` if there is none of that name.
  fileprivate init?(_ file: ModelFile, _ section: String) {
    guard let range = file.range(section) else { return nil }
    self.init(file.file, range)
  }
}
