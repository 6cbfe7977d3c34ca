/// What a single byte of UTF-8 can begin, the first thing that the tokeniser asks.
enum ByteClass: UInt8 {
  case other
  case space
  case lineEnd
  case lower
  case upper
  case digit
  /// Any byte from 0x80 up: ``ScalarClass`` decides.
  case high

  /// Classes of all 256 bytes.
  static let table: [UInt8] = (0...255).map { byte in
    let kind: ByteClass =
      switch UInt8(byte) {
      case 0x0A, 0x0D: .lineEnd
      case 0x20, 0x09, 0x0B, 0x0C: .space
      case 0x61...0x7A: .lower
      case 0x41...0x5A: .upper
      case 0x30...0x39: .digit
      case 0x80...: .high
      default: .other
      }
    return kind.rawValue
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inline(__always)
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
