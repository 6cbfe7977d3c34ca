/// Quotes and escapes strings for JSON.
enum JSONString {
  /// Appends a string in quotation marks.
  static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: string.utf8)
    // Nearly no short string needs an escape: it is copied first, and done again only where it does.
    var index = start
    while index < bytes.count, kinds[Int(bytes[index])] == plain { index += 1 }
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
    let kinds = kinds
    let end = source.count
    var runStart = 0
    var index = 0
    while index < end {
      let kind = kinds[Int(source[index])]
      guard kind != plain else {
        index += 1
        continue
      }
      let length = escapeLength(source, index, kind)
      guard length > 0 else {
        index += 1
        continue
      }
      bytes.append(contentsOf: source[runStart..<index])
      appendEscape(source, index, kind, to: &bytes)
      index += length
      runStart = index
    }
    bytes.append(contentsOf: source[runStart..<end])
  }

  /// How many bytes of the source the escape stands for; 0 where the character may stay as it is.
  private static func escapeLength(_ source: [UInt8], _ index: Int, _ kind: UInt8) -> Int {
    switch kind {
    case nextLineLead: index + 1 < source.count && source[index + 1] == 0x85 ? 2 : 0
    case separatorLead:
      index + 2 < source.count && source[index + 1] == 0x80 && source[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 1
    }
  }

  private static func appendEscape(_ source: [UInt8], _ index: Int, _ kind: UInt8, to bytes: inout [UInt8]) {
    let byte = source[index]
    bytes.append(UInt8(ascii: "\\"))
    switch kind {
    case nextLineLead: bytes.append(contentsOf: "u0085".utf8)
    case separatorLead: bytes.append(contentsOf: (source[index + 2] == 0xA8 ? "u2028" : "u2029").utf8)
    case control:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 0xF] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    default: bytes.append(kind)
    }
  }

  private static let plain: UInt8 = 0
  private static let control: UInt8 = 1
  /// First byte of U+0085.
  private static let nextLineLead: UInt8 = 2
  /// First byte of U+2028 and U+2029.
  private static let separatorLead: UInt8 = 3

  /// One of the above for each byte, or the letter that follows the backslash.
  private static let kinds: [UInt8] = {
    var kinds = [UInt8](repeating: plain, count: 256)
    for byte in 0..<0x20 { kinds[byte] = control }
    let letters: [(byte: Int, letter: Unicode.Scalar)] = [
      (0x08, "b"), (0x09, "t"), (0x0A, "n"), (0x0C, "f"), (0x0D, "r"), (0x22, "\""), (0x5C, "\\"),
    ]
    for (byte, letter) in letters { kinds[byte] = UInt8(ascii: letter) }
    kinds[0xC2] = nextLineLead
    kinds[0xE2] = separatorLead
    return kinds
  }()
}
