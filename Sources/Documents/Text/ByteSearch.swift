/// Looks for any of a few bytes, sixteen places at a time.
///
/// All of it is inlined: a search whose bytes are written down where it is made compares with these and no others.
public struct ByteSearch: Sendable {
  @usableFromInline let wanted: (UInt8, UInt8, UInt8, UInt8)
  /// Bytes below this are looked for too: a blank, or none.
  @usableFromInline let bound: UInt8
  /// Bytes with this bit are.
  @usableFromInline let top: UInt8

  /// Control characters, and whatever is not ASCII.
  @inlinable public static var unprintable: ByteSearch {
    @inline(__always) get { ByteSearch(0, controls: true, beyondASCII: true) }
  }

  /// Whatever is not ASCII.
  @inlinable public static var beyondASCII: ByteSearch {
    @inline(__always) get { ByteSearch(0x80, beyondASCII: true) }
  }

  /// - Parameters:
  ///   - first: a byte to look for; up to three more may follow.
  ///   - controls: whether every byte below a blank is looked for too.
  ///   - beyondASCII: whether every byte of 0x80 or more is.
  @inlinable @inline(__always)
  public init(
    _ first: UInt8, _ second: UInt8? = nil, _ third: UInt8? = nil, _ fourth: UInt8? = nil, controls: Bool = false,
    beyondASCII: Bool = false
  ) {
    wanted = (first, second ?? first, third ?? first, fourth ?? first)
    bound = controls ? 0x20 : 0
    top = beyondASCII ? 0x80 : 0
  }

  /// Where the next of these bytes stands, from a place on; `end` if there is none before it.
  @inlinable @inline(__always)
  public func next(in bytes: Swift.Span<UInt8>, from start: Int, to end: Int) -> Int {
    let end = min(end, bytes.count)
    var index = max(start, 0)
    // Checked against the span's bounds; any sixteen bytes are numbers.
    while index < end, index &+ 16 <= bytes.count {
      let some = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let marks = marks(some)
      if marks.x | marks.y != 0 { return min(end, index &+ Self.first(marks)) }
      index &+= 16
    }
    guard index < end else { return end }
    // The last places are looked at together with some before them.
    let place = bytes.count &- 16
    guard place >= 0 else {
      while index < end, !isWanted(bytes[index]) { index &+= 1 }
      return index
    }
    let some = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
    let marks = Self.without(index &- place, marks(some))
    return min(end, place &+ Self.first(marks))
  }

  /// Where a byte that is looked for next stands, with one that another search looks for at a distance behind it; `end`
  /// if there is none before it. Few places of a text have both (W. Muła's *generic SIMD* search).
  @inlinable @inline(__always)
  public func next(
    in bytes: Swift.Span<UInt8>, from start: Int, to end: Int, with other: ByteSearch, at distance: Int
  ) -> Int {
    let limit = min(end, bytes.count &- distance)
    var index = max(start, 0)
    while index < limit {
      // The last places are looked at together with some before them.
      let place = min(index, limit &- 16)
      guard place >= 0 else {
        while index < limit, !(isWanted(bytes[index]) && other.isWanted(bytes[index &+ distance])) { index &+= 1 }
        return index < limit ? index : end
      }
      let some = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      let behind = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place &+ distance, as: SIMD16<UInt8>.self)
      let marks = Self.without(index &- place, marks(some) & other.marks(behind))
      if marks.x | marks.y != 0 { return place &+ Self.first(marks) }
      index = place &+ 16
    }
    return end
  }

  /// Number of the first byte with bits; 16 if there is none.
  @inlinable @inline(__always)
  static func first(_ marks: SIMD2<UInt64>) -> Int {
    (marks.x != 0 ? marks.x.trailingZeroBitCount : 64 &+ marks.y.trailingZeroBitCount) / 8
  }

  /// Marks without those of the first bytes, which were looked at before.
  @inlinable @inline(__always)
  static func without(_ count: Int, _ marks: SIMD2<UInt64>) -> SIMD2<UInt64> {
    let all = UInt64.max
    guard count > 0 else { return marks }
    return count >= 8
      ? SIMD2(0, marks.y & (all << UInt64(8 * (count - 8)))) : SIMD2(marks.x & (all << UInt64(8 * count)), marks.y)
  }

  /// Bits in each byte that is looked for.
  @inlinable @inline(__always)
  func marks(_ some: SIMD16<UInt8>) -> SIMD2<UInt64> {
    let (a, b) = (SIMD16(repeating: wanted.0), SIMD16(repeating: wanted.1))
    let (c, d) = (SIMD16(repeating: wanted.2), SIMD16(repeating: wanted.3))
    let isWanted = (some .== a) .| (some .== b) .| (some .== c) .| (some .== d)
    // A difference below 0 has the top bit, which only bytes of 0x80 and more have by themselves.
    let isBelow = (some &- SIMD16(repeating: bound)) & ~some & SIMD16(repeating: 0x80)
    return unsafeBitCast(isWanted, to: SIMD2<UInt64>.self)
      | unsafeBitCast(isBelow | some & SIMD16(repeating: top), to: SIMD2<UInt64>.self)
  }

  @inlinable @inline(__always)
  func isWanted(_ byte: UInt8) -> Bool {
    byte == wanted.0 || byte == wanted.1 || byte == wanted.2 || byte == wanted.3 || byte < bound || byte & top != 0
  }

  /// The same, from a place to the bytes' end.
  @inlinable @inline(__always)
  public func next(in bytes: [UInt8], from start: Int) -> Int { next(in: bytes.span, from: start, to: bytes.count) }
}
