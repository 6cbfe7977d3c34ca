import Documents

/// Takes bytes from a source by count.
///
/// An error of the source ends what can be taken, as the end of the file does: what came before it can still be read, and
/// ``failure`` tells the two apart.
final class ByteReader {
  private let source: any ByteSource
  private var buffer: [UInt8]
  private var start = 0
  private var isAtEnd = false
  /// How many bytes were taken so far, unpacked.
  private(set) var position = 0
  /// What the source said last, until ``recover()``.
  private(set) var failure: DocumentError?

  /// - Parameter opening: bytes that were read from the source already.
  init(_ source: any ByteSource, opening: [UInt8] = []) {
    self.source = source
    buffer = opening
  }

  /// What is at hand, without reading.
  var available: ArraySlice<UInt8> { buffer[start...] }

  /// Reads on until so many bytes are at hand; `false` if there are not that many.
  func ensure(_ count: Int) -> Bool {
    while buffer.count - start < count {
      guard more() else { return false }
    }
    return true
  }

  /// The next bytes, which stay; fewer at the end.
  func peek(_ count: Int) -> ArraySlice<UInt8> {
    _ = ensure(count)
    return available.prefix(count)
  }

  /// `nil`, and nothing taken, if there are not that many.
  func take(_ count: Int) -> [UInt8]? {
    guard ensure(count) else { return nil }
    let bytes = Array(available.prefix(count))
    drop(count)
    return bytes
  }

  /// Passes over bytes without keeping them; `false` if there are not that many.
  func skip(_ count: Int) -> Bool {
    var rest = count
    while rest > 0 {
      guard ensure(1) else { return false }
      let step = min(rest, available.count)
      drop(step)
      rest -= step
    }
    return true
  }

  /// Goes on behind the damage; `false` where there is nothing more.
  func recover() -> Bool {
    drop(available.count)
    guard failure != nil, source.recover() else { return false }
    failure = nil
    isAtEnd = false
    return true
  }

  /// Reads one piece more.
  func more() -> Bool {
    guard !isAtEnd else { return false }
    if start > 1 << 16, start * 2 > buffer.count {
      buffer.removeFirst(start)
      start = 0
    }
    do {
      isAtEnd = try !source.read(into: &buffer)
    } catch {
      failure = error
      isAtEnd = true
    }
    return !isAtEnd
  }

  private func drop(_ count: Int) {
    start += count
    position += count
    guard start == buffer.count else { return }
    // A large record must not keep its memory to the end of the run.
    if buffer.capacity > 1 << 22 { buffer = [] } else { buffer.removeAll(keepingCapacity: true) }
    start = 0
  }
}
