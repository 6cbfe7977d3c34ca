import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The system calls of files that outlive a crash: locks, lengths, places.
extension SystemCalls {
  /// Opens a file to read and to write, and makes it if it is not there.
  static func openForUpdating(_ path: String) throws(Failure) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    return descriptor
  }

  /// Takes the lock of an open file, which ends with the process at the latest.
  ///
  /// - Returns: `false` where another process holds it. A file system without locks, as those of clusters can be, lets
  ///   everyone through.
  static func lock(_ descriptor: Int32) throws(Failure) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      case ENOSYS, ENOTSUP, ENOLCK, EINVAL: return true
      default: throw Failure(number: errno)
      }
    }
    return true
  }

  static func identity(of descriptor: Int32) throws(Failure) -> Identity {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Failure(number: errno) }
    return Identity(device: UInt64(info.st_dev), number: UInt64(info.st_ino))
  }

  /// Cuts a file to a length, and goes on writing there.
  static func cut(_ descriptor: Int32, to length: UInt64) throws(Failure) {
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) >= 0 else {
      throw Failure(number: errno)
    }
  }

  /// Reads at a place, and fills the buffer from its start.
  ///
  /// - Returns: fewer bytes than `count` at the end of the file alone.
  static func read(
    _ descriptor: Int32, at offset: UInt64, count: Int, into buffer: inout [UInt8]
  ) throws(Failure) -> Int {
    if buffer.count < count { buffer = [UInt8](repeating: 0, count: count) }
    var filled = 0
    while filled < count {
      let got = buffer.withUnsafeMutableBytes { bytes in
        pread(descriptor, bytes.baseAddress.map { $0 + filled }, count - filled, off_t(offset) + off_t(filled))
      }
      if got == 0 { break }
      if got > 0 {
        filled += got
      } else if errno != EINTR {
        throw Failure(number: errno)
      }
    }
    return filled
  }

  /// Has the file's bytes reach the disk.
  static func synchronise(_ descriptor: Int32) throws(Failure) {
    // What cannot be synchronised, such as a pipe, has nothing to lose.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw Failure(number: errno) }
  }

  /// Allows as many open files as the system lets this process have.
  static func raiseFileLimit() {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = setrlimit(resource, &limit)
  }
}
