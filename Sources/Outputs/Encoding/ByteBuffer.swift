import Documents

/// Bytes that are written piece by piece, front to back, into memory of its own with room behind them, so that a short
/// piece costs little more than its copy. All unsafe code of this library stands here.
struct ByteBuffer: ~Copyable, @unchecked Sendable {
  /// What stands behind ``count`` is nobody's.
  private var room = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var count = 0

  deinit { room.deallocate() }

  var bytes: [UInt8] { Array(room[..<count]) }
  var last: UInt8? { count > 0 ? room[count - 1] : nil }

  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "a place behind the bytes of a buffer")
    return room[index]
  }

  /// The bytes from a place on.
  private func bytes(from place: Int) -> Slice<UnsafeMutableBufferPointer<UInt8>> {
    precondition(place >= 0 && place <= count, "a place behind the bytes of a buffer")
    return room[place..<count]
  }

  /// The bytes so far, which the buffer forgets; it keeps the memory.
  mutating func take() -> [UInt8] { takeTail(from: 0) }

  /// Forgets the bytes from a place on and keeps the memory.
  mutating func cut(to length: Int) { count = min(count, max(0, length)) }

  /// Makes room for some more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > room.count { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * room.count, count + more, 512))
    _ = larger.initialize(fromContentsOf: room[..<count])
    room.deallocate()
    room = larger
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count &+= 1
  }

  @inline(__always)
  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    reserve(piece.count)
    UnsafeMutableRawBufferPointer(room)[count...].copyBytes(from: piece)
    count &+= piece.count
  }

  @inline(__always)
  mutating func append(_ piece: StaticString) {
    append(UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  mutating func append(_ piece: ArraySlice<UInt8>) { piece.withUnsafeBufferPointer { append($0) } }

  mutating func append(_ string: String) {
    if string.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      append(Array(string.utf8)[...])
    }
  }

  /// Puts a byte in front of those from a place on.
  mutating func insert(_ byte: UInt8, at place: Int) {
    reserve(1)
    _ = room[(place + 1)...].update(fromContentsOf: bytes(from: place))
    room[place] = byte
    count += 1
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
    guard number < 10_000 else {
      append(digitsOf: number / 10_000, atLeast: max(1, least - 4))
      return append(digitsOf: number % 10_000, atLeast: 4)
    }
    let digits = Self.digits(of: UInt32(truncatingIfNeeded: number))
    let zeros = min(digits.trailingZeroBitCount / 8, 4 &- least)
    let text = (digits | 0x3030_3030) &>> UInt32(truncatingIfNeeded: 8 &* zeros)
    reserve(4)
    UnsafeMutableRawBufferPointer(room).storeBytes(of: text.littleEndian, toByteOffset: count, as: UInt32.self)
    count &+= 4 &- zeros
  }

  /// The four digits of a number below 10,000, a byte each, the first one lowest. All are found at once: of two numbers
  /// below 100, `x * 103 >> 10` are the tens.
  private static func digits(of number: UInt32) -> UInt32 {
    let hundreds = number / 100
    let pairs = hundreds | (number &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000F_000F
    return tens | (pairs &- tens &* 10) << 8
  }

  /// Where a byte of a set next stands, from a place on; ``count`` if there is none.
  @inline(__always)
  func next(_ search: ByteSearch, from start: Int) -> Int {
    search.next(in: room.span, from: start, to: count)
  }

  /// The bytes from a place on, which the buffer forgets.
  mutating func takeTail(from start: Int) -> [UInt8] {
    let tail = [UInt8](unsafeUninitializedCapacity: count - start) { array, length in
      length = array.initialize(fromContentsOf: bytes(from: start))
    }
    count = start
    return tail
  }
}
