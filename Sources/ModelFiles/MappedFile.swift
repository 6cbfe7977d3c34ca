import Documents

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A read-only file in memory, shared between processes, unmapped at the end. One of the two places of this
/// module that touch raw memory (the other is ``Scratch``).
package final class MappedFile: @unchecked Sendable {
  /// All bytes of the file; valid for the life of this object.
  package let bytes: UnsafeRawBufferPointer
  private let mapped: UnsafeMutableRawPointer?

  #if os(Linux)
    /// All pages at once: the checksum reads them anyway, and thousands of page faults take longer.
    private static let flags = MAP_PRIVATE | MAP_POPULATE
  #else
    private static let flags = MAP_PRIVATE
  #endif

  /// Maps a file. Gives `nil` if it cannot be opened or read, and for pipes and devices, which are not touched.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // The file that was opened may be another by now.
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    guard size > 0 else {
      mapped = nil
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let address = mmap(nil, size, PROT_READ, Self.flags, descriptor, 0), address != MAP_FAILED else {
      return nil
    }
    mapped = address
    bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  /// Holds bytes that were made in memory, as a trainer does before it writes them.
  package init(copying content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 64)
    copy.copyBytes(from: content)
    mapped = nil
    bytes = UnsafeRawBufferPointer(copy)
  }

  /// A copy of all bytes, which outlives this object.
  package var contents: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }

  deinit {
    if let mapped {
      munmap(mapped, bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// A ``WordSum`` of all but the first `offset` bytes.
  package func checksum(from offset: Int) -> UInt64 { Self.checksum(of: bytes, from: offset) }

  /// The same of any bytes.
  package static func checksum(of bytes: UnsafeRawBufferPointer, from offset: Int = 0) -> UInt64 {
    WordSum.of(UnsafeRawBufferPointer(rebasing: bytes[min(offset, bytes.count)...]))
  }
}
