/// A sum over 64-bit words that changes with any damaged bit; about the speed of memory. No hash against those who mean
/// harm.
package enum WordSum {
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var position = 0
    var a: UInt64 = 1
    var b: UInt64 = 2
    var c: UInt64 = 3
    var d: UInt64 = 4
    let prime: UInt64 = 0x9FB2_1C65_1E98_DF25
    while position + 32 <= bytes.count {
      a = (a ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* prime
      b = (b ^ bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)) &* prime
      c = (c ^ bytes.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self)) &* prime
      d = (d ^ bytes.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self)) &* prime
      a ^= a >> 29
      b ^= b >> 29
      c ^= c >> 29
      d ^= d >> 29
      position += 32
    }
    while position < bytes.count {
      a = mixed(a ^ UInt64(bytes[position]))
      position += 1
    }
    return mixed(mixed(mixed(a) ^ b) ^ c) ^ d
  }

  /// The same of an array.
  package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  /// The end of SplitMix64. The hash of features is the same function, in the module that it is hot in.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var x = value &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }
}
