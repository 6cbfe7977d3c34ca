import Documents

/// Bytes that come piece by piece: a file of any size takes the memory of one piece.
protocol ByteSource: AnyObject {
  /// Adds the next bytes to the end of a buffer; `false` at the end.
  /// - Throws: `unreadable`, `damaged`.
  func read(into buffer: inout [UInt8]) throws(DocumentError) -> Bool

  /// After an error: goes on behind the damage. `false` where nothing more can be read.
  func recover() -> Bool
}

/// An open file, closed with its last user. Its reads at a place may come from any thread.
final class OpenFile: Sendable {
  let size: Int
  private let descriptor: Int32
  private let isOwned: Bool

  /// - Parameter path: `-` for standard input.
  init(_ path: String) throws(DocumentError) {
    isOwned = path != InputFile.standardInput
    do {
      descriptor = isOwned ? try SystemCalls.openForReading(path) : 0
    } catch {
      throw Self.unreadable(error)
    }
    size = SystemCalls.size(of: descriptor)
  }

  deinit { if isOwned { try? SystemCalls.close(descriptor) } }

  /// Fewer bytes than asked for at the end of the file.
  func read(at offset: Int, count: Int) throws(DocumentError) -> [UInt8] {
    guard offset >= 0, count > 0, offset < size else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(count, size - offset))
    do {
      let read = try SystemCalls.read(descriptor, at: offset, into: &bytes)
      bytes.removeLast(bytes.count - read)
    } catch {
      throw Self.unreadable(error)
    }
    return bytes
  }

  /// The next bytes from where the last read ended; 0 at the end.
  func readNext(into buffer: inout [UInt8]) throws(DocumentError) -> Int {
    do { return try SystemCalls.read(descriptor, into: &buffer) } catch { throw Self.unreadable(error) }
  }

  private static func unreadable(_ failure: SystemCalls.Failure) -> DocumentError {
    DocumentError(code: "unreadable", "cannot be read: \(failure.message)")
  }
}

/// A file from its start to its end.
final class FileSource: ByteSource {
  private let file: OpenFile
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  init(_ file: OpenFile) { self.file = file }

  func read(into buffer: inout [UInt8]) throws(DocumentError) -> Bool {
    let count = try file.readNext(into: &chunk)
    buffer.append(contentsOf: chunk[..<count])
    return count > 0
  }

  func recover() -> Bool { false }
}

/// A packed source, unpacked.
final class UnpackedSource: ByteSource {
  private let source: any ByteSource
  private let packing: Packing
  private let unpacker: any Unpacker
  /// Whether what follows a member and is none is damage, and no padding.
  private let isStrict: Bool
  private var input: [UInt8]
  private var place = 0
  /// Where the member in work began, as far as its start is still in ``input``.
  private var memberStart = 0
  private var isInMember = false
  private var isDone = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// - Parameter opening: bytes that were read from the source already.
  init(_ source: any ByteSource, opening: [UInt8], packing: Packing, isStrict: Bool) throws(DocumentError) {
    self.source = source
    self.packing = packing
    self.isStrict = isStrict
    input = opening
    unpacker = try packing.unpacker()
  }

  func read(into buffer: inout [UInt8]) throws(DocumentError) -> Bool {
    while !isDone {
      if !isInMember, try !beginMember() { break }
      let step = try unpacker.step(input, from: place, into: &chunk)
      place += step.read
      if step.isEnd { isInMember = false }
      if step.written > 0 {
        buffer.append(contentsOf: chunk[..<step.written])
        return true
      }
      if step.read == 0, !step.isEnd, try !more() {
        isDone = true
        throw DocumentError(code: "damaged", "the \(packing.name) data ends too soon")
      }
    }
    return false
  }

  func recover() -> Bool {
    guard !isDone else { return false }
    var from = memberStart + 1
    do {
      while true {
        while from + 4 <= input.count {
          if packing.begins(input[from...]) {
            place = from
            isInMember = false
            return true
          }
          from += 1
        }
        // The last bytes may be the first of a member.
        input.removeFirst(min(from, input.count))
        from = 0
        guard try source.read(into: &input) else { break }
      }
    } catch {}
    isDone = true
    return false
  }

  private func beginMember() throws(DocumentError) -> Bool {
    while input.count - place < 4 {
      guard try more() else { break }
    }
    memberStart = place
    guard place < input.count else { return false }
    guard Packing(input[place...]) == packing else {
      if isStrict, input[place...].contains(where: { $0 != 0 }) {
        throw DocumentError(code: "damaged", "no \(packing.name) data where a member should begin")
      }
      isDone = true
      return false
    }
    unpacker.restart()
    isInMember = true
    return true
  }

  /// Reads on; what was used up is let go.
  private func more() throws(DocumentError) -> Bool {
    if place > 0 {
      memberStart = max(memberStart - place, -1)
      input.removeFirst(place)
      place = 0
    }
    return try source.read(into: &input)
  }
}
