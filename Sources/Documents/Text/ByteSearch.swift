/// Looks for any of a few bytes, eight places at a time.
///
/// A byte that is zero, or below a bound, borrows from its top bit when that is taken from it: the first such bit is
/// exact. After Anderson, *Bit Twiddling Hacks*, “Determine if a word has a byte less than n”.
public struct ByteSearch: Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64
  private let hasMore: Bool
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
    hasMore = bytes.count > 2
    self.controls = controls ? Self.tops : 0
    self.beyondASCII = beyondASCII ? Self.tops : 0
  }

  /// Where the next of these bytes stands, from a place on; `end` if there is none before it.
  public func next(in bytes: Swift.Span<UInt8>, from start: Int, to end: Int) -> Int {
    let end = min(end, bytes.count)
    var index = max(start, 0)
    let raw = bytes.bytes
    while index &+ 8 <= end {
      let found = marks(Self.load(raw, index))
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    guard index < end else { return end }
    // Of the last few bytes together with what stands behind or before them.
    let rest: UInt64
    if index &+ 8 <= raw.byteCount {
      rest = Self.load(raw, index)
    } else if end >= 8 {
      rest = Self.load(raw, end &- 8) >> UInt64(8 &* (8 &- (end &- index)))
    } else {
      rest = (index..<end).reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
    let found = marks(rest)
    return found == 0 ? end : min(end, index &+ found.trailingZeroBitCount / 8)
  }

  @inline(__always)
  private static func load(_ bytes: RawSpan, _ index: Int) -> UInt64 {
    // Checked against the span's bounds; any eight bytes are a number.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The same, from a place to the bytes' end.
  public func next(in bytes: [UInt8], from start: Int) -> Int { next(in: bytes.span, from: start, to: bytes.count) }

  /// The top bit of each byte that is looked for; bits above the lowest one may be false.
  @inline(__always)
  private func marks(_ eight: UInt64) -> UInt64 {
    let (a, b) = (eight ^ first, eight ^ second)
    var equal = (a &- Self.ones) & ~a | (b &- Self.ones) & ~b
    if hasMore {
      let (c, d) = (eight ^ third, eight ^ fourth)
      equal |= (c &- Self.ones) & ~c | (d &- Self.ones) & ~d
    }
    let below = (eight &- 0x2020_2020_2020_2020) & ~eight & controls
    return equal & Self.tops | below | eight & beyondASCII
  }
}
