import Documents

/// Finds the values of a JSON object's keys as ranges of bytes, and checks all of it on the way. What stands in a range
/// can be written again as it was, order, number format and all.
struct JSONScanner {
  private let bytes: [UInt8]
  private var index = 0

  /// Nesting beyond this is refused.
  private static let maxDepth = 256

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The members of the object that is all of the bytes, in their order.
  ///
  /// - Throws: `bad-json`.
  static func members(of bytes: [UInt8]) throws(DocumentError) -> [(key: String, value: Range<Int>)] {
    var scanner = JSONScanner(bytes)
    scanner.skipSpace()
    guard scanner.peek == UInt8(ascii: "{") else { throw scanner.problem("expected an object") }
    var members: [(key: String, value: Range<Int>)] = []
    try scanner.skipObject(depth: 0) { key, value in
      members.append((string(bytes, key) ?? "", value))
    }
    scanner.skipSpace()
    guard scanner.index == bytes.count else { throw scanner.problem("expected the end of the line") }
    return members
  }

  /// The elements of an array that ``members(of:)`` has checked; `nil` for another value.
  static func elements(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>]? {
    guard bytes[range].first == UInt8(ascii: "[") else { return nil }
    var scanner = JSONScanner(bytes)
    scanner.index = range.lowerBound
    var elements: [Range<Int>] = []
    do { try scanner.skipArray(depth: 0) { elements.append($0) } } catch { return nil }
    return elements
  }

  /// The text of a string that ``members(of:)`` has checked, as UTF-8; `nil` for another value. Bytes that are no
  /// UTF-8 stay as they are; half of a surrogate pair becomes U+FFFD.
  static func utf8(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let source = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
    guard var index = source.firstIndex(of: UInt8(ascii: "\\")) else { return Array(source) }
    var result = Array(source[..<index])
    result.reserveCapacity(source.count)
    while index < source.endIndex {
      let byte = source[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < source.endIndex else {
        result.append(byte)
        index += 1
        continue
      }
      index += 2
      if let plain = escapes[source[index - 1]] {
        result.append(plain)
      } else {
        result.append(contentsOf: String(Character(unicodeEscape(source, &index))).utf8)
      }
    }
    return result
  }

  static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    utf8(bytes, range).map { String(decoding: $0, as: UTF8.self) }
  }

  private static let escapes: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  /// Reads the digits after `\u`, and the second half of a pair where there is one.
  private static func unicodeEscape(_ source: ArraySlice<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    func unit(at start: Int) -> UInt32? {
      guard start + 4 <= source.endIndex else { return nil }
      return UInt32(String(decoding: source[start..<start + 4], as: UTF8.self), radix: 16)
    }
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let first = unit(at: index) else { return replacement }
    index += 4
    guard (0xD800..<0xDC00).contains(first), source[index...].starts(with: "\\u".utf8),
      let second = unit(at: index + 2), (0xDC00..<0xE000).contains(second)
    else { return Unicode.Scalar(first) ?? replacement }
    index += 6
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? replacement
  }
}

extension JSONScanner {
  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func problem(_ message: String) -> DocumentError {
    DocumentError(code: "bad-json", "\(message) at byte \(index)")
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { index += 1 }
  }

  private mutating func skip(_ byte: Unicode.Scalar) throws(DocumentError) {
    guard peek == UInt8(ascii: byte) else { throw problem("expected `\(byte)`") }
    index += 1
  }

  private mutating func skipValue(depth: Int) throws(DocumentError) -> Range<Int> {
    skipSpace()
    let start = index
    guard depth < Self.maxDepth else { throw problem("nesting beyond \(Self.maxDepth)") }
    switch peek {
    case UInt8(ascii: "{"): try skipObject(depth: depth + 1) { _, _ in }
    case UInt8(ascii: "["): try skipArray(depth: depth + 1) { _ in }
    case UInt8(ascii: "\""): _ = try skipString()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
    return start..<index
  }

  private mutating func skipObject(
    depth: Int, _ member: (_ key: Range<Int>, _ value: Range<Int>) -> Void
  ) throws(DocumentError) {
    try skip("{")
    skipSpace()
    if peek == UInt8(ascii: "}") {
      index += 1
      return
    }
    while true {
      skipSpace()
      let key = try skipString()
      skipSpace()
      try skip(":")
      member(key, try skipValue(depth: depth))
      skipSpace()
      guard peek == UInt8(ascii: ",") else { return try skip("}") }
      index += 1
    }
  }

  private mutating func skipArray(depth: Int, _ element: (Range<Int>) -> Void) throws(DocumentError) {
    try skip("[")
    skipSpace()
    if peek == UInt8(ascii: "]") {
      index += 1
      return
    }
    while true {
      element(try skipValue(depth: depth))
      skipSpace()
      guard peek == UInt8(ascii: ",") else { return try skip("]") }
      index += 1
    }
  }

  private mutating func skipString() throws(DocumentError) -> Range<Int> {
    let start = index
    try skip("\"")
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return start..<index
      case UInt8(ascii: "\\"): try skipEscape()
      case 0..<0x20:
        index -= 1
        throw problem("a control character in a string")
      default: break
      }
    }
    throw problem("a string without an end")
  }

  private mutating func skipEscape() throws(DocumentError) {
    guard let letter = peek else { throw problem("a string without an end") }
    index += 1
    guard letter == UInt8(ascii: "u") else {
      guard Self.escapes[letter] != nil else { throw problem("an unknown escape") }
      return
    }
    for _ in 0..<4 {
      switch peek {
      case .some(0x30...0x39), .some(0x41...0x46), .some(0x61...0x66): index += 1
      default: throw problem("expected four hexadecimal digits")
      }
    }
  }

  private mutating func skipWord(_ word: String) throws(DocumentError) {
    guard bytes[index...].starts(with: word.utf8) else { throw problem("expected a value") }
    index += word.utf8.count
  }

  private mutating func skipNumber() throws(DocumentError) {
    if peek == UInt8(ascii: "-") { index += 1 }
    if peek == UInt8(ascii: "0") { index += 1 } else { try skipDigits() }
    if peek == UInt8(ascii: ".") {
      index += 1
      try skipDigits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(DocumentError) {
    let start = index
    while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
    guard index > start else { throw problem("expected a value") }
  }
}
