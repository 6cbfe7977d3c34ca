/// Numbers: decimals, times, dates, telephone numbers, units and ordinals.
extension TokenScanner {
  /// A number whose first digit stands at or behind `position`; `start` may hold a sign, a dot or an apostrophe.
  mutating func number(from start: Int) {
    refreshChunk(start)
    if chunkIsWeb, let webEnd = webEnd(start) { return emit(start, webEnd, .web) }
    var index = start == position && !ByteClass.isDigit(self[start]) ? start + 1 : start
    index = digitsEnd(index)
    // 10,000  3.5  5:00
    while let mark = separator(index) { index = digitsEnd(index + mark) }
    switch self[index] {
    case 0x2F:
      if let dateEnd = dateEnd(start, index) { index = dateEnd }
    case 0x2D:
      if let phoneEnd = groupsEnd(start, index) { index = phoneEnd }
    case 0x27:
      // 60's and 1990's are decades, 2003's is a possessive.
      if self[index - 1] == 0x30, self[index + 1] | 0x20 == 0x73, !ByteClass.isAlphanumeric(self[index + 2]) {
        return emit(start, index + 2, .number)
      }
    case 0xE2:
      if self[index + 1] == 0x80, self[index + 2] == 0x99, self[index - 1] == 0x30, self[index + 3] | 0x20 == 0x73,
        !ByteClass.isAlphanumeric(self[index + 4])
      {
        return emit(start, index + 4, .number)
      }
    default: break
    }
    let next = self[index]
    if ByteClass.isLetter(next) { return numberWithLetters(start, index) }
    if next == 0x5F || (next >= 0x80 && isWord(at: index)) { return longWord(start, index) }
    if next == 0x23, !ByteClass.isAlphanumeric(self[index + 1]) { index += 1 }
    emit(start, index, .number)
  }

  private func digitsEnd(_ from: Int) -> Int {
    var index = from
    while index < end, ByteClass.isDigit(bytes[index]) { index += 1 }
    return index
  }

  private func separator(_ index: Int) -> Int? {
    switch self[index] {
    case 0x2C, 0x2E, 0x3A: ByteClass.isDigit(self[index + 1]) ? 1 : nil
    default: nil
    }
  }

  /// 02/13/2001, 9/11 and 24/7, but not the fraction 1/2, which is three tokens.
  private func dateEnd(_ start: Int, _ slash: Int) -> Int? {
    let second = digitsEnd(slash + 1)
    guard second > slash + 1, second - slash <= 5 else { return nil }
    if self[second] == 0x2F {
      let third = digitsEnd(second + 1)
      if third > second + 1 { return third }
    }
    guard slash - start <= 2, second - slash <= 3 else { return nil }
    return slash - start == 1 && second - slash == 2 ? nil : second
  }

  /// Telephone numbers and dates (713-555-0199, 555-0199, 11-20-2000) stay whole; 5-4 and 2016-17 are ranges.
  private func groupsEnd(_ start: Int, _ hyphen: Int) -> Int? {
    var index = hyphen
    var groups = 1
    var second = 0
    while self[index] == 0x2D, ByteClass.isDigit(self[index + 1]), groups < 8 {
      let next = digitsEnd(index + 1)
      if groups == 1 { second = next - index - 1 }
      index = next
      groups += 1
    }
    guard groups > 1, !ByteClass.isLetter(self[index]) else { return nil }
    let first = hyphen - start
    if groups > 2 { return index }
    return second == 4 && first != 4 && first != 2 ? index : nil
  }

  /// 19th and 1960s are whole, 5km and 7pm two tokens, 3143C a code.
  private mutating func numberWithLetters(_ start: Int, _ index: Int) {
    var suffix = index
    var isLower = true
    while suffix < end, ByteClass.isLetter(bytes[suffix]) {
      if ByteClass.isUpper(bytes[suffix]) { isLower = false }
      suffix += 1
    }
    let length = suffix - index
    let isWhole = ByteClass.isDigit(self[suffix]) || self[suffix] == 0x5F
    if !isWhole {
      let letters = key(index, suffix)
      if EnglishWords.ordinals.contains(letters) { return longWord(start, suffix) }
      let isUnit = EnglishWords.units.contains(letters) && (isLower || length > 1 || bytes[index] == 0x4B)
      let isTime = length == 1 && self[suffix] == 0x2E && self[suffix + 1] | 0x20 == 0x6D
      if isUnit || isTime || afterCurrency || (isLower && length >= 3) { return emit(start, index, .number) }
    }
    longWord(start, suffix)
  }

  /// Whether the last token is a currency sign right before this one.
  private var afterCurrency: Bool {
    guard let last = tokens.last, tokens.last?.kind == .symbol, gap.isEmpty else { return false }
    let byte = self[Int(last.end) - 1]
    // $, £ and ¥ (C2 A3, C2 A5), € (E2 82 AC)
    return byte == 0x24 || byte == 0xA3 || byte == 0xA5 || byte == 0xAC
  }
}
