/// A line or block of text as the line patterns see it: its words, its ending, and a folded copy of short ones.
struct Line: Sendable {
  /// The text in lower case (ASCII), white space folded, curly apostrophes and quotation marks straight, leading bullets
  /// left off; only the first ``Line/foldLimit`` bytes.
  let folded: [UInt8]
  let wordCount: Int
  /// Words that begin with an upper-case letter.
  let capitalised: Int
  /// Words of two letters or more, all in upper case.
  let shouted: Int
  /// The last character that is no quotation mark, bracket or space; 0 for an empty line.
  let lastByte: UInt8
  /// Whether the line ends in a quotation mark or bracket.
  let endsClosed: Bool
  let hasBullet: Bool
  /// Marks that end a sentence inside the line, with a blank and a capital behind them.
  let innerStops: Int
  let byteCount: Int

  static let foldLimit = 400

  init(_ text: ArraySlice<UInt8>) {
    let start = Self.afterBullets(text)
    hasBullet = start > text.startIndex
    let plain = Self.plain(text[start...])
    var facts = WordFacts()
    facts.count(plain)
    wordCount = facts.words
    capitalised = facts.capitalised
    shouted = facts.shouted
    innerStops = facts.stops
    (lastByte, endsClosed) = Self.ending(plain)
    folded = plain.prefix(Self.foldLimit).map(\.asciiLowercased)
    byteCount = text.count
  }

  /// White space folded, typographic quotation marks, dashes and ellipses as their ASCII relatives.
  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte <= 0x20 {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        index += 1
      } else if byte == 0xE2 || byte == 0xC2, let (plain, length) = plainMark(text, index) {
        if plain != 0x20 || (result.last ?? 0x20) != 0x20 { result.append(plain) }
        index += length
      } else {
        result.append(byte)
        index += 1
      }
    }
    while result.last == 0x20 { result.removeLast() }
    return result
  }

  private static func plainMark(_ text: ArraySlice<UInt8>, _ index: Int) -> (UInt8, Int)? {
    if text[index] == 0xC2 { return index + 1 < text.endIndex && text[index + 1] == 0xA0 ? (0x20, 2) : nil }
    guard index + 2 < text.endIndex, text[index + 1] == 0x80 else { return nil }
    switch text[index + 2] {
    case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
    case 0x9C, 0x9D: return (UInt8(ascii: "\""), 3)
    case 0x92...0x95: return (UInt8(ascii: "-"), 3)
    case 0xA6: return (UInt8(ascii: "."), 3)
    case 0xA2: return (UInt8(ascii: "*"), 3)
    default: return nil
    }
  }

  private static func ending(_ plain: [UInt8]) -> (UInt8, Bool) {
    var closed = false
    for byte in plain.reversed() where byte != 0x20 {
      let closes =
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
        || byte == UInt8(ascii: "]")
      if !closes { return (byte, closed) }
      closed = true
    }
    return (0, closed)
  }

  /// Whether the line ends as a sentence does.
  var endsSentence: Bool {
    lastByte == UInt8(ascii: ".") || lastByte == UInt8(ascii: "!") || lastByte == UInt8(ascii: "?")
  }

  var endsInColon: Bool { lastByte == UInt8(ascii: ":") }

  /// Whether most words begin with a capital, as in *The Quiet Return of the Night Train*.
  var isTitleCase: Bool { wordCount > 0 && capitalised * 10 >= wordCount * 6 }

  /// Whether this is running text: long enough, and ending as a sentence does.
  var isProse: Bool {
    wordCount >= 12 && (endsSentence || endsInColon || endsClosed) || wordCount >= 40 || innerStops >= 2
  }

  /// Whether this may be a sentence of running text, however short.
  var isSentence: Bool { isProse || wordCount >= 6 && (endsSentence || endsInColon || endsClosed) }

  func starts(with word: String) -> Bool { folded.starts(with: word.utf8) }

  func contains(_ word: String) -> Bool { folded.find(word) != nil }

  /// Where the text begins behind bullets, dashes, arrows and blanks.
  private static func afterBullets(_ text: ArraySlice<UInt8>) -> Int {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte.isASCIISpace {
        index += 1
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|")
        || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "+")
      {
        guard index + 1 >= text.endIndex || text[index + 1].isASCIISpace || text[index + 1] == byte else {
          return index
        }
        index += 1
      } else if byte == 0xE2, index + 2 < text.endIndex, isBullet(text[index + 1], text[index + 2]) {
        index += 3
      } else if byte == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xB7 || text[index + 1] == 0xA0 {
        index += 2
      } else {
        return index
      }
    }
    return index
  }

  /// • ‣ ● ■ ▪ ► ▶ → ◆ ○ – — before a blank, and their relatives.
  private static func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0xA2 || third == 0xA3
    case 0x86: third == 0x92
    case 0x96, 0x97: true
    default: false
    }
  }
}

/// Counts of the words of a line.
private struct WordFacts {
  var words = 0
  var capitalised = 0
  var shouted = 0
  var stops = 0

  private var length = 0
  private var upper = 0
  /// 1 behind a stop, 2 behind the blank that follows it.
  private var stage = 0

  mutating func count(_ plain: [UInt8]) {
    for byte in plain {
      if byte.isWordByte { letter(byte) } else { mark(byte) }
    }
    endWord()
  }

  @inline(__always)
  private mutating func letter(_ byte: UInt8) {
    if length == 0 {
      words += 1
      upper = 0
      if byte.isASCIIUpper || byte == 0xC3 {
        capitalised += 1
        if stage == 2 { stops += 1 }
      }
      stage = 0
    }
    length += 1
    if byte.isASCIIUpper { upper += 1 }
  }

  private mutating func mark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "&"): break
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      stage = length > 2 || length == 0 && stage == 1 ? 1 : 0
      endWord()
    case 0x20:
      endWord()
      if stage == 1 { stage = 2 }
    case UInt8(ascii: "\""), UInt8(ascii: ")"): endWord()
    default:
      endWord()
      stage = 0
    }
  }

  private mutating func endWord() {
    if length >= 2, upper == length { shouted += 1 }
    length = 0
  }
}
