/// The immutable text of one document: valid UTF-8 bytes, and the way from byte offsets to code points.
public struct Text: Sendable {
  /// Valid UTF-8, without a byte order mark.
  public let utf8: [UInt8]

  /// Number of code points before each block of `blockSize` bytes; empty if all bytes are ASCII.
  private let scalarsBeforeBlock: [UInt32]

  private static let blockSize = 8

  /// Takes bytes that must already be valid UTF-8 (``UTF8Repair`` makes them so).
  public init(validUTF8 bytes: [UInt8]) {
    utf8 = bytes
    guard ByteSearch.beyondASCII.next(in: bytes, from: 0) < bytes.count else {
      scalarsBeforeBlock = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.blockSize + 1)
    var scalars: UInt32 = 0
    let span = bytes.span
    var index = 0
    while index < span.count {
      counts.append(scalars)
      let end = min(index &+ Self.blockSize, span.count)
      while index < end {
        scalars &+= span[index] & 0xC0 != 0x80 ? 1 : 0
        index &+= 1
      }
    }
    scalarsBeforeBlock = counts
  }

  public init(_ string: String) { self.init(validUTF8: Array(string.utf8)) }

  public var count: Int { utf8.count }

  /// The span of the whole text.
  public var span: Span { Span(0, utf8.count) }

  /// How many code points stand before a byte offset; offsets outside the text are clamped to it.
  public func scalarOffset(ofByte offset: Int) -> Int {
    let offset = Swift.min(Swift.max(offset, 0), utf8.count)
    guard !scalarsBeforeBlock.isEmpty else { return offset }
    let block = Swift.min(offset / Self.blockSize, scalarsBeforeBlock.count - 1)
    var scalars = Int(scalarsBeforeBlock[block])
    for index in (block * Self.blockSize)..<offset where utf8[index] & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// The byte offset at which a code point begins; offsets outside the text are clamped to it.
  public func byteOffset(ofScalar scalar: Int) -> Int {
    guard !scalarsBeforeBlock.isEmpty else { return Swift.min(Swift.max(scalar, 0), utf8.count) }
    var low = 0
    var high = scalarsBeforeBlock.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(scalarsBeforeBlock[middle]) <= scalar { low = middle } else { high = middle - 1 }
    }
    var index = low * Self.blockSize
    var remaining = scalar - Int(scalarsBeforeBlock[low])
    while index < utf8.count {
      if utf8[index] & 0xC0 != 0x80 {
        if remaining <= 0 { break }
        remaining -= 1
      }
      index += 1
    }
    return index
  }

  /// The text of a span; parts outside the text are left off.
  public func string(_ span: Span) -> String {
    let start = Swift.min(Swift.max(span.start, 0), utf8.count)
    let end = Swift.min(Swift.max(span.end, start), utf8.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  public var string: String { string(span) }

  /// The span without white space at its ends; empty at its start if there is nothing else.
  public func trimmed(_ span: Span) -> Span {
    var start = span.start
    var end = span.end
    while start < end, let length = whitespaceLength(at: start, limit: end) { start += length }
    while end > start, let length = whitespaceLength(before: end, limit: start) { end -= length }
    return Span(start, end)
  }

  /// Length in bytes of the white space character at an offset, `nil` if another character stands there.
  public func whitespaceLength(at offset: Int, limit: Int) -> Int? {
    guard offset < limit, offset < utf8.count else { return nil }
    let byte = utf8[offset]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    guard byte >= 0xC2 else { return nil }
    if byte == 0xC2, offset + 1 < limit { return utf8[offset + 1] == 0xA0 || utf8[offset + 1] == 0x85 ? 2 : nil }
    guard offset + 2 < limit, isWideSpace(offset) else { return nil }
    return 3
  }

  private func whitespaceLength(before end: Int, limit: Int) -> Int? {
    for length in 1...3 where end - length >= limit {
      if whitespaceLength(at: end - length, limit: end) == length { return length }
    }
    return nil
  }

  /// U+1680, U+2000…U+200B, U+2028, U+2029, U+202F, U+205F, U+3000 and U+FEFF, three bytes each.
  private func isWideSpace(_ offset: Int) -> Bool {
    switch (utf8[offset], utf8[offset + 1], utf8[offset + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return true
    default: return false
    }
  }
}
