import Documents

/// How much one document may hold.
public struct ReadLimits: Hashable, Sendable {
  /// Bytes of a file, and of what is packed in it.
  public var maxBytes: Int

  /// Seconds of processor time that one document may take; `nil` for any number.
  public var maxSeconds: Double?

  public init(maxBytes: Int = 64 << 20, maxSeconds: Double? = nil) {
    self.maxBytes = maxBytes
    self.maxSeconds = maxSeconds
  }
}

/// Reads whole files, unpacked.
enum FileBytes {
  /// - Throws: `unreadable`, `too-large`, `damaged`.
  static func read(_ path: String, limits: ReadLimits) throws(DocumentError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      let descriptor = try SystemCalls.openForReading(path)
      defer { try? SystemCalls.close(descriptor) }
      bytes = try all(of: descriptor, limit: limits.maxBytes)
    } catch {
      throw unreadable(error)
    }
    return try unpacked(bytes, name: path, limits)
  }

  /// - Throws: as ``read(_:limits:)``.
  static func readStandardInput(limits: ReadLimits) throws(DocumentError) -> [UInt8] {
    let bytes: [UInt8]
    do { bytes = try all(of: 0, limit: limits.maxBytes) } catch { throw unreadable(error) }
    return try unpacked(bytes, name: "", limits)
  }

  private static func unreadable(_ failure: SystemCalls.Failure) -> DocumentError {
    DocumentError(code: "unreadable", "cannot be read: \(failure.message)")
  }

  /// At most one byte more than the limit.
  private static func all(of descriptor: Int32, limit: Int) throws(SystemCalls.Failure) -> [UInt8] {
    let size = min(SystemCalls.size(of: descriptor), limit)
    var bytes = [UInt8](repeating: 0, count: size + 1)
    bytes.removeLast(bytes.count - (try SystemCalls.read(descriptor, into: &bytes)))
    // A file that gives as many bytes as it holds has no more.
    guard !bytes.isEmpty, bytes.count != size else { return bytes }
    var chunk: [UInt8] = []
    while bytes.count <= limit {
      if chunk.isEmpty { chunk = [UInt8](repeating: 0, count: 1 << 12) }
      let count = try SystemCalls.read(descriptor, into: &chunk)
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk[..<count])
      if count == chunk.count, count < 1 << 18 { chunk = [UInt8](repeating: 0, count: count * 4) }
    }
    return bytes
  }

  /// - Parameter name: what a name ends in that the bytes must keep to: `.gz`, `.zst`.
  static func unpacked(_ bytes: [UInt8], name: String, _ limits: ReadLimits) throws(DocumentError) -> [UInt8] {
    guard bytes.count <= limits.maxBytes else {
      throw DocumentError(code: "too-large", "holds more than \(limits.maxBytes) bytes")
    }
    if let packing = Packing(bytes) { return try packing.unpack(bytes, limit: limits.maxBytes) }
    if let named = FileName.packing(of: name), !bytes.isEmpty {
      throw DocumentError(code: "damaged", "is not \(named.name) data")
    }
    return bytes
  }
}
