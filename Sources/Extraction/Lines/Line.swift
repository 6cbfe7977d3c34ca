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
    let bare = text[start...]
    var facts = WordFacts()
    facts.count(bare.span)
    wordCount = facts.words
    capitalised = facts.capitalised
    shouted = facts.shouted
    innerStops = facts.stops
    (lastByte, endsClosed) = (facts.last, facts.isClosed)
    folded = Self.folded(bare.span)
    byteCount = text.count
  }

  /// The text's beginning in lower case, white space folded, typographic quotation marks, dashes and ellipses as their
  /// ASCII relatives.
  private static func folded(_ text: Span<UInt8>) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: min(text.count, foldLimit))
    var room = result.mutableSpan
    var count = 0
    var index = 0
    while index < text.count, count < room.count {
      if count + 8 <= room.count, let eight = plainEight(text, index, afterBlank: count == 0 || room[count - 1] == 0x20)
      {
        var bytes = room.mutableBytes
        bytes.storeBytes(of: eight.littleEndian, toByteOffset: count, as: UInt64.self)
        index += 8
        count += 8
        continue
      }
      if text[index].isPlain {
        room[count] = text[index].asciiLowercased
        index += 1
        count += 1
        continue
      }
      let (byte, length) = plain(text, index)
      index += length
      if byte == 0x20, count == 0 || room[count - 1] == 0x20 { continue }
      room[count] = byte.asciiLowercased
      count += 1
    }
    while index < text.count, plain(text, index).byte == 0x20 { index += plain(text, index).length }
    if index == text.count, count > 0, room[count - 1] == 0x20 { count -= 1 }
    result.removeLast(result.count - count)
    return result
  }

  /// Eight printed characters of ASCII without two blanks in a row, in lower case; `nil` where others stand.
  @inline(__always)
  private static func plainEight(_ text: Span<UInt8>, _ index: Int, afterBlank: Bool) -> UInt64? {
    guard index + 8 <= text.count else { return nil }
    let (tops, blank): (UInt64, UInt64) = (0x8080_8080_8080_8080, 0x2020_2020_2020_2020)
    // Checked against the span's bounds; any eight bytes are a number.
    let eight = UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    guard (eight | (eight &- blank) & ~eight) & tops == 0 else { return nil }
    // The top bit of each byte that is a blank.
    let blanks = ~((eight ^ blank) &+ 0x7F7F_7F7F_7F7F_7F7F) & tops
    guard blanks & blanks << 8 == 0, !(afterBlank && blanks & 0x80 != 0) else { return nil }
    let (fromA, beyondZ) = (eight &+ 0x3F3F_3F3F_3F3F_3F3F, eight &+ 0x2525_2525_2525_2525)
    return eight | (fromA & ~beyondZ & tops) >> 2
  }

  /// What a character is read as, and how many bytes it has; of one that is no mark, its next byte.
  @inline(__always)
  fileprivate static func plain(_ text: Span<UInt8>, _ index: Int) -> (byte: UInt8, length: Int) {
    let byte = text[index]
    if byte <= 0x20 { return (0x20, 1) }
    return byte == 0xE2 || byte == 0xC2 ? plainMark(text, index) : (byte, 1)
  }

  private static func plainMark(_ text: Span<UInt8>, _ index: Int) -> (byte: UInt8, length: Int) {
    let byte = text[index]
    if byte == 0xC2 { return index + 1 < text.count && text[index + 1] == 0xA0 ? (0x20, 2) : (byte, 1) }
    guard index + 2 < text.count, text[index + 1] == 0x80 else { return (byte, 1) }
    switch text[index + 2] {
    case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
    case 0x9C, 0x9D: return (UInt8(ascii: "\""), 3)
    case 0x92...0x95: return (UInt8(ascii: "-"), 3)
    case 0xA6: return (UInt8(ascii: "."), 3)
    case 0xA2: return (UInt8(ascii: "*"), 3)
    default: return (byte, 1)
    }
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

  func starts(with word: String) -> Bool {
    var index = 0
    for byte in word.utf8 {
      guard index < folded.count, folded[index] == byte else { return false }
      index += 1
    }
    return true
  }

  func contains(_ word: String) -> Bool { folded.find(word) != nil }

  func contains(_ word: [UInt8]) -> Bool { folded.find(word) != nil }

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

/// What is counted of a line's words.
private struct WordFacts {
  var words = 0
  var capitalised = 0
  var shouted = 0
  var stops = 0
  /// The last character that neither is a blank nor closes something, 0 for none.
  var last: UInt8 = 0
  /// Whether something is closed behind it.
  var isClosed = false

  private var length = 0
  private var upper = 0
  /// 1 behind a stop, 2 behind the blank that follows it.
  private var stage = 0

  mutating func count(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let (byte, length) = Line.plain(text, index)
      if byte.isWordByte {
        index = countWord(text, from: index)
      } else {
        mark(byte)
        index += length
      }
    }
    endWord()
  }

  /// Counts letters that stand side by side; gives back where they end.
  private mutating func countWord(_ text: Span<UInt8>, from start: Int) -> Int {
    let first = text[start]
    if length == 0 {
      words += 1
      upper = 0
      if first.isASCIIUpper || first == 0xC3 {
        capitalised += 1
        if stage == 2 { stops += 1 }
      }
      stage = 0
    }
    var capitals = first.isASCIIUpper ? 1 : 0
    var index = start + 1
    while index < text.count {
      let byte = text[index]
      // Most letters are small.
      if !byte.isASCIILower {
        guard byte.isWordByte, byte != 0xE2, byte != 0xC2 else { break }
        if byte.isASCIIUpper { capitals += 1 }
      }
      index += 1
    }
    length += index - start
    upper += capitals
    (last, isClosed) = (text[index - 1], false)
    return index
  }

  private mutating func mark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): isClosed = true
    case 0x20: break
    default: (last, isClosed) = (byte, false)
    }
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

extension UInt8 {
  /// Printed ASCII, the blank aside.
  fileprivate var isPlain: Bool { self &- 0x21 < 0x5E }
}
