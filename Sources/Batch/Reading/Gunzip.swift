import CZlib
import Documents

/// Unpacks gzip by zlib. The only unsafe code of this target: zlib reads and writes through pointers.
package enum Gunzip {
  /// Whether bytes begin as a gzip file does.
  package static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The contents of a gzip file, of all its members one after another.
  ///
  /// - Parameter limit: the most bytes that it may hold.
  /// - Throws: `too-large`; `damaged` if the data is cut short or wrong.
  package static func unpack(_ packed: [UInt8], limit: Int) throws(DocumentError) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw DocumentError(code: "damaged", "zlib could not start")
    }
    defer { inflateEnd(&stream) }
    var unpacked: [UInt8] = []
    unpacked.reserveCapacity(min(limit, packed.count * 4))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var consumed = 0
    while true {
      let (status, read, written) = inflate(packed, from: consumed, into: &chunk, by: &stream)
      consumed += read
      guard unpacked.count + written <= limit else {
        throw DocumentError(code: "too-large", "holds more than \(limit) bytes unpacked")
      }
      unpacked.append(contentsOf: chunk[..<written])
      switch status {
      case Z_OK where read > 0 || written > 0: continue
      case Z_STREAM_END:
        // Members stand one after another; what else follows the last one is padding.
        guard packed[consumed...].starts(with: [0x1F, 0x8B]) else { return unpacked }
        inflateReset(&stream)
      case Z_DATA_ERROR: throw DocumentError(code: "damaged", "the gzip data is damaged")
      default: throw DocumentError(code: "damaged", "the gzip data ends too soon")
      }
    }
  }

  /// One call of zlib: its status, and how many bytes it took and gave.
  private static func inflate(
    _ packed: [UInt8], from start: Int, into chunk: inout [UInt8], by stream: inout z_stream
  ) -> (status: Int32, read: Int, written: Int) {
    packed.withUnsafeBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { output in
        let available = min(input.count - start, 1 << 30)
        stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
        stream.avail_in = UInt32(available)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let status = CZlib.inflate(&stream, Z_NO_FLUSH)
        return (status, available - Int(stream.avail_in), output.count - Int(stream.avail_out))
      }
    }
  }
}
