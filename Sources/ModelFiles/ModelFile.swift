import Documents

/// The container of learned weights: a header, a directory and named sections, each at a multiple of 64 bytes.
///
///     0   8 bytes  "STNDPNT" and a zero byte
///     8   UInt32   format version      12  UInt32  number of sections
///     16  UInt64   size of the file    24  UInt64  checksum of all that follows byte 64
///     32  UInt64   stamp of the features that the weights belong to (``FeatureStamp``), 0 for none; zeros follow
///     64  entries of 32 bytes: name (16 bytes, zero padded), offset, size (UInt64)
///
/// All numbers are little endian.
package struct ModelFile: Sendable {
  package static let magic: [UInt8] = Array("STNDPNT".utf8) + [0]
  /// Raised whenever the layout of the file changes, or the order of tags and relations.
  package static let formatVersion: UInt32 = 2
  package static let headerSize = 64
  package static let entrySize = 32
  package static let nameSize = 16

  package let file: MappedFile
  let path: String
  /// The stamp of the features that the weights belong to, 0 for none.
  package let features: UInt64
  private var sections: [String: Range<Int>] = [:]

  /// Maps and checks a file. Throws a ``Diagnostic`` that says what is wrong and what to do.
  package init(path: String) throws {
    guard let file = MappedFile(path: path) else {
      throw Diagnostic(file: path, "cannot open the model; check the path or rebuild it with standpoint-train")
    }
    try self.init(file: file, path: path)
  }

  /// Checks a model that is in memory already.
  package init(bytes: [UInt8], path: String = "model") throws {
    try self.init(file: MappedFile(copying: bytes), path: path)
  }

  private init(file: MappedFile, path: String) throws {
    self.file = file
    self.path = path
    let bytes = file.bytes
    features =
      bytes.count < Self.headerSize
      ? 0 : UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self))
    guard bytes.count >= Self.headerSize, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else {
      throw Diagnostic(file: path, "not a model of standpoint, or cut off in its header")
    }
    let version = load(UInt32.self, at: 8)
    guard version == Self.formatVersion else {
      throw Diagnostic(
        file: path,
        "model format \(version), but this program reads format \(Self.formatVersion): use the model "
          + "of the same release or rebuild it with standpoint-train")
    }
    let size = load(UInt64.self, at: 16)
    guard size == UInt64(bytes.count) else {
      throw Diagnostic(file: path, "model is truncated: \(bytes.count) bytes of \(size); copy it again")
    }
    guard load(UInt64.self, at: 24) == file.checksum(from: Self.headerSize) else {
      throw Diagnostic(file: path, "model is damaged: its checksum does not fit; copy it again")
    }
    let count = Int(load(UInt32.self, at: 12))
    guard count <= 1024, Self.headerSize + count * Self.entrySize <= bytes.count else { throw malformed("directory") }
    for index in 0..<count {
      let entry = Self.headerSize + index * Self.entrySize
      let name = String(decoding: bytes[entry..<(entry + Self.nameSize)].prefix { $0 != 0 }, as: UTF8.self)
      let offset = load(UInt64.self, at: entry + 16)
      let length = load(UInt64.self, at: entry + 24)
      guard offset <= size, length <= size - offset, offset % 64 == 0 else { throw malformed(name) }
      sections[name] = Int(offset)..<Int(offset + length)
    }
  }

  private func load<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type, at offset: Int) -> T {
    T(littleEndian: file.bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The error for a model that was learned over other features, or is of another kind.
  package func otherFeatures(_ expected: UInt64) -> Diagnostic {
    Diagnostic(
      file: path,
      "model has features \(String(features, radix: 16)), but this program has features "
        + "\(String(expected, radix: 16)): use the model of the same release or rebuild it with standpoint-train")
  }

  package func malformed(_ section: String) -> Diagnostic {
    Diagnostic(file: path, "model is malformed in its section '\(section)'; rebuild it with standpoint-train")
  }

  package func has(_ name: String) -> Bool { sections[name] != nil }

  /// Where a section stands in the file, `nil` if there is none of that name.
  package func range(_ name: String) -> Range<Int>? { sections[name] }

  /// The bytes of a section, which must be there.
  package func section(_ name: String) throws -> UnsafeRawBufferPointer {
    guard let range = sections[name] else { throw malformed(name) }
    return UnsafeRawBufferPointer(rebasing: file.bytes[range])
  }

  /// A section as text.
  package func text(_ name: String) throws -> String { String(decoding: try section(name), as: UTF8.self) }
}

/// Puts sections together into the bytes of a ``ModelFile``.
package struct ModelWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []
  private let features: UInt64

  /// `features` is the stamp of the features that the weights belong to.
  package init(features: UInt64 = 0) { self.features = features }

  package mutating func add(_ name: String, _ bytes: [UInt8]) { sections.append((name, bytes)) }

  package func finish() -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    let start = (ModelFile.headerSize + sections.count * ModelFile.entrySize + 63) / 64 * 64
    for (name, bytes) in sections {
      let label = Array(name.utf8.prefix(ModelFile.nameSize))
      directory += label + [UInt8](repeating: 0, count: ModelFile.nameSize - label.count)
      directory.append(littleEndian: UInt64(start + body.count))
      directory.append(littleEndian: UInt64(bytes.count))
      body += bytes
      body += [UInt8](repeating: 0, count: (64 - body.count % 64) % 64)
    }
    directory += [UInt8](repeating: 0, count: start - ModelFile.headerSize - directory.count)
    let content = directory + body
    let padding = [UInt8](repeating: 0, count: ModelFile.headerSize)
    var header = ModelFile.magic
    header.append(littleEndian: ModelFile.formatVersion)
    header.append(littleEndian: UInt32(sections.count))
    header.append(littleEndian: UInt64(ModelFile.headerSize + content.count))
    header.append(littleEndian: MappedFile(copying: padding + content).checksum(from: ModelFile.headerSize))
    header.append(littleEndian: features)
    header += [UInt8](repeating: 0, count: ModelFile.headerSize - header.count)
    return header + content
  }
}

extension [UInt8] {
  /// Appends a number, least significant byte first.
  package mutating func append<T: FixedWidthInteger>(littleEndian value: T) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
