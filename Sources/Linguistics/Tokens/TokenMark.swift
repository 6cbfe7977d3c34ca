import Documents

/// What the tokeniser knows of a token and the sentence splitter wants to know.
struct TokenMark {
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
    static let upper = Flags(rawValue: 8)
    static let lower = Flags(rawValue: 16)
    static let digit = Flags(rawValue: 32)
  }

  var kind: Kind
  var flags: Flags
  /// Index of an abbreviation's class, see ``Abbreviation/Kind``; 0 for other tokens.
  var abbreviation: UInt8 = 0
}

/// Tokens and what is known of them, in step.
struct TokenBuffer {
  var tokens: [Token] = []
  var marks: [TokenMark] = []

  mutating func reserve(bytes: Int) {
    tokens.reserveCapacity(bytes / 5 + 8)
    marks.reserveCapacity(bytes / 5 + 8)
  }
}
