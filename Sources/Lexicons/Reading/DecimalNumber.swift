/// Short decimal numbers such as `-0.65`, as lexicons write their weights, without making strings of them.
enum DecimalNumber {
  /// The number that some bytes are, `nil` for whatever is not a sign, up to fifteen digits and a point among them. Both
  /// the digits and the power of ten are exact then, so that their quotient is rounded once, as `Double(_:)` does.
  static func read(_ bytes: ArraySlice<UInt8>) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var (digits, decimals, count): (Int, Int?, Int) = (0, nil, 0)
    for byte in isNegative ? bytes.dropFirst() : bytes {
      if byte == UInt8(ascii: "."), decimals == nil, count > 0 {
        decimals = 0
      } else if byte &- 0x30 < 10, count < 15 {
        digits = digits * 10 + Int(byte &- 0x30)
        count += 1
        decimals = decimals.map { $0 + 1 }
      } else {
        return nil
      }
    }
    guard count > 0, decimals != 0 else { return nil }
    var power = 1.0
    for _ in 0..<(decimals ?? 0) { power *= 10 }
    let value = Double(digits) / power
    return isNegative ? -value : value
  }
}
