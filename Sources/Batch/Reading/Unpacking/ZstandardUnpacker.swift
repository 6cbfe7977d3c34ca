import CZstd
import Documents

/// Unpacks by libzstd, which reads and writes through pointers.
///
/// Frames that ask for a window of more than 128 MiB (`zstd --long=28` and above) are refused: they would take that much
/// memory for each file in work.
final class ZstandardUnpacker: Unpacker {
  private let stream: OpaquePointer

  init() throws(DocumentError) {
    guard let stream = ZSTD_createDStream() else { throw DocumentError(code: "damaged", "libzstd could not start") }
    self.stream = stream
  }

  deinit { ZSTD_freeDStream(stream) }

  func restart() { ZSTD_DCtx_reset(stream, ZSTD_reset_session_only) }

  func step(
    _ input: [UInt8], from start: Int, into output: inout [UInt8]
  ) throws(DocumentError) -> (read: Int, written: Int, isEnd: Bool) {
    let available = max(input.count - start, 0)
    let (status, read, written) = input.withUnsafeBytes { input in
      output.withUnsafeMutableBytes { output in
        var from = ZSTD_inBuffer(src: input.baseAddress.map { $0 + start }, size: available, pos: 0)
        var to = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let status = ZSTD_decompressStream(stream, &to, &from)
        return (status, from.pos, to.pos)
      }
    }
    guard ZSTD_isError(status) == 0 else {
      throw DocumentError(
        code: "damaged", "the Zstandard data is damaged: \(String(cString: ZSTD_getErrorName(status)))")
    }
    // Zero means that a frame has ended; without input it has not begun.
    return (read, written, status == 0 && available > 0)
  }
}
