/// Looks for any of a few bytes, sixteen places at a time.
public struct ByteSearch: Sendable {
  private let wanted: SIMD4<UInt8>
  /// Bytes below this are looked for too: a blank, or none.
  private let bound: UInt8
  /// Bytes with this bit are.
  private let top: UInt8

  /// Control characters, and whatever is not ASCII.
  public static let unprintable = ByteSearch(0, controls: true, beyondASCII: true)
  /// Whatever is not ASCII.
  public static let beyondASCII = ByteSearch(0x80, beyondASCII: true)

  /// - Parameters:
  ///   - first: a byte to look for; up to three more may follow.
  ///   - controls: whether every byte below a blank is looked for too.
  ///   - beyondASCII: whether every byte of 0x80 or more is.
  public init(
    _ first: UInt8, _ second: UInt8? = nil, _ third: UInt8? = nil, _ fourth: UInt8? = nil, controls: Bool = false,
    beyondASCII: Bool = false
  ) {
    wanted = SIMD4(first, second ?? first, third ?? first, fourth ?? first)
    bound = controls ? 0x20 : 0
    top = beyondASCII ? 0x80 : 0
  }

  /// Where the next of these bytes stands, from a place on; `end` if there is none before it.
  public func next(in bytes: Swift.Span<UInt8>, from start: Int, to end: Int) -> Int {
    let end = min(end, bytes.count)
    var index = max(start, 0)
    guard index < end else { return end }
    let raw = bytes.bytes
    let (a, b) = (SIMD16(repeating: wanted.x), SIMD16(repeating: wanted.y))
    let (c, d) = (SIMD16(repeating: wanted.z), SIMD16(repeating: wanted.w))
    let (bounds, tops) = (SIMD16(repeating: bound), SIMD16(repeating: top))
    while true {
      // The last places are looked at together with some before them. Checked against the span's bounds; any sixteen
      // bytes are numbers.
      let place = min(index, raw.byteCount - 16)
      guard place >= 0 else { break }
      let some = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      let isWanted = (some .== a) .| (some .== b) .| (some .== c) .| (some .== d) .| (some .< bounds)
      var marks = unsafeBitCast(isWanted, to: SIMD2<UInt64>.self) | unsafeBitCast(some & tops, to: SIMD2<UInt64>.self)
      if place < index { marks = Self.without(index - place, marks) }
      if marks.x != 0 { return min(end, place + marks.x.trailingZeroBitCount / 8) }
      if marks.y != 0 { return min(end, place + 8 + marks.y.trailingZeroBitCount / 8) }
      index = place + 16
      if index >= end { return end }
    }
    while index < end, !isWanted(bytes[index]) { index += 1 }
    return index
  }

  /// Marks without those of the first bytes, which were looked at before.
  private static func without(_ count: Int, _ marks: SIMD2<UInt64>) -> SIMD2<UInt64> {
    count >= 8
      ? SIMD2(0, marks.y & (.max << UInt64(8 * (count - 8)))) : SIMD2(marks.x & (.max << UInt64(8 * count)), marks.y)
  }

  private func isWanted(_ byte: UInt8) -> Bool {
    byte == wanted.x || byte == wanted.y || byte == wanted.z || byte == wanted.w || byte < bound || byte & top != 0
  }

  /// The same, from a place to the bytes' end.
  public func next(in bytes: [UInt8], from start: Int) -> Int { next(in: bytes.span, from: start, to: bytes.count) }
}
