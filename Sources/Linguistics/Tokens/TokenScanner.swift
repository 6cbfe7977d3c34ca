import Documents

/// One pass over the bytes of a block, making tokens by the conventions of the English UD treebanks (EWT, GUM):
/// clitics stand alone (`do|n't`, `John|'s`, `can|not`), hyphens split words (`long|-|term`) but not prefixes
/// (`non-profit`), currency, percent and units stand apart from numbers (`$|5|m`), and the dot of an abbreviation
/// belongs to it.
///
/// Every byte that is not white space is in exactly one token. Look-ahead is bounded or cached for each run of bytes
/// without white space, so the time is linear.
struct TokenScanner {
  let bytes: [UInt8]
  let abbreviations: Abbreviations
  var tokens: [ScannedToken] = []
  /// Whether the block that was scanned last holds a line end.
  var hasLineEnds = false
  /// Where the next token begins.
  var position = 0
  /// End of the block.
  var end = 0
  var gap: ScannedToken.Flags = []
  /// End of the run without white space that holds `position`, and whether it holds something like an address.
  var chunkEnd = 0
  var chunkIsWeb = false
  private let classes = ByteClass.table

  init(bytes: [UInt8], abbreviations: Abbreviations) {
    self.bytes = bytes
    self.abbreviations = abbreviations
    tokens.reserveCapacity(bytes.count / 5 + 8)
  }

  /// Appends the tokens of a span of the text.
  mutating func scan(_ span: Documents.Span) {
    position = max(0, span.start)
    end = min(span.end, bytes.count)
    chunkEnd = position
    gap = .spaceBefore
    hasLineEnds = false
    let bytes = bytes
    let classes = classes
    let end = end
    while position < end {
      let start = position
      let byte = bytes[start]
      switch classes[Int(byte)] {
      case ByteClass.lower.rawValue, ByteClass.upper.rawValue:
        let index = LetterRun.end(in: bytes.span, from: start + 1, to: end)
        let next = index < end ? bytes[index] : 0
        if next < 64, Self.enders >> UInt64(next) & 1 != 0, !mayBeContraction(start, index) {
          var flags = gap
          if byte >= 0x61 {
            flags.insert(.lower)
          } else {
            flags.insert(index > start + 1 && ByteClass.isUpper(bytes[start + 1]) ? [.upper, .capitals] : .upper)
          }
          if index == start + 1 { flags.insert(.single) }
          append(start, index, .word, flags, 0)
          if next == 0x20 {
            gap = .spaceBefore
            position = index + 1
          }
        } else {
          word(start, index)
        }
      case ByteClass.space.rawValue:
        gap.insert(.spaceBefore)
        position += 1
      case ByteClass.lineEnd.rawValue: lineEnd(byte)
      case ByteClass.digit.rawValue: number(from: start)
      case ByteClass.high.rawValue: high()
      default: symbol(byte)
      }
    }
  }

  /// The bytes below 64 that cannot belong to the word in front of them: the end, white space, `!`, `"`, `)`, `,`, `;`
  /// and `?`, a bit each.
  static let enders: UInt64 = 0x8800_1207_0000_2601

  private mutating func lineEnd(_ byte: UInt8) {
    hasLineEnds = true
    position += byte == 0x0D && self[position + 1] == 0x0A ? 2 : 1
    gap.insert(gap.contains(.lineBefore) ? [.spaceBefore, .blankLineBefore] : [.spaceBefore, .lineBefore])
  }

  /// The byte at an offset, 0 beyond the block.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { offset < end && offset >= 0 ? bytes[offset] : 0 }

  /// Appends a token and moves behind it.
  mutating func emit(_ start: Int, _ tokenEnd: Int, _ kind: ScannedToken.Kind, abbreviation: UInt8 = 0) {
    var flags = gap
    let first = classes[Int(bytes[start])]
    if first == ByteClass.lower.rawValue {
      flags.insert(.lower)
    } else if first == ByteClass.upper.rawValue {
      flags.insert(ByteClass.isUpper(self[start + 1]) ? [.upper, .capitals] : .upper)
    } else if first == ByteClass.digit.rawValue {
      flags.insert(.digit)
    } else if first == ByteClass.high.rawValue, kind == .word || kind == .initial {
      flags.formUnion(caseOfScalar(at: start))
    }
    if tokenEnd - start == 1 { flags.insert(.single) }
    append(start, tokenEnd, kind, flags, abbreviation)
  }

  @inline(__always)
  private mutating func append(
    _ start: Int, _ tokenEnd: Int, _ kind: ScannedToken.Kind, _ flags: ScannedToken.Flags, _ abbreviation: UInt8
  ) {
    tokens.append(
      ScannedToken(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: tokenEnd), kind: kind, flags: flags,
        abbreviation: abbreviation))
    gap = []
    position = tokenEnd
  }

  /// Kept out of line: the standard library's properties cost their setup in every function that they are part of.
  @inline(never)
  func caseOfScalar(at offset: Int) -> ScannedToken.Flags {
    guard let scalar = Unicode.Scalar(decode(at: offset).scalar) else { return [] }
    if scalar.properties.isUppercase { return .upper }
    return scalar.properties.isLowercase ? .lower : []
  }

  /// The scalar at an offset and its length in bytes; a stray byte counts as one scalar of its own.
  func decode(at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(self[offset])
    let second = UInt32(self[offset + 1])
    switch first {
    case 0xC2...0xDF where second & 0xC0 == 0x80: return ((first & 0x1F) << 6 | second & 0x3F, 2)
    case 0xE0...0xEF where offset + 2 < end:
      let third = UInt32(self[offset + 2])
      return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
    case 0xF0...0xF4 where offset + 3 < end:
      let third = UInt32(self[offset + 2])
      let fourth = UInt32(self[offset + 3])
      return ((first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F, 4)
    default: return (first, 1)
    }
  }

  /// Brings ``chunkEnd`` and ``chunkIsWeb`` up to date with a position.
  mutating func refreshChunk(_ start: Int) {
    guard start >= chunkEnd else { return }
    var index = start
    var web = false
    while index < end {
      let byte = bytes[index]
      if byte <= 0x20 { break }
      if byte == 0x40 || byte == 0x2F || (byte == 0x2E && ByteClass.isAlphanumeric(self[index + 1])) { web = true }
      index += 1
    }
    chunkEnd = max(index, start + 1)
    chunkIsWeb = web
  }
}
