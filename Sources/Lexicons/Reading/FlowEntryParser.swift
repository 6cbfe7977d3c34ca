import Documents

/// Reads an entry that stands on one line in YAML's flow style: `- {lemma: say, takes: [quote, clause], weight: 0.9}`.
///
/// This subset is a hundred times faster to read than YAML at large. Whatever is beyond it (block style, anchors,
/// nested maps, tags) makes ``parse()`` return `nil`, and the caller hands the entry to the YAML library.
struct FlowEntryParser {
  private let bytes: ArraySlice<UInt8>
  private let line: Int
  private var at: Int
  /// A place in the line and its column, so that columns are counted once over.
  private var counted: (index: Int, column: Int)

  init(bytes: ArraySlice<UInt8>, line: Int) {
    self.bytes = bytes
    self.line = line
    at = bytes.startIndex
    counted = (bytes.startIndex, 1)
  }

  /// - Parameter fields: room that is used again for each entry, so that what an entry keeps is as small as it can be.
  mutating func parse(using fields: inout [LexiconEntry.Field]) -> LexiconEntry? {
    skipSpaces()
    let column = column(of: at)
    guard take(UInt8(ascii: "-")), take(UInt8(ascii: " ")) else { return nil }
    skipSpaces()
    guard take(UInt8(ascii: "{")) else { return nil }
    fields.removeAll(keepingCapacity: true)
    skipSpaces()
    while !take(UInt8(ascii: "}")) {
      guard let field = field() else { return nil }
      fields.append(field)
      skipSpaces()
      if take(UInt8(ascii: ",")) {
        skipSpaces()
      } else if peek != UInt8(ascii: "}") {
        return nil
      }
    }
    skipSpaces()
    guard peek == nil || peek == UInt8(ascii: "#") else { return nil }
    var own: [LexiconEntry.Field] = []
    own.reserveCapacity(fields.count)
    own.append(contentsOf: fields)
    return LexiconEntry(fields: own, line: line, column: column)
  }

  private mutating func field() -> LexiconEntry.Field? {
    let column = column(of: at)
    guard let key = scalar(endingAtColon: true), take(UInt8(ascii: ":")) else { return nil }
    guard peek == UInt8(ascii: " ") else { return nil }
    skipSpaces()
    if take(UInt8(ascii: "[")) {
      var items: [String] = []
      skipSpaces()
      while !take(UInt8(ascii: "]")) {
        guard let item = scalar(endingAtColon: false) else { return nil }
        items.append(item)
        skipSpaces()
        if take(UInt8(ascii: ",")) { skipSpaces() } else if peek != UInt8(ascii: "]") { return nil }
      }
      return .init(key: key, value: .list(items), line: line, column: column)
    }
    guard let value = scalar(endingAtColon: false) else { return nil }
    return .init(key: key, value: .scalar(value), line: line, column: column)
  }

  /// A plain or a quoted scalar; `nil` for what YAML would read as something else.
  private mutating func scalar(endingAtColon: Bool) -> String? {
    guard let first = peek else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quoted(first) }
    if Self.isIndicator(first) { return nil }
    let start = at
    while let byte = peek {
      if Self.isFlow(byte) { break }
      if byte == UInt8(ascii: ":") {
        let next = at + 1 < bytes.endIndex ? bytes[at + 1] : UInt8(ascii: " ")
        if endingAtColon || next == UInt8(ascii: " ") { break }
      }
      if byte == UInt8(ascii: "#"), at > start, bytes[at - 1] == UInt8(ascii: " ") { return nil }
      at += 1
    }
    if !endingAtColon, peek == UInt8(ascii: ":") { return nil }
    var end = at
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > start else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func quoted(_ mark: UInt8) -> String? {
    at += 1
    var content: [UInt8] = []
    while let byte = peek {
      at += 1
      if byte == mark {
        if mark == UInt8(ascii: "'"), peek == mark {
          content.append(mark)
          at += 1
          continue
        }
        return String(decoding: content, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        guard let next = peek, next == mark || next == UInt8(ascii: "\\") else { return nil }
        content.append(next)
        at += 1
        continue
      }
      content.append(byte)
    }
    return nil
  }

  private var peek: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpaces() {
    while peek == UInt8(ascii: " ") { at += 1 }
  }

  /// 1-based, in code points; indices must not go back.
  private mutating func column(of index: Int) -> Int {
    while counted.index < index {
      if bytes[counted.index] & 0xC0 != 0x80 { counted.column += 1 }
      counted.index += 1
    }
    return counted.column
  }

  private static func isFlow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// What YAML reads as something else than text at the beginning of a plain scalar.
  private static func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "?"), UInt8(ascii: "{"),
      UInt8(ascii: "["):
      true
    default: false
    }
  }
}
