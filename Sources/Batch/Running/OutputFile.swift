/// One output file, written beside its final name and renamed when the run is done.
struct OutputFile: Sendable {
  let path: String
  let partialPath: String
  /// Bytes so far, those that wait in memory included.
  private(set) var length: UInt64 = 0
  /// Bytes that wait in memory.
  var waiting: Int { buffer.count }

  private var descriptor: Int32?
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 18

  /// - Parameters:
  ///   - keeping: how many bytes of what stands beside the name already are gone on with.
  ///   - suffix: of the name that the file has until it is published.
  init(path: String, keeping: UInt64 = 0, suffix: String = ".partial") throws {
    self.path = path
    partialPath = path + suffix
    if let kind = try? SystemCalls.look(at: path).kind, kind != .file {
      throw BatchError("cannot write \(path): something that is no file has this name")
    }
    do {
      if keeping == 0 {
        descriptor = try SystemCalls.openForWriting(partialPath)
      } else {
        let open = try SystemCalls.openForUpdating(partialPath)
        descriptor = open
        try SystemCalls.cut(open, to: keeping)
        length = keeping
      }
    } catch {
      if let descriptor { try? SystemCalls.close(descriptor) }
      throw BatchError("cannot write \(path): \(error.message)")
    }
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// The bytes reach the file when enough of them wait, or by ``flush()``.
  mutating func append(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    length += UInt64(bytes.count)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  mutating func flush() throws {
    guard let descriptor, !buffer.isEmpty else { return }
    let bytes = buffer
    try attempt { () throws(SystemCalls.Failure) in try SystemCalls.write(bytes, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left, and closes the file.
  ///
  /// - Parameter synchronised: has it reach the disk.
  mutating func finish(synchronised: Bool = false) throws {
    try flush()
    guard let open = descriptor else { return }
    descriptor = nil
    try attempt { () throws(SystemCalls.Failure) in
      if synchronised { try SystemCalls.synchronise(open) }
      try SystemCalls.close(open)
    }
  }

  /// Puts the file in the place of what had its name.
  func publish() throws {
    try attempt { () throws(SystemCalls.Failure) in try SystemCalls.rename(partialPath, to: path) }
  }

  /// Takes back what ``publish()`` did, where it did.
  static func unpublish(_ path: String) {
    let partial = path + ".partial"
    guard (try? SystemCalls.look(at: partial)) == nil else { return }
    try? SystemCalls.rename(path, to: partial)
  }

  /// Leaves what had the file's name as it was.
  mutating func discard() {
    close()
    SystemCalls.remove(partialPath)
  }

  /// Leaves both what had the file's name and what is written so far.
  mutating func close() {
    if let descriptor { try? SystemCalls.close(descriptor) }
    descriptor = nil
  }

  private func attempt(_ call: () throws(SystemCalls.Failure) -> Void) throws {
    do { try call() } catch { throw BatchError("cannot write \(path): \(error.message)") }
  }
}
