import Documents

/// Small tests and searches on bytes.
extension UInt8 {
  @inline(__always) var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  @inline(__always) var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  @inline(__always) var isASCIIUpper: Bool { self >= 0x41 && self <= 0x5A }
  @inline(__always) var isASCIILower: Bool { self >= 0x61 && self <= 0x7A }
  /// A letter, a digit, or a byte of a character beyond ASCII.
  @inline(__always) var isWordByte: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 }
  /// ASCII letters in lower case; everything else unchanged.
  @inline(__always) var asciiLowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }
  /// A blank or one of the ten letters that texts have most of.
  fileprivate var isCommonInText: Bool {
    switch self {
    case 0x20, UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "i"),
      UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "h"), UInt8(ascii: "l"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Where an ASCII word first occurs at or after an offset, letters compared without case. The word must be in lower
  /// case.
  func find(_ word: String, from: Int = 0, to limit: Int? = nil) -> Int? {
    find(Array(word.utf8), from: from, to: limit)
  }

  func find(_ word: [UInt8], from: Int = 0, to limit: Int? = nil) -> Int? {
    let end = Swift.min(limit ?? count, count)
    guard !word.isEmpty, word.count <= end, from >= 0 else { return nil }
    // The outermost bytes that few places of a text have are looked for, letters in either case.
    let first = word.firstIndex { !$0.isCommonInText } ?? 0
    let last = word.lastIndex { !$0.isCommonInText } ?? word.count - 1
    let (search, other) = (Self.search(word[first]), Self.search(word[last]))
    var place = from + first
    let behind = end - word.count + first + 1
    while place < behind {
      place = search.next(in: span, from: place, to: behind, with: other, at: last - first)
      if place < behind, matches(word, at: place - first) { return place - first }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private static func search(_ byte: UInt8) -> ByteSearch {
    ByteSearch(byte, byte.isASCIILower ? byte & ~0x20 : byte)
  }

  /// Whether an ASCII word in lower case stands at an offset, letters compared without case.
  @inline(__always)
  func matches(_ word: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= count else { return false }
    for index in word.indices where self[offset + index].asciiLowercased != word[index] { return false }
    return true
  }
}
