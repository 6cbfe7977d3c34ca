/// 64-bit hashes that are the same on every machine and run: the names of features in the model file.

/// Spreads the bits of a small or structured value (the finaliser of SplitMix64).
@inlinable @inline(__always)
package func mixed(_ value: UInt64) -> UInt64 {
  var x = value &+ 0x9E37_79B9_7F4A_7C15
  x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
  x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
  return x ^ (x >> 31)
}

/// Rotates left; the same atom gives other bits in the second and third place of a feature.
@inlinable @inline(__always)
package func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
  (value << count) | (value >> (64 - count))
}

/// The hash of a byte string, eight bytes at a time.
@inlinable
package func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
  var hasher = ByteHasher()
  for byte in bytes { hasher.add(byte) }
  return hasher.value
}

/// The hash of a byte string with its ASCII capitals lowered.
package func hash(lowering bytes: ArraySlice<UInt8>) -> UInt64 {
  var hasher = ByteHasher()
  for byte in bytes { hasher.add(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
  return hasher.value
}

/// Collects bytes into words of eight and mixes each into the hash.
@usableFromInline
struct ByteHasher {
  @usableFromInline var state: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
  @usableFromInline var pending: UInt64 = 0
  @usableFromInline var count: UInt64 = 0

  @usableFromInline init() {}

  @inlinable @inline(__always)
  mutating func add(_ byte: UInt8) {
    pending = pending << 8 | UInt64(byte)
    count &+= 1
    if count & 7 == 0 { flush() }
  }

  @inlinable @inline(__always)
  mutating func flush() {
    state = (state ^ pending) &* 0x9FB2_1C65_1E98_DF25
    state ^= state >> 32
    pending = 0
  }

  @inlinable var value: UInt64 {
    var copy = self
    copy.flush()
    return mixed(copy.state ^ count)
  }
}

/// The place of a hash among `count` buckets, by its high half.
@inlinable @inline(__always)
package func bucket(of hash: UInt64, among count: UInt64) -> Int {
  Int(truncatingIfNeeded: ((hash >> 32) &* count) >> 32)
}
