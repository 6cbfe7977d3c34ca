/// Reads pieces of a file that mostly follow one another, by few calls.
final class BufferedReader {
  private let descriptor: Int32
  private let size: Int
  private var buffer: [UInt8] = []
  private var start: UInt64 = 0
  private var filled = 0

  init(descriptor: Int32, size: Int = 1 << 16) {
    self.descriptor = descriptor
    self.size = size
  }

  /// `nil` where the file ends before them.
  func bytes(at position: UInt64, count: Int) throws(SystemCalls.Failure) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(min(count, size))
    guard try forEachChunk(at: position, count: UInt64(count), { result += $0 }) else { return nil }
    return result
  }

  /// Hands over the bytes chunk by chunk.
  ///
  /// - Returns: `false` where the file ends before them.
  func forEachChunk(
    at position: UInt64, count: UInt64, _ use: (ArraySlice<UInt8>) -> Void
  ) throws(SystemCalls.Failure) -> Bool {
    var position = position
    var rest = count
    while rest > 0 {
      if position < start || position >= start + UInt64(filled) {
        start = position
        filled = try SystemCalls.read(descriptor, at: position, count: size, into: &buffer)
        if filled == 0 { return false }
      }
      let offset = Int(position - start)
      let length = min(filled - offset, Int(clamping: rest))
      use(buffer[offset..<(offset + length)])
      position += UInt64(length)
      rest -= UInt64(length)
    }
    return true
  }
}
