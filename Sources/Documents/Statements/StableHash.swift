/// FNV-1a with 64 bits and a final mix (the `fmix64` of MurmurHash3): the same on every run and every machine.
public struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func combine(bytes: [UInt8]) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // A byte that is in no UTF-8 text keeps ("ab", "c") and ("a", "bc") apart.
    state = (state ^ 0xFF) &* 0x100_0000_01b3
  }

  public mutating func combine(_ string: String) { combine(bytes: Array(string.utf8)) }

  public mutating func combine(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      state = (state ^ (rest & 0xFF)) &* 0x100_0000_01b3
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
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
