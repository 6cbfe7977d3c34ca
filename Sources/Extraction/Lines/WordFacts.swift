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
