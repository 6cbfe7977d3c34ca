/// What a character beyond ASCII is to the tokeniser.
enum ScalarClass {
  case word
  case space
  /// ’, which is an apostrophe as well as a closing quotation mark.
  case apostrophe
  case openQuote
  case closeQuote
  case openBracket
  case closeBracket
  /// U+2010 and U+2011, which join words as `-` does.
  case hyphen
  case dash
  case ellipsis
  /// The full stops, question and exclamation marks of other scripts; the next sentence follows without a blank.
  case wideStop
  case bullet
  case symbol
  case emoji
  /// Characters that continue whatever stands before them: combining marks, joiners, variation selectors.
  case extend

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x80...0xBF: self = Self.latin1(scalar)
    case 0xD7, 0xF7: self = .symbol
    case 0x300...0x36F, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xE0100...0xE01EF:
      self = .extend
    case 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: self = .space
    case 0x2010...0x205E: self = Self.generalPunctuation(scalar)
    case 0x20A0...0x20CF, 0x2100...0x214F, 0x2190...0x25FF, 0x2800...0x2BFF: self = Self.symbolBlock(scalar)
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: self = .emoji
    case 0x37E, 0x55A...0x55F, 0x5BE...0x5F4, 0x60C, 0x61B, 0x66A...0x66D, 0xE4F: self = Self.letterOrMark(scalar)
    case 0x61F, 0x6D4, 0x964, 0x965, 0x589, 0x1362, 0x1367, 0x1368: self = .wideStop
    case 0x3001...0x303F, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      self = Self.wide(scalar)
    case 0xFFFC, 0xFFFD: self = .symbol
    default: self = .word
    }
  }

  private static func latin1(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x85, 0xA0: .space
    case 0xAA, 0xB5, 0xBA: .word
    case 0xAB: .openQuote
    case 0xBB: .closeQuote
    case 0xAD: .extend
    case 0xB7: .bullet
    default: .symbol
    }
  }

  private static func generalPunctuation(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015: .dash
    case 0x2019: .apostrophe
    case 0x2018, 0x201A, 0x201B, 0x201C, 0x201E, 0x201F, 0x2039: .openQuote
    case 0x201D, 0x203A: .closeQuote
    case 0x2022, 0x2023, 0x2043: .bullet
    case 0x2025, 0x2026: .ellipsis
    case 0x203C, 0x203D, 0x2047...0x2049: .wideStop
    default: .symbol
    }
  }

  private static func symbolBlock(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x2102, 0x2107, 0x210A...0x2113, 0x2115, 0x2119...0x211D, 0x2124, 0x2126, 0x2128, 0x212A...0x2139: .word
    case 0x25A0, 0x25AA, 0x25B6, 0x25BA, 0x25CF, 0x25CB, 0x25E6: .bullet
    default: .symbol
    }
  }

  private static func letterOrMark(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x5D0...0x5EA, 0x5EF...0x5F2: .word
    case 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: .extend
    default: .symbol
    }
  }

  private static func wide(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: .wideStop
    case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035: .word
    case 0x3008, 0x300A, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFF08, 0xFF3B, 0xFF5B: .openBracket
    case 0x3009, 0x300B, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0xFF09, 0xFF3D, 0xFF5D: .closeBracket
    case 0x300C, 0x300E, 0x301D, 0xFF62: .openQuote
    case 0x300D, 0x300F, 0x301E, 0x301F, 0xFF63: .closeQuote
    default: .symbol
    }
  }
}
