/// A hash of a word's bytes, eight of them at a time: one multiplication for most words, where FNV takes one a byte. The
/// same on every machine; after the multiply and shift rounds of Murmur's finaliser.
struct WordHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  private var word: UInt64 = 0
  private var shift: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    word |= UInt64(byte) &<< shift
    shift &+= 8
    if shift == 64 {
      mix()
      (word, shift, count) = (0, 0, count &+ 1)
    }
  }

  @inline(__always)
  private mutating func mix() {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }

  /// The hash of all bytes so far.
  var value: UInt64 {
    var last = self
    last.mix()
    // Zeros at the end count too.
    let mixed = (last.state ^ (count << 6 | shift)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ mixed >> 29
  }
}

extension WordHash {
  /// The hash of some bytes with their ASCII letters in lower case, eight at a time; `nil` where one is not ASCII.
  static func ofFoldedASCII(_ bytes: RawSpan, _ range: Range<Int>) -> UInt64? {
    if range.count < 8 { return ofShortASCII(bytes, range) }
    var hash = WordHash()
    var index = range.lowerBound
    var high: UInt64 = 0
    while index < range.upperBound {
      let count = min(8, range.upperBound - index)
      let eight = load(bytes, index, count)
      high |= eight
      hash.add(eight: lowercased(eight), count)
      index += count
    }
    return high & 0x8080_8080_8080_8080 == 0 ? hash.value : nil
  }

  /// The same for fewer than eight bytes, which most words have.
  @inline(__always)
  private static func ofShortASCII(_ bytes: RawSpan, _ range: Range<Int>) -> UInt64? {
    let eight = load(bytes, range.lowerBound, range.count)
    var hash = WordHash()
    hash.word = lowercased(eight)
    hash.shift = UInt64(range.count &* 8)
    return eight & 0x8080_8080_8080_8080 == 0 ? hash.value : nil
  }

  /// Eight bytes of lower case for eight of ASCII: the sums set the high bit of each byte from `A` and beyond `Z`.
  @inline(__always)
  private static func lowercased(_ eight: UInt64) -> UInt64 {
    let fromA = eight &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = eight &+ 0x2525_2525_2525_2525
    return eight | (fromA & ~beyondZ & 0x8080_8080_8080_8080) >> 2
  }

  /// Up to eight bytes as one number, the first one lowest and zeros for those that lack.
  @inline(__always)
  static func load(_ bytes: RawSpan, _ index: Int, _ count: Int) -> UInt64 {
    // Checked against the span's bounds; any eight bytes are a number.
    if index + 8 <= bytes.byteCount {
      let eight = UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      return count == 8 ? eight : eight & ((1 << UInt64(count &* 8)) &- 1)
    }
    var eight: UInt64 = 0
    for offset in 0..<count {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: index + offset, as: UInt8.self)
      eight |= UInt64(byte) &<< UInt64(offset &* 8)
    }
    return eight
  }

  /// Adds up to eight bytes, of which only the last ones of a word may be fewer.
  @inline(__always)
  private mutating func add(eight: UInt64, _ bytes: Int) {
    word = eight
    guard bytes == 8 else {
      shift = UInt64(bytes &* 8)
      return
    }
    mix()
    (word, count) = (0, count &+ 1)
  }
}
