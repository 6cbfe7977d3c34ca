import CZlib
import Documents

/// Unpacks by zlib, which reads and writes through pointers.
final class ZlibUnpacker: Unpacker {
  enum Wrapping: Int32 {
    case gzip = 31
    case zlib = 15
    /// Bare deflate data, as zip archives hold it.
    case none = -15
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let name: String

  init(_ wrapping: Wrapping) throws(DocumentError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    name = wrapping == .gzip ? "gzip" : "deflate"
    let status = inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    // `deinit` runs all the same: zlib takes the end of a stream that did not begin.
    guard status == Z_OK else { throw DocumentError(code: "damaged", "zlib could not start") }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  func restart() { inflateReset(stream) }

  func step(
    _ input: [UInt8], from start: Int, into output: inout [UInt8]
  ) throws(DocumentError) -> (read: Int, written: Int, isEnd: Bool) {
    let available = min(max(input.count - start, 0), 1 << 30)
    let room = min(output.count, 1 << 30)
    let stream = stream
    let status = input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(room)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    let read = available - Int(stream.pointee.avail_in)
    let written = room - Int(stream.pointee.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: return (read, written, false)
    case Z_STREAM_END: return (read, written, true)
    default: throw DocumentError(code: "damaged", "the \(name) data is damaged")
    }
  }

  /// Of a zip archive's member.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
  }
}
