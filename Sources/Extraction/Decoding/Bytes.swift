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
}

extension [UInt8] {
  /// Where an ASCII word first occurs at or after an offset, letters compared without case. The word must be in lower
  /// case.
  func find(_ word: String, from: Int = 0, to limit: Int? = nil) -> Int? {
    find(Array(word.utf8), from: from, to: limit)
  }

  func find(_ word: [UInt8], from: Int = 0, to limit: Int? = nil) -> Int? {
    guard let first = word.first else { return nil }
    let end = Swift.min(limit ?? count, count)
    guard word.count <= end, from >= 0 else { return nil }
    var index = from
    let last = end - word.count
    let span = self.span
    // A letter of either case; other bytes only as they are.
    let other = first.isASCIILower ? first & ~0x20 : first
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let (all, others) = (UInt64(first) &* ones, UInt64(other) &* ones)
    while index <= last {
      // Eight places at a time while none of them has the letter: a byte that is zero borrows from its top bit.
      while index &+ 7 <= last {
        let eight = unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        let (one, two) = (eight ^ all, eight ^ others)
        if ((one &- ones) & ~one | (two &- ones) & ~two) & tops != 0 { break }
        index &+= 8
      }
      let near = Swift.min(index &+ 7, last)
      while index <= near {
        let byte = span[index]
        if byte == first || byte == other, matches(word, at: index) { return index }
        index &+= 1
      }
    }
    return nil
  }

  /// Whether an ASCII word in lower case stands at an offset, letters compared without case.
  @inline(__always)
  func matches(_ word: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= count else { return false }
    for index in word.indices where self[offset + index].asciiLowercased != word[index] { return false }
    return true
  }
}
