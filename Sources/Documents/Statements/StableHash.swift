/// FNV-1a with 64 bits and a final mix (the `fmix64` of MurmurHash3): the same on every run and every machine.
public struct StableHash: Sendable {
  /// What FNV-1a begins with.
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private var state = StableHash.seed

  public init() {}

  public mutating func combine(bytes: [UInt8]) {
    var state = state
    let bytes = bytes.span
    for index in bytes.indices { state = Self.step(state, bytes[index]) }
    self.state = Self.step(state, Self.end)
  }

  public mutating func combine(_ string: String) {
    var state = state
    var string = string
    string.withUTF8 { bytes in
      for byte in bytes { state = Self.step(state, byte) }
    }
    self.state = Self.step(state, Self.end)
  }

  /// A byte that is in no UTF-8 text keeps ("ab", "c") and ("a", "bc") apart.
  private static let end: UInt8 = 0xFF

  @inline(__always)
  static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 { (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  public mutating func combine(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      state = Self.step(state, UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  public var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ (mixed >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }

  /// Sixteen hexadecimal digits.
  public var hex: String {
    let value = value
    return String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * place)) & 0xF
        digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 16
    }
  }
}
