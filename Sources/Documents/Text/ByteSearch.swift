/// Looks for any of a few bytes, eight places at a time.
///
/// A byte that is zero, or below a bound, borrows from its top bit when that is taken from it: the first such bit is
/// exact. After Anderson, *Bit Twiddling Hacks*, “Determine if a word has a byte less than n”.
public struct ByteSearch: Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64
  private let controls: UInt64
  private let beyondASCII: UInt64

  /// Control characters, and whatever is not ASCII.
  public static let unprintable = ByteSearch(0, controls: true, beyondASCII: true)
  /// Whatever is not ASCII.
  public static let beyondASCII = ByteSearch(0x80, beyondASCII: true)

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// - Parameters:
  ///   - bytes: up to four bytes to look for.
  ///   - controls: whether every byte below a blank is looked for too.
  ///   - beyondASCII: whether every byte of 0x80 or more is.
  public init(_ bytes: UInt8..., controls: Bool = false, beyondASCII: Bool = false) {
    precondition((1...4).contains(bytes.count), "one to four bytes can be looked for")
    first = UInt64(bytes[0]) &* Self.ones
    second = UInt64(bytes[min(1, bytes.count - 1)]) &* Self.ones
    third = UInt64(bytes[min(2, bytes.count - 1)]) &* Self.ones
    fourth = UInt64(bytes[bytes.count - 1]) &* Self.ones
    self.controls = controls ? Self.tops : 0
    self.beyondASCII = beyondASCII ? Self.tops : 0
  }

  /// Where the next of these bytes stands, from a place on; `end` if there is none before it.
  public func next(in bytes: Swift.Span<UInt8>, from start: Int, to end: Int) -> Int {
    let end = min(end, bytes.count)
    var index = max(start, 0)
    let raw = bytes.bytes
    while index &+ 8 <= end {
      // Checked against the span's bounds; any eight bytes are a number.
      let eight = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      let found = marks(UInt64(littleEndian: eight))
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end, marks(UInt64(bytes[index])) & 0x80 == 0 { index &+= 1 }
    return index < end ? index : end
  }

  /// The same, from a place to the bytes' end.
  public func next(in bytes: [UInt8], from start: Int) -> Int { next(in: bytes.span, from: start, to: bytes.count) }

  /// The top bit of each byte that is looked for; bits above the lowest one may be false.
  @inline(__always)
  private func marks(_ eight: UInt64) -> UInt64 {
    let (a, b, c, d) = (eight ^ first, eight ^ second, eight ^ third, eight ^ fourth)
    let (firsts, seconds) = ((a &- Self.ones) & ~a, (b &- Self.ones) & ~b)
    let (thirds, fourths) = ((c &- Self.ones) & ~c, (d &- Self.ones) & ~d)
    let equal = firsts | seconds | thirds | fourths
    let below = (eight &- 0x2020_2020_2020_2020) & ~eight & controls
    return equal & Self.tops | below | eight & beyondASCII
  }
}
