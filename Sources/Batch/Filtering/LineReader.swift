/// Cuts what a descriptor gives into lines, each as soon as it is whole.
struct LineReader: Sendable {
  enum Line: Hashable, Sendable {
    /// Without its line end.
    case whole([UInt8])
    /// A line that holds more than the limit; the rest of it has been passed over.
    case tooLong
  }

  private let descriptor: Int32
  private let limit: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line, the last one with or without a line end; `nil` at the end.
  mutating func next() throws(SystemCalls.Failure) -> Line? {
    var searched = position
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[position..<end]
        position = end + 1
        return isTooLong || line.count > limit ? .tooLong : .whole(Array(line))
      }
      if isAtEnd {
        let rest = Array(buffer[position...])
        position = buffer.count
        if isTooLong || rest.count > limit { return .tooLong }
        return rest.isEmpty ? nil : .whole(rest)
      }
      if buffer.count - position > limit {
        isTooLong = true
        position = buffer.count
      }
      buffer.removeSubrange(..<position)
      position = 0
      searched = buffer.count
      let count = try SystemCalls.read(descriptor, into: &chunk)
      if count == 0 { isAtEnd = true }
      buffer.append(contentsOf: chunk[..<count])
    }
  }
}
