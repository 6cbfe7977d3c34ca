/// Addresses, file names, handles and tags, all with bounded look-ahead.
extension TokenScanner {
  private static let longestLocalPart = 64
  private static let longestDomain = 255

  /// Where an address that begins at an offset ends, `nil` if none does.
  func webEnd(_ start: Int) -> Int? {
    if let schemeEnd = schemeEnd(start) { return urlEnd(start, schemeEnd) }
    if let mailEnd = mailEnd(start) { return mailEnd }
    return domainEnd(start)
  }

  /// Behind `http://`, `www.`, `mailto:` and the like.
  private func schemeEnd(_ start: Int) -> Int? {
    var index = start
    while ByteClass.isLetter(self[index]), index - start < 10 { index += 1 }
    if self[index] == 0x3A, index - start >= 3 {
      if self[index + 1] == 0x2F, self[index + 2] == 0x2F { return index + 3 }
      return index - start == 6 && key(start, index) == Self.mailto ? index + 1 : nil
    }
    return index - start == 3 && self[index] == 0x2E && key(start, index) == Self.www ? index + 1 : nil
  }

  private static let mailto = SmallWordSet.lowercasedKey(Array("mailto".utf8), 0, 6)
  private static let www = SmallWordSet.lowercasedKey(Array("www".utf8), 0, 3)

  /// To the end of the characters that an address may have, without the punctuation of the sentence behind it.
  private func urlEnd(_ start: Int, _ from: Int) -> Int? {
    var index = from
    var parentheses = 0
    loop: while index < chunkEnd {
      let byte = bytes[index]
      switch byte {
      case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5E, 0x60, 0x7B...0x7D: break loop
      case 0x28: parentheses += 1
      case 0x29:
        if parentheses == 0 { break loop }
        parentheses -= 1
      case 0x80...:
        let (scalar, length) = decode(at: index)
        guard case .word = ScalarClass(scalar) else { break loop }
        index += length - 1
      default: break
      }
      index += 1
    }
    while index > from, isTrailing(bytes[index - 1]) { index -= 1 }
    return index > from ? index : nil
  }

  private func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x28, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D: true
    default: false
    }
  }

  private func mailEnd(_ start: Int) -> Int? {
    var index = start
    let limit = min(chunkEnd, start + Self.longestLocalPart)
    while index < limit, isLocalPart(bytes[index]) { index += 1 }
    guard index > start, self[index] == 0x40, ByteClass.isAlphanumeric(self[index + 1]) else { return nil }
    let at = index
    index += 1
    var dots = 0
    let domainLimit = min(chunkEnd, at + Self.longestDomain)
    while index < domainLimit, ByteClass.isAlphanumeric(bytes[index]) || bytes[index] == 0x2D || bytes[index] == 0x2E {
      if bytes[index] == 0x2E {
        guard ByteClass.isAlphanumeric(self[index + 1]) else { break }
        dots += 1
      }
      index += 1
    }
    return dots > 0 ? index : nil
  }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D || byte == 0x2B || byte == 0x25
  }

  /// `example.org`, `example.co.uk/page`, `report.pdf`.
  private func domainEnd(_ start: Int) -> Int? {
    var index = start
    var lastDot = 0
    var dots = 0
    var isSmall = true
    let limit = min(chunkEnd, start + Self.longestDomain)
    while index < limit {
      let byte = bytes[index]
      if byte == 0x2E {
        guard ByteClass.isAlphanumeric(self[index + 1]) else { break }
        lastDot = index
        dots += 1
      } else if !ByteClass.isAlphanumeric(byte), byte != 0x2D, byte != 0x5F {
        break
      } else if !ByteClass.isLower(byte), byte != 0x2D {
        isSmall = false
      }
      index += 1
    }
    guard lastDot > start else { return nil }
    var labelEnd = lastDot + 1
    while ByteClass.isAlphanumeric(self[labelEnd]) { labelEnd += 1 }
    // alt.binaries.maps: three or more parts in small letters.
    if dots > 1, isSmall, index == labelEnd { return index }
    guard EnglishWords.domains.contains(key(lastDot + 1, labelEnd)) else { return nil }
    // "said.It" is a missing blank: endings of two letters are written small.
    guard labelEnd - lastDot > 3 || ByteClass.isLower(self[lastDot + 1]) else { return nil }
    return self[labelEnd] == 0x2F ? urlEnd(start, labelEnd) ?? labelEnd : labelEnd
  }

  /// `@name` and `#topic` at an offset.
  func handleEnd(_ start: Int) -> Int? {
    var index = start + 1
    guard ByteClass.isLetter(self[index]) || (self[index] == 0x5F && ByteClass.isLetter(self[index + 1])) else {
      return nil
    }
    while ByteClass.isAlphanumeric(self[index]) || self[index] == 0x5F { index += 1 }
    return index
  }
}
