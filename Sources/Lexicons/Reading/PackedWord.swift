/// A word of up to fifteen bytes as two numbers, to compare at once; longer ones are all the same, and equal no key.
struct PackedWord: Equatable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 15 else {
      (low, high) = (.max, .max)
      return
    }
    low = WordHash.load(bytes.bytes, range.lowerBound, min(8, range.count))
    if range.count > 8 { high = WordHash.load(bytes.bytes, range.lowerBound + 8, range.count - 8) }
    // The length too, since zeros at the end count.
    high |= UInt64(truncatingIfNeeded: range.count) &<< 56
  }

  init(_ word: String) {
    let bytes = Array(word.utf8)
    self.init(bytes.span, 0..<bytes.count)
  }

  /// Its place in a table of 256.
  var slot: Int { Int(truncatingIfNeeded: ((low ^ high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 56) }
}
