import Documents

/// Bytes that are written piece by piece, front to back: an array with room behind them, so that a short piece costs
/// little more than its copy. All unsafe code of this library stands here.
struct ByteBuffer: Sendable {
  /// What stands behind ``count`` is nobody's.
  private var storage: [UInt8]
  private(set) var count = 0

  init() { storage = [] }

  private static func room(_ capacity: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: capacity) { _, count in count = capacity }
  }

  var bytes: [UInt8] { Array(storage[..<count]) }
  var last: UInt8? { count > 0 ? storage[count - 1] : nil }

  subscript(index: Int) -> UInt8 { storage[index] }

  /// The bytes so far, which the buffer gives away.
  mutating func take() -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &storage)
    bytes.removeLast(bytes.count - count)
    count = 0
    return bytes
  }

  /// Forgets the bytes from a place on and keeps the memory.
  mutating func cut(to length: Int) { count = min(count, max(0, length)) }

  /// Makes room for some more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > storage.count { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    var larger = Self.room(max(2 * storage.count, count + more, 512))
    larger.withUnsafeMutableBytes { room in
      storage.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    storage = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    reserve(piece.count)
    let start = count
    storage.withUnsafeMutableBytes { room in
      UnsafeMutableRawBufferPointer(rebasing: room[start...]).copyMemory(from: UnsafeRawBufferPointer(piece))
    }
    count += piece.count
  }

  mutating func append(_ piece: StaticString) { piece.withUTF8Buffer { append($0) } }

  mutating func append(_ piece: ArraySlice<UInt8>) { piece.withUnsafeBufferPointer { append($0) } }

  mutating func append(_ string: String) {
    if string.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil { append(Array(string.utf8)[...]) }
  }

  mutating func insert(_ byte: UInt8, at place: Int) {
    let tail = Array(storage[place..<count])
    cut(to: place)
    append(byte)
    append(tail[...])
  }

  /// Appends a whole number in decimal digits.
  mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude, atLeast: 1)
  }

  /// Appends a number with four decimals, zero without a sign. Returns false, and appends nothing, for a number that
  /// cannot be written so: not finite, or of 10¹⁴ and more.
  mutating func append(fixed number: Double) -> Bool {
    guard number.isFinite, number.magnitude < 1e14 else { return false }
    let scaled = Int((number * 10_000).rounded())
    if scaled < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: scaled.magnitude / 10_000, atLeast: 1)
    append(UInt8(ascii: "."))
    append(digitsOf: scaled.magnitude % 10_000, atLeast: 4)
    return true
  }

  private mutating func append(digitsOf number: UInt, atLeast least: Int) {
    guard number < 100_000_000 else {
      append(digitsOf: number / 100_000_000, atLeast: max(1, least - 8))
      return append(digitsOf: number % 100_000_000, atLeast: 8)
    }
    // The last digit comes first, and is pushed back by those before it.
    var rest = UInt32(truncatingIfNeeded: number)
    var digits: UInt64 = 0
    var length = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      length += 1
    } while rest > 0 || length < least
    reserve(8)
    storage.withUnsafeMutableBytes { room in
      room.storeBytes(of: digits.littleEndian, toByteOffset: count, as: UInt64.self)
    }
    count += length
  }

  /// Where a byte of a set next stands, from a place on; ``count`` if there is none.
  func next(_ search: ByteSearch, from start: Int) -> Int { search.next(in: storage.span, from: start, to: count) }

  /// The bytes from a place on, which the buffer forgets.
  mutating func takeTail(from start: Int) -> [UInt8] {
    let tail = Array(storage[start..<count])
    count = start
    return tail
  }
}
