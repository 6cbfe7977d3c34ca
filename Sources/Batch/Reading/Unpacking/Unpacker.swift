import Documents

/// Unpacks data piece by piece, by a library.
protocol Unpacker: AnyObject {
  /// Takes bytes of the input from an offset, and writes over the output from its start.
  ///
  /// - Returns: how many bytes it took and gave, and whether the member that it was in has ended. Neither taken nor given
  ///   means that it needs more input.
  /// - Throws: `damaged`.
  func step(
    _ input: [UInt8], from start: Int, into output: inout [UInt8]
  ) throws(DocumentError) -> (read: Int, written: Int, isEnd: Bool)

  /// Makes it ready for another member.
  func restart()
}

/// How a file is packed, as its first bytes tell.
enum Packing: Sendable {
  case gzip, zstandard

  init?(_ bytes: some Collection<UInt8>) {
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: Self.frame) || Self.isSkippable(bytes) {
      self = .zstandard
    } else {
      return nil
    }
  }

  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstandard: "Zstandard"
    }
  }

  func unpacker() throws(DocumentError) -> any Unpacker {
    switch self {
    case .gzip: try ZlibUnpacker(.gzip)
    case .zstandard: try ZstandardUnpacker()
    }
  }

  /// Whether a member may begin with these bytes: more certain than the first two, for searching.
  func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch self {
    // Deflate, and no flag that is not defined.
    case .gzip: bytes.starts(with: [0x1F, 0x8B, 8]) && bytes.count > 3 && bytes[bytes.startIndex + 3] & 0xE0 == 0
    case .zstandard: bytes.starts(with: Self.frame) || Self.isSkippable(bytes)
    }
  }

  private static let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// Frames that hold no data.
  private static func isSkippable(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, first & 0xF0 == 0x50 else { return false }
    return bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }
}

extension Packing {
  /// The contents of a packed file, of all its members one after another.
  ///
  /// - Parameter limit: the most bytes that it may hold.
  /// - Throws: `too-large`; `damaged` if the data is cut short or wrong.
  func unpack(_ packed: [UInt8], limit: Int) throws(DocumentError) -> [UInt8] {
    try Self.unpack(packed, by: try unpacker(), limit: limit, name: name) { Packing($0) == self }
  }

  /// - Parameter continues: whether another member begins with these bytes; what else follows the last one is padding.
  static func unpack(
    _ packed: [UInt8], from start: Int = 0, by unpacker: any Unpacker, limit: Int, name: String,
    continues: (ArraySlice<UInt8>) -> Bool = { _ in false }
  ) throws(DocumentError) -> [UInt8] {
    var unpacked: [UInt8] = []
    unpacked.reserveCapacity(min(limit, packed.count * 4))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var place = start
    while true {
      let step = try unpacker.step(packed, from: place, into: &chunk)
      place += step.read
      guard unpacked.count + step.written <= limit else {
        throw DocumentError(code: "too-large", "holds more than \(limit) bytes unpacked")
      }
      unpacked.append(contentsOf: chunk[..<step.written])
      if step.isEnd {
        guard continues(packed[place...]) else { return unpacked }
        unpacker.restart()
      } else if step.read == 0, step.written == 0 {
        throw DocumentError(code: "damaged", "the \(name) data ends too soon")
      }
    }
  }
}

/// Unpacks whole gzip files.
package enum Gunzip {
  /// Whether bytes begin as a gzip file does.
  package static func isPacked(_ bytes: [UInt8]) -> Bool { Packing(bytes) == .gzip }

  /// The contents of a gzip file, of all its members one after another.
  ///
  /// - Parameter limit: the most bytes that it may hold.
  /// - Throws: `too-large`; `damaged` if the data is cut short or wrong.
  package static func unpack(_ packed: [UInt8], limit: Int) throws(DocumentError) -> [UInt8] {
    try Packing.gzip.unpack(packed, limit: limit)
  }
}
