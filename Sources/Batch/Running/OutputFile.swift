import Outputs

/// One output file, written beside its final name and renamed when the run is done.
struct OutputFile: Sendable {
  let path: String
  private var descriptor: Int32?
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 18

  var partialPath: String { path + ".partial" }

  init(path: String) throws {
    self.path = path
    do {
      descriptor = try SystemCalls.openForWriting(path + ".partial")
    } catch {
      throw BatchError("cannot write \(path): \(error.message)")
    }
    buffer.reserveCapacity(Self.bufferSize * 2)
  }

  mutating func append(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is left, and closes the file.
  mutating func finish() throws {
    try flush()
    guard let open = descriptor else { return }
    descriptor = nil
    try attempt { () throws(SystemCalls.Failure) in try SystemCalls.close(open) }
  }

  /// Puts the file in the place of what had its name.
  func publish() throws {
    try attempt { () throws(SystemCalls.Failure) in try SystemCalls.rename(partialPath, to: path) }
  }

  /// Leaves what had the file's name as it was.
  func discard() {
    if let descriptor { try? SystemCalls.close(descriptor) }
    SystemCalls.remove(partialPath)
  }

  private mutating func flush() throws {
    guard let descriptor else { return }
    let bytes = buffer
    try attempt { () throws(SystemCalls.Failure) in try SystemCalls.write(bytes, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func attempt(_ call: () throws(SystemCalls.Failure) -> Void) throws {
    do { try call() } catch { throw BatchError("cannot write \(path): \(error.message)") }
  }
}
