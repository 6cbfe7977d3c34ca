import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files as the operating system gives them: descriptors and bytes, without copies in between.
enum SystemCalls {
  /// A failed call: what was wrong, in the system's words.
  struct Failure: Error {
    let number: Int32

    var message: String { String(cString: strerror(number)) }
    var isBrokenPipe: Bool { number == EPIPE }
    var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  }

  /// What an entry of a folder is.
  enum Kind { case file, folder, link, special }

  /// Which file or folder a path leads to, whatever the path.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// - Parameter followsLinks: whether to look at what a symbolic link leads to.
  static func look(at path: String, followsLinks: Bool = true) throws(Failure) -> (kind: Kind, identity: Identity) {
    var info = stat()
    guard (followsLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { throw Failure(number: errno) }
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    return (kind, Identity(device: UInt64(info.st_dev), number: UInt64(info.st_ino)))
  }

  static func openForReading(_ path: String) throws(Failure) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    return descriptor
  }

  /// Makes the file, or empties it.
  static func openForWriting(_ path: String) throws(Failure) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    return descriptor
  }

  static func size(of descriptor: Int32) -> Int {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
  }

  /// Fills the buffer from its start with what is there; 0 at the end of the file.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) throws(Failure) -> Int {
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw Failure(number: errno) }
    }
  }

  /// Fills the buffer with what stands at a place of the file; less at its end.
  static func read(_ descriptor: Int32, at offset: Int, into buffer: inout [UInt8]) throws(Failure) -> Int {
    var filled = 0
    while filled < buffer.count {
      let room = buffer.count - filled
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map { pread(descriptor, $0 + filled, room, off_t(offset + filled)) } ?? 0
      }
      if count == 0 { break }
      if count > 0 { filled += count } else if errno != EINTR { throw Failure(number: errno) }
    }
    return filled
  }

  /// Writes all of the bytes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest, rest.count)
      if count == rest.count { return }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        throw Failure(number: errno)
      }
    }
  }

  static func close(_ descriptor: Int32) throws(Failure) {
    guard Foundation.close(descriptor) == 0 || errno == EINTR else { throw Failure(number: errno) }
  }

  static func rename(_ old: String, to new: String) throws(Failure) {
    guard Foundation.rename(old, new) == 0 else { throw Failure(number: errno) }
  }

  /// Makes a folder, and those above it, unless they are there.
  static func makeFolder(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o777) == 0 { continue }
      let failure = Failure(number: errno)
      // A folder above may refuse to hold another, and yet hold this one already.
      guard let kind = try? look(at: made).kind else { throw failure }
      guard kind == .folder else { throw Failure(number: ENOTDIR) }
    }
  }

  static func remove(_ path: String) { _ = unlink(path) }

  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }
}
