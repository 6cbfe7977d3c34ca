import Documents

/// The list of members at the end of a zip archive, read piece by piece.
struct ZipDirectory {
  private let file: OpenFile
  private var position: Int
  private let end: Int
  private var rest: Int
  /// What stands before the archive, as in self-extracting ones: all offsets are that much larger.
  private let shift: Int
  private var buffer: [UInt8] = []
  private var place = 0

  /// - Throws: `damaged` for a file that is cut short, or no zip archive.
  init(_ file: OpenFile) throws(DocumentError) {
    self.file = file
    let tailSize = min(file.size, 22 + 0xFFFF)
    let tail = try file.read(at: file.size - tailSize, count: tailSize)
    guard let mark = Self.endMark(in: tail) else {
      let opening = try file.read(at: 0, count: 4)
      throw DocumentError(
        code: "damaged",
        opening.starts(with: ZipRecord.localMark)
          ? "the zip archive is cut short: the list of its members is missing" : "is no zip archive")
    }
    let endPosition = file.size - tailSize + mark
    var count = tail.number(at: mark + 10, bytes: 2)
    var size = tail.number(at: mark + 12, bytes: 4)
    var offset = tail.number(at: mark + 16, bytes: 4)
    var listEnd = endPosition
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
      let large = try Self.large(file, before: endPosition)
    {
      (count, size, offset, listEnd) = large
    }
    guard size >= 0, offset >= 0, size <= listEnd, offset <= listEnd - size else {
      throw DocumentError(code: "damaged", "the list of the zip archive's members is not where it should be")
    }
    shift = listEnd - size - offset
    position = listEnd - size
    end = listEnd
    rest = count
  }

  /// `nil` after the last.
  /// - Throws: `damaged` where the list is.
  mutating func next() throws(DocumentError) -> ZipRecord? {
    guard rest > 0 else { return nil }
    guard try fill(46), buffer[place...].starts(with: ZipRecord.listMark) else { throw damage() }
    let lengths = [28, 30, 32].map { buffer.number(at: place + $0, bytes: 2) }
    let size = 46 + lengths.reduce(0, +)
    guard try fill(size) else { throw damage() }
    guard
      let record = ZipRecord(buffer[place..<(place + size)], nameSize: lengths[0], extraSize: lengths[1], shift: shift)
    else { throw damage() }
    place += size
    rest -= 1
    return record
  }

  private func damage() -> DocumentError {
    DocumentError(code: "damaged", "the list of the zip archive's members is damaged; \(rest) are missing")
  }

  private mutating func fill(_ count: Int) throws(DocumentError) -> Bool {
    guard buffer.count - place < count else { return true }
    buffer.removeFirst(place)
    place = 0
    let more = try file.read(at: position, count: min(max(count, 1 << 16), end - position))
    position += more.count
    buffer += more
    return buffer.count >= count
  }

  /// Where the record of the archive's end stands: the last one whose comment goes to the end of the file.
  private static func endMark(in tail: [UInt8]) -> Int? {
    var index = tail.count - 22
    var loose: Int?
    while index >= 0 {
      if tail[index...].starts(with: [0x50, 0x4B, 5, 6]) {
        if index + 22 + tail.number(at: index + 20, bytes: 2) == tail.count { return index }
        // Something was put behind the archive.
        loose = loose ?? index
      }
      index -= 1
    }
    return loose
  }

  /// The counts of zip64, from the record that its locator points to.
  private static func large(
    _ file: OpenFile, before end: Int
  ) throws(DocumentError) -> (count: Int, size: Int, offset: Int, listEnd: Int)? {
    let locator = try file.read(at: end - 20, count: 20)
    guard locator.count == 20, locator.starts(with: [0x50, 0x4B, 6, 7]) else { return nil }
    let position = locator.number(at: 8, bytes: 8)
    let record = try file.read(at: position, count: 56)
    guard record.count == 56, record.starts(with: [0x50, 0x4B, 6, 6]) else {
      throw DocumentError(code: "damaged", "the end of the zip archive is damaged")
    }
    return (
      record.number(at: 32, bytes: 8), record.number(at: 40, bytes: 8), record.number(at: 48, bytes: 8), position
    )
  }
}

/// What a zip archive's list says of one member.
struct ZipRecord: Sendable {
  static let localMark: [UInt8] = [0x50, 0x4B, 3, 4]
  static let listMark: [UInt8] = [0x50, 0x4B, 1, 2]

  /// With `/` between its parts, whatever the system that packed it.
  let name: String
  let packedSize: Int
  let isLink: Bool
  private let size: Int
  private let checksum: UInt32
  private let offset: Int
  private let method: Int
  private let isEncrypted: Bool

  var isFolder: Bool { name.hasSuffix("/") }

  /// `nil` if sizes or places make no sense.
  init?(_ bytes: ArraySlice<UInt8>, nameSize: Int, extraSize: Int, shift: Int) {
    let bytes = Array(bytes)
    guard bytes.count >= 46 + nameSize + extraSize else { return nil }
    let flags = bytes.number(at: 8, bytes: 2)
    // Bit 13: the list itself is encrypted.
    isEncrypted = flags & 0x2041 != 0
    method = bytes.number(at: 10, bytes: 2)
    checksum = UInt32(truncatingIfNeeded: bytes.number(at: 16, bytes: 4))
    var sizes = [(24, 0), (20, 0), (42, 0)].map { bytes.number(at: $0.0, bytes: 4) }
    var extra = 46 + nameSize
    let end = extra + extraSize
    while extra + 4 <= end {
      let fieldEnd = extra + 4 + bytes.number(at: extra + 2, bytes: 2)
      guard fieldEnd <= end else { break }
      if bytes.number(at: extra, bytes: 2) == 1 {
        // Zip64: only what did not fit, in this order.
        var value = extra + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF && value + 8 <= fieldEnd {
          sizes[index] = bytes.number(at: value, bytes: 8)
          value += 8
        }
      }
      extra = fieldEnd
    }
    (size, packedSize, offset) = (sizes[0], sizes[1], sizes[2] &+ shift)
    guard size >= 0, packedSize >= 0, packedSize < 1 << 62, offset >= 0, offset < 1 << 62 else { return nil }
    let isUnix = bytes[5] == 3
    isLink = isUnix && bytes.number(at: 40, bytes: 2) & 0xF000 == 0xA000
    name = String(
      decoding: bytes[46..<(46 + nameSize)].map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }

  /// - Throws: `encrypted`, `unsupported`, `too-large`, `damaged`.
  func content(of file: OpenFile, limits: ReadLimits) throws(DocumentError) -> [UInt8] {
    guard !isEncrypted else {
      throw DocumentError(code: "encrypted", "is encrypted: unpack it with its password first")
    }
    guard size <= limits.maxBytes else {
      throw DocumentError(code: "too-large", "holds \(size) bytes, the limit is \(limits.maxBytes)")
    }
    let header = try file.read(at: offset, count: 30)
    guard header.count == 30, header.starts(with: Self.localMark) else {
      throw DocumentError(code: "damaged", "is not where the list of the zip archive says")
    }
    let start = offset + 30 + header.number(at: 26, bytes: 2) + header.number(at: 28, bytes: 2)
    // Deflate makes nothing much larger: a size beyond this is a lie, and not worth the memory.
    guard packedSize <= limits.maxBytes + 1 << 20 else {
      throw DocumentError(code: "too-large", "holds \(packedSize) bytes packed")
    }
    let packed = try file.read(at: start, count: packedSize)
    guard packed.count == packedSize else { throw DocumentError(code: "damaged", "the zip archive ends within it") }
    let bytes = try unpacked(packed, limit: min(size, limits.maxBytes))
    guard bytes.count == size, ZlibUnpacker.checksum(of: bytes) == checksum else {
      throw DocumentError(code: "damaged", "its check sum or size is wrong")
    }
    return bytes
  }

  private func unpacked(_ packed: [UInt8], limit: Int) throws(DocumentError) -> [UInt8] {
    do {
      switch method {
      case 0: return packed
      case 8: return try Packing.unpack(packed, by: try ZlibUnpacker(.none), limit: limit, name: "deflate")
      case 93: return try Packing.zstandard.unpack(packed, limit: limit)
      default: break
      }
    } catch {
      guard error.code == "too-large" else { throw error }
      throw DocumentError(code: "damaged", "holds more than the \(size) bytes that the zip archive says")
    }
    throw DocumentError(
      code: "unsupported", "is packed by method \(method); only deflate, Zstandard and stored are read")
  }
}

extension [UInt8] {
  /// A whole number, its lowest byte first. A value beyond `Int` comes back below 0; what is not there counts as 0.
  func number(at place: Int, bytes: Int) -> Int {
    guard place >= 0, place + bytes <= count else { return 0 }
    var value: UInt64 = 0
    for offset in 0..<bytes { value |= UInt64(self[place + offset]) << UInt64(8 * offset) }
    return Int(bitPattern: UInt(value))
  }
}
