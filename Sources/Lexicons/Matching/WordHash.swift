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
