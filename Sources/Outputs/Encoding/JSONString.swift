/// Quotes and escapes strings for JSON.
enum JSONString {
  /// Appends a string in quotation marks.
  static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: string.utf8)
    // Nearly no short string needs an escape: it is copied first, and done again only where it does.
    var index = start
    while index < bytes.count, !isSuspect(bytes[index]) { index += 1 }
    if index < bytes.count {
      let whole = [UInt8](bytes[start...])
      bytes.removeSubrange(start...)
      appendEscaped(whole, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends valid UTF-8 in quotation marks.
  static func append(utf8: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(utf8, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ source: [UInt8], to bytes: inout [UInt8]) {
    let end = source.count
    var runStart = 0
    var index = 0
    while index < end {
      guard isSuspect(source[index]) else {
        index += 1
        continue
      }
      let length = escapeLength(source, index)
      guard length > 0 else {
        index += 1
        continue
      }
      bytes.append(contentsOf: source[runStart..<index])
      appendEscape(source, index, to: &bytes)
      index += length
      runStart = index
    }
    bytes.append(contentsOf: source[runStart..<end])
  }

  /// How many bytes of the source the escape stands for; 0 where the character may stay as it is.
  private static func escapeLength(_ source: [UInt8], _ index: Int) -> Int {
    switch source[index] {
    case 0xC2: index + 1 < source.count && source[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < source.count && source[index + 1] == 0x80 && source[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 1
    }
  }

  private static func appendEscape(_ source: [UInt8], _ index: Int, to bytes: inout [UInt8]) {
    let byte = source[index]
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0xC2: bytes.append(contentsOf: "u0085".utf8)
    case 0xE2: bytes.append(contentsOf: (source[index + 2] == 0xA8 ? "u2028" : "u2029").utf8)
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 0xF] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  /// Whether a byte may have to be written otherwise: control characters, `"`, `\`, and the first bytes of U+0085 and
  /// of U+2028.
  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xC2 || byte == 0xE2
  }
}
