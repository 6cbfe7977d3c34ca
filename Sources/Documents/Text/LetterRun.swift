/// Runs of ASCII letters, eight bytes at a time.
public enum LetterRun {
  @inlinable static var tops: UInt64 { @inline(__always) get { 0x8080_8080_8080_8080 } }

  /// Where the letters from a place on end, at the latest at `limit`, which is no further than the bytes' end.
  @inlinable @inline(__always)
  public static func end(in bytes: Swift.Span<UInt8>, from start: Int, to limit: Int) -> Int {
    let limit = min(limit, bytes.count)
    var index = max(start, 0)
    while index &+ 8 <= limit {
      // Checked against the span's bounds; any eight bytes are a number.
      let eight = UInt64(
        littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let others = ~letters(eight) & tops
      if others != 0 { return index &+ others.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < limit, (bytes[index] | 0x20) &- 0x61 < 26 { index &+= 1 }
    return index
  }

  /// The top bit of each byte that is a letter.
  @inlinable @inline(__always)
  public static func letters(_ eight: UInt64) -> UInt64 {
    let folded = (eight | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
    let (fromA, beyondZ) = (folded &+ 0x1F1F_1F1F_1F1F_1F1F, folded &+ 0x0505_0505_0505_0505)
    return fromA & ~beyondZ & ~eight & tops
  }
}
