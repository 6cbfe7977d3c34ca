import Documents

/// The encoding label that a document carries in its first bytes: `<meta charset>`, `<meta http-equiv>` or the XML
/// declaration.
enum DeclaredEncoding {
  /// How far the label is looked for. WHATWG says 1,024 bytes; real pages put it later.
  private static let window = 8192

  static func label(in bytes: [UInt8]) -> String? {
    let place = tagStart.next(in: bytes.span, from: 0, to: window)
    guard place < min(bytes.count, window) else { return nil }
    let head = Array(bytes.prefix(window))
    if head[place...].starts(with: Array("<?xml".utf8)) {
      let end = head[place...].firstIndex(of: 0x3E) ?? head.endIndex
      if let label = value(after: "encoding", in: head, from: place, to: end) { return label }
    }
    var next = place
    while let tag = head.find("<meta", from: next) {
      let end = head[tag...].firstIndex(of: 0x3E) ?? head.endIndex
      if let label = value(after: "charset", in: head, from: tag, to: end) { return label }
      next = tag + 5
    }
    return nil
  }

  private static var tagStart: ByteSearch { ByteSearch(0x3C) }

  /// The word behind `name =`, with or without quotation marks.
  private static func value(after name: String, in bytes: [UInt8], from: Int, to end: Int) -> String? {
    guard let found = bytes.find(name, from: from), found < end else { return nil }
    var index = found + name.utf8.count
    func skipSpace() { while index < end, bytes[index].isASCIISpace { index += 1 } }
    skipSpace()
    guard index < end, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skipSpace()
    if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { index += 1 }
    let start = index
    while index < end, bytes[index].isLabelByte { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }
}

extension UInt8 {
  fileprivate var isLabelByte: Bool {
    isASCIILetter || isASCIIDigit || self == 0x2D || self == 0x5F || self == 0x3A || self == 0x2E
  }
}
