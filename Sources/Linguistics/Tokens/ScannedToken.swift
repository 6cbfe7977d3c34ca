import Documents

/// A token with what the tokeniser knows of it and the sentence splitter wants to know.
struct ScannedToken {
  enum Kind: UInt8 {
    case word
    case number
    /// Letters with inner dots: `U.S.`, `a.m.`
    case acronym
    /// A word whose dot belongs to it.
    case abbreviation
    /// One letter with its dot: `J.`
    case initial
    /// Addresses, file names, handles and tags.
    case web
    case comma
    case colon
    case semicolon
    case period
    /// Runs of `!` and `?`.
    case exclamation
    case ellipsis
    case openBracket
    case closeBracket
    case openQuote
    case closeQuote
    /// `"` and `''`, whose side has to be found out.
    case straightQuote
    /// `'` and `’` that stand alone.
    case apostrophe
    case dash
    case hyphen
    case bullet
    case emoticon
    /// A full stop of a script that puts no blank after it.
    case wideStop
    case symbol
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let spaceBefore = Flags(rawValue: 1)
    static let lineBefore = Flags(rawValue: 2)
    static let blankLineBefore = Flags(rawValue: 4)
    /// Begins with an upper-case letter.
    static let upper = Flags(rawValue: 8)
    static let lower = Flags(rawValue: 16)
    static let digit = Flags(rawValue: 32)
    /// The first two letters are capitals.
    static let capitals = Flags(rawValue: 64)
    /// One byte long.
    static let single = Flags(rawValue: 128)
  }

  /// Byte offsets into the text.
  var start: Int32
  var end: Int32
  var kind: Kind
  var flags: Flags
  /// Code of an abbreviation, see ``Abbreviations``; 0 for other tokens.
  var abbreviation: UInt8

  var count: Int { Int(end - start) }

  var token: Token { Token(start: Int(start), end: Int(end)) }
}
