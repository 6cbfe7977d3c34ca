extension [UInt8] {
  /// Appends a whole number in decimal digits.
  mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  private mutating func append(digitsOf number: UInt) {
    var rest = number
    if rest >= 100_000_000 {
      append(digitsOf: rest / 100_000_000)
      rest %= 100_000_000
      return append(paddedDigitsOf: rest, count: 8)
    }
    // The digits come last first: they are pushed into one word, and popped from it in order.
    var stack: UInt64 = 0
    var count = 0
    repeat {
      stack = stack << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    append(stack: stack, count: count)
  }

  private mutating func append(paddedDigitsOf number: UInt, count: Int) {
    var stack: UInt64 = 0
    var rest = number
    for _ in 0..<count {
      stack = stack << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
    }
    append(stack: stack, count: count)
  }

  private mutating func append(stack: UInt64, count: Int) {
    var stack = stack
    for _ in 0..<count {
      append(UInt8(truncatingIfNeeded: stack))
      stack >>= 8
    }
  }

  /// Appends a number with four decimals, zero without a sign. Returns false, and appends nothing, for a number that
  /// cannot be written so: not finite, or of 10¹⁴ and more.
  mutating func append(fixed number: Double) -> Bool {
    guard number.isFinite, number.magnitude < 1e14 else { return false }
    let scaled = Int((number * 10_000).rounded())
    if scaled < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: scaled.magnitude / 10_000)
    append(UInt8(ascii: "."))
    append(paddedDigitsOf: scaled.magnitude % 10_000, count: 4)
    return true
  }
}
