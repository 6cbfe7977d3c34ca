extension [UInt8] {
  /// Appends a whole number in decimal digits.
  mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Appends a number with four decimals, zero without a sign. Returns false, and appends nothing, for a number that
  /// cannot be written so: not finite, or of 10¹⁴ and more.
  mutating func append(fixed number: Double) -> Bool {
    guard number.isFinite, number.magnitude < 1e14 else { return false }
    let scaled = Int((number * 10_000).rounded())
    if scaled < 0 { append(UInt8(ascii: "-")) }
    let magnitude = scaled.magnitude
    append(number: Int(magnitude / 10_000))
    append(UInt8(ascii: "."))
    var rest = magnitude % 10_000
    for unit: UInt in [1000, 100, 10, 1] {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
    }
    return true
  }
}
