import CLibXML2

/// Decodes the East Asian encodings of several bytes with the C library's `iconv`.
///
/// Unsafe code: only the calls of `iconv` itself, each on buffers whose lengths Swift knows.
enum IconvDecoder {
  /// UTF-8, and the number of bytes that could not be read; `nil` where this machine lacks the encoding.
  static func decode(_ bytes: [UInt8], from encoding: String) -> (bytes: [UInt8], replaced: Int)? {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    var replaced = 0
    var input = bytes.map { CChar(bitPattern: $0) }
    var chunk = [CChar](repeating: 0, count: 16384)
    var done = 0
    while done < input.count {
      let remaining = input.count - done
      let step = input.withUnsafeMutableBufferPointer { inBuffer in
        chunk.withUnsafeMutableBufferPointer { outBuffer -> (read: Int, written: Int) in
          var from: UnsafeMutablePointer<CChar>? = inBuffer.baseAddress.map { $0 + done }
          var to = outBuffer.baseAddress
          var left = remaining
          var room = outBuffer.count
          _ = iconv(converter, &from, &left, &to, &room)
          return (remaining - left, outBuffer.count - room)
        }
      }
      for byte in chunk.prefix(step.written) { result.append(UInt8(bitPattern: byte)) }
      done += step.read
      if step.read == 0, step.written == 0 {
        // A byte that the encoding cannot read here: replaced, and the next one tried.
        appendUTF8(0xFFFD, to: &result)
        replaced += 1
        done += 1
      }
    }
    return (result, replaced)
  }
}
