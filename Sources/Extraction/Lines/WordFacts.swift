import Documents

/// What is counted of a line's words.
struct WordFacts {
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

  mutating func count(_ text: Swift.Span<UInt8>) {
    var index = 0
    while index < text.count {
      if countPlainEight(text, index) {
        index += 8
        continue
      }
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

  /// Counts eight bytes at once if they are small letters and blanks, the first one a letter, as they mostly are; else
  /// counts nothing.
  @inline(__always)
  private mutating func countPlainEight(_ text: Swift.Span<UInt8>, _ index: Int) -> Bool {
    guard index + 8 <= text.count else { return false }
    let (tops, blank): (UInt64, UInt64) = (0x8080_8080_8080_8080, 0x2020_2020_2020_2020)
    // Checked against the span's bounds; any eight bytes are a number.
    let eight = UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    // A small letter has the bit that a capital lacks.
    let letters = LetterRun.letters(eight) & eight << 2
    let blanks = ~letters & tops
    guard letters & 0x80 != 0, (eight ^ blank) & (blanks >> 7 &* 0xFF) == 0 else { return false }
    if length == 0 {
      words += 1
      (upper, stage) = (0, 0)
    }
    words += (letters & blanks << 8).nonzeroBitCount
    // The word that the eight bytes end in, which begins behind their last blank.
    let open = blanks.leadingZeroBitCount / 8
    if open < 8 { (length, upper) = (open, 0) } else { length += 8 }
    let lastLetter = letters.leadingZeroBitCount / 8
    (last, isClosed) = (UInt8(truncatingIfNeeded: eight >> UInt64(56 - 8 * lastLetter)), false)
    return true
  }

  /// Counts letters that stand side by side; gives back where they end.
  private mutating func countWord(_ text: Swift.Span<UInt8>, from start: Int) -> Int {
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
