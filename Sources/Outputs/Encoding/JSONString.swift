import Documents

/// Quotes and escapes strings for JSON.
enum JSONString {
  /// Appends a string in quotation marks.
  static func append(_ string: String, to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(string)
    // Nearly no short string needs an escape: it is copied first, and done again only where it does.
    if bytes.next(suspects, from: start) < bytes.count { appendEscaped(bytes.takeTail(from: start), to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends valid UTF-8 in quotation marks.
  static func append(utf8: [UInt8], to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(utf8, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ source: [UInt8], to bytes: inout ByteBuffer) {
    let end = source.count
    var runStart = 0
    var index = suspects.next(in: source, from: 0)
    while index < end {
      let length = escapeLength(source, index)
      if length > 0 {
        bytes.append(source[runStart..<index])
        appendEscape(source, index, to: &bytes)
        runStart = index + length
      }
      index = suspects.next(in: source, from: index + max(length, 1))
    }
    bytes.append(source[runStart..<end])
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

  private static func appendEscape(_ source: [UInt8], _ index: Int, to bytes: inout ByteBuffer) {
    let byte = source[index]
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0xC2: bytes.append("u0085")
    case 0xE2: bytes.append(source[index + 2] == 0xA8 ? "u2028" : "u2029")
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append("u00")
      for digit in [byte >> 4, byte & 0xF] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  /// Bytes that may have to be written otherwise: control characters, `"`, `\`, and the first bytes of U+0085 and of
  /// U+2028.
  private static var suspects: ByteSearch { ByteSearch(0x22, 0x5C, 0xC2, 0xE2, controls: true) }
}
