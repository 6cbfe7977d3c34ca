import Documents

/// Reads an entry that stands on one line in YAML's flow style: `- {lemma: say, takes: [quote, clause], weight: 0.9}`.
///
/// This subset is a hundred times faster to read than YAML at large. Whatever is beyond it (block style, anchors,
/// nested maps, tags) makes it give up, and the caller hands the entry to the YAML library.
struct FlowEntryParser {
  /// What is collected goes here.
  var builder: EntryBuilder
  private var at = 0

  init(fileSize: Int) { builder = EntryBuilder(fileSize: fileSize) }

  /// Adds the entry on a line to the builder.
  /// - Parameters:
  ///   - start: where the line begins.
  ///   - line: its number, from 1.
  /// - Returns: the end of the line, which is its line break or the end of the file; `nil`, and the builder as it was,
  ///   for an entry beyond the subset.
  mutating func parse(_ bytes: Swift.Span<UInt8>, from start: Int, line: Int) -> Int? {
    let mark = builder.mark
    at = start
    guard entry(bytes, line) else {
      builder.restore(mark)
      return nil
    }
    while peek(bytes) != nil { at += 1 }
    return at
  }

  private mutating func entry(_ bytes: Swift.Span<UInt8>, _ line: Int) -> Bool {
    skipSpaces(bytes)
    builder.beginEntry(line: line, column: place)
    guard take(bytes, UInt8(ascii: "-")), take(bytes, UInt8(ascii: " ")) else { return false }
    skipSpaces(bytes)
    guard take(bytes, UInt8(ascii: "{")) else { return false }
    skipSpaces(bytes)
    while !take(bytes, UInt8(ascii: "}")) {
      guard field(bytes, line) else { return false }
      skipSpaces(bytes)
      if take(bytes, UInt8(ascii: ",")) {
        skipSpaces(bytes)
      } else if peek(bytes) != UInt8(ascii: "}") {
        return false
      }
    }
    skipSpaces(bytes)
    let next = peek(bytes)
    return next == nil || next == UInt8(ascii: "#")
  }

  private mutating func field(_ bytes: Swift.Span<UInt8>, _ line: Int) -> Bool {
    let column = place
    guard let name = scalar(bytes, isKey: true), take(bytes, UInt8(ascii: ":")) else { return false }
    guard peek(bytes) == UInt8(ascii: " ") else { return false }
    // A key that is not in the file as it is had escapes, as no key that a kind knows has.
    let key = name.range.upperBound <= bytes.count ? LexiconKey(bytes, name.range) : nil
    builder.beginField(name, key, line: line, column: column)
    skipSpaces(bytes)
    guard take(bytes, UInt8(ascii: "[")) else {
      guard let value = scalar(bytes, isKey: false) else { return false }
      builder.add(value)
      return true
    }
    builder.markList()
    skipSpaces(bytes)
    while !take(bytes, UInt8(ascii: "]")) {
      guard let item = scalar(bytes, isKey: false) else { return false }
      builder.add(item)
      skipSpaces(bytes)
      if take(bytes, UInt8(ascii: ",")) {
        skipSpaces(bytes)
      } else if peek(bytes) != UInt8(ascii: "]") {
        return false
      }
    }
    return true
  }

  /// A plain or a quoted scalar; `nil` for what YAML would read as something else.
  private mutating func scalar(_ bytes: Swift.Span<UInt8>, isKey: Bool) -> EntryStore.Place? {
    guard let first = peek(bytes) else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return quoted(bytes, first) }
    if Self.isIndicator(first) { return nil }
    let start = at
    // A place of its own for the loop that reads most of a file.
    var index = start
    scan: while index < bytes.count {
      let byte = bytes[index]
      if (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: " ") {
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: ":"):
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
        if isKey || next == UInt8(ascii: " ") || next == 0x0A || next == 0x0D { break scan }
      case UInt8(ascii: "#"):
        if index > start, bytes[index - 1] == UInt8(ascii: " ") { return nil }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), 0x0A, 0x0D:
        break scan
      default: break
      }
      index += 1
    }
    at = index
    if !isKey, peek(bytes) == UInt8(ascii: ":") { return nil }
    var end = at
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end > start ? Self.place(start, end) : nil
  }

  private mutating func quoted(_ bytes: Swift.Span<UInt8>, _ mark: UInt8) -> EntryStore.Place? {
    at += 1
    let start = at
    // Filled from the first escape on; before it the file has the text as it is.
    var unescaped: [UInt8]?
    while let byte = peek(bytes) {
      at += 1
      if byte == mark {
        if mark == UInt8(ascii: "'"), peek(bytes) == mark {
          unescaped = (unescaped ?? Self.copy(bytes, start..<(at - 1))) + [mark]
          at += 1
          continue
        }
        return unescaped.map { builder.place(of: $0) } ?? Self.place(start, at - 1)
      }
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        guard let next = peek(bytes), next == mark || next == UInt8(ascii: "\\") else { return nil }
        unescaped = (unescaped ?? Self.copy(bytes, start..<(at - 1))) + [next]
        at += 1
        continue
      }
      unescaped?.append(byte)
    }
    return nil
  }

  private static func copy(_ bytes: Swift.Span<UInt8>, _ range: Range<Int>) -> [UInt8] { range.map { bytes[$0] } }

  private static func place(_ start: Int, _ end: Int) -> EntryStore.Place {
    EntryStore.Place(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: end - start))
  }

  /// The place here as columns note it: see ``EntryStore/Entry``.
  private var place: Int32 { Int32(truncatingIfNeeded: -at - 1) }

  /// The next byte of the line.
  @inline(__always)
  private func peek(_ bytes: Swift.Span<UInt8>) -> UInt8? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    return byte == 0x0A || byte == 0x0D ? nil : byte
  }

  @inline(__always)
  private mutating func take(_ bytes: Swift.Span<UInt8>, _ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  @inline(__always)
  private mutating func skipSpaces(_ bytes: Swift.Span<UInt8>) {
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
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
