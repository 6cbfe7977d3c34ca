#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Regular files read at once, into the array that they stay in.
package enum WholeFile {
  /// All bytes of a file; `nil` for one that cannot be read, and for pipes and devices, which are not touched.
  package static func read(path: String) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, done in
      while done < size {
        let count = Self.read(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[done..<size]))
        guard count > 0 else { break }
        done += count
      }
    }
    return bytes.count == size ? bytes : nil
  }

  private static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, room.baseAddress, room.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, room.baseAddress, room.count)
    #else
      Glibc.read(descriptor, room.baseAddress, room.count)
    #endif
  }
}
