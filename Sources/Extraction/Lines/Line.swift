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
    var folded: [UInt8] = []
    folded.reserveCapacity(min(text.count, Self.foldLimit))
    var words = 0
    var capitalised = 0
    var shouted = 0
    var stops = 0
    var inWord = false
    var wordLength = 0
    var upperInWord = 0
    var last: UInt8 = 0
    var closed = false
    var afterStop = 0
    var index = text.startIndex
    let start = Self.afterBullets(text)
    hasBullet = start > text.startIndex
    index = start
    while index < text.endIndex {
      var byte = text[index]
      var length = 1
      if byte == 0xE2, index + 2 < text.endIndex, text[index + 1] == 0x80 {
        switch text[index + 2] {
        case 0x98, 0x99: (byte, length) = (UInt8(ascii: "'"), 3)
        case 0x9C, 0x9D: (byte, length) = (UInt8(ascii: "\""), 3)
        case 0x92...0x95: (byte, length) = (UInt8(ascii: "-"), 3)
        case 0xA6: (byte, length) = (UInt8(ascii: "."), 3)
        case 0xA2: (byte, length) = (UInt8(ascii: "*"), 3)
        default: break
        }
      } else if byte == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xA0 {
        (byte, length) = (0x20, 2)
      }
      if byte.isASCIISpace { byte = 0x20 }
      if byte.isWordByte {
        if !inWord {
          inWord = true
          words += 1
          wordLength = 0
          upperInWord = 0
          if byte.isASCIIUpper || byte == 0xC3 { capitalised += 1 }
          if afterStop == 2, byte.isASCIIUpper || byte == UInt8(ascii: "\"") { stops += 1 }
        }
        wordLength += 1
        if byte.isASCIIUpper { upperInWord += 1 }
        afterStop = 0
      } else {
        let joins = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&")
        if inWord, !joins {
          inWord = false
          if wordLength >= 2, upperInWord == wordLength { shouted += 1 }
        }
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
          afterStop = wordLength > 2 ? 1 : 0
        } else if byte == 0x20 {
          if afterStop == 1 { afterStop = 2 }
        } else if byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'") {
          afterStop = 0
        }
      }
      if byte != 0x20 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")")
          || byte == UInt8(ascii: "]")
        {
          closed = true
        } else {
          last = byte
          closed = false
        }
      }
      if folded.count < Self.foldLimit, byte != 0x20 || (folded.last ?? 0x20) != 0x20 {
        folded.append(byte.asciiLowercased)
      }
      index += length
    }
    if inWord, wordLength >= 2, upperInWord == wordLength { shouted += 1 }
    while folded.last == 0x20 { folded.removeLast() }
    self.folded = folded
    wordCount = words
    self.capitalised = capitalised
    self.shouted = shouted
    lastByte = last
    endsClosed = closed
    innerStops = stops
    byteCount = text.count
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
        guard index + 1 >= text.endIndex || text[index + 1].isASCIISpace || text[index + 1] == byte else { return index }
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
