/// Punctuation, emoticons and everything beyond ASCII that does not begin with a letter.
extension TokenScanner {
  /// An ASCII byte that is neither letter, digit nor white space.
  mutating func symbol(_ byte: UInt8) {
    let start = position
    let next = self[start + 1]
    switch byte {
    case 0x2E: dots(start)
    case 0x21, 0x3F: emit(start, runEnd(start) { $0 == 0x21 || $0 == 0x3F }, .exclamation)
    case 0x2C: emit(start, start + 1, .comma)
    case 0x27: apostrophe(start, 1)
    case 0x22: emit(start, start + 1, .straightQuote)
    case 0x60: emit(start, start + (next == 0x60 ? 2 : 1), .openQuote)
    case 0x28, 0x5B, 0x7B: emit(start, start + 1, .openBracket)
    case 0x29, 0x5D, 0x7D: emit(start, start + 1, .closeBracket)
    case 0x3A, 0x3B, 0x3D:
      if let emoticonEnd = emoticonEnd(start) { return emit(start, emoticonEnd, .emoticon) }
      if byte == 0x3D { return emit(start, runEnd(start) { $0 == 0x3D }, .symbol) }
      emit(start, start + 1, byte == 0x3A ? .colon : .semicolon)
    case 0x2D:
      let runEnd = runEnd(start) { $0 == 0x2D }
      emit(start, runEnd, runEnd - start > 1 ? .dash : .hyphen)
    case 0x2B where ByteClass.isDigit(next) && gap.contains(.spaceBefore): number(from: start)
    case 0x23, 0x40:
      if let handleEnd = handleEnd(start) { return emit(start, handleEnd, .web) }
      emit(start, runEnd(start) { $0 == byte }, .symbol)
    case 0x25, 0x26, 0x2F, 0x5C: emit(start, start + 1, .symbol)
    case 0x2A where next != 0x2A: emit(start, start + 1, .bullet)
    default: emit(start, runEnd(start) { $0 == byte }, .symbol)
    }
  }

  private func runEnd(_ start: Int, _ isMember: (UInt8) -> Bool) -> Int {
    var index = start + 1
    while index < end, isMember(bytes[index]) { index += 1 }
    return index
  }

  private mutating func dots(_ start: Int) {
    let runEnd = runEnd(start) { $0 == 0x2E }
    if runEnd - start > 1 { return emit(start, runEnd, .ellipsis) }
    if ByteClass.isDigit(self[runEnd]), gap.contains(.spaceBefore) || tokens.last?.kind == .symbol {
      return number(from: start)
    }
    emit(start, runEnd, .period)
  }

  /// An apostrophe that does not follow a letter directly: a clitic (`U.S.'s`), an elision (`'90s`), or a quotation
  /// mark. `length` is 1 for `'`, 3 for `’`.
  mutating func apostrophe(_ start: Int, _ length: Int) {
    let after = start + length
    if length == 1, self[after] == 0x27 { return emit(start, after + 1, .straightQuote) }
    var suffixEnd = after
    while ByteClass.isLetter(self[suffixEnd]), suffixEnd - after < 6 { suffixEnd += 1 }
    if suffixEnd > after, !ByteClass.isAlphanumeric(self[suffixEnd]) {
      let suffix = key(after, suffixEnd)
      if !gap.contains(.spaceBefore), EnglishWords.clitics.contains(suffix) { return emit(start, suffixEnd, .word) }
      // 'em, 'cause, 'til
      if gap.contains(.spaceBefore), EnglishWords.elisions.contains(suffix) { return emit(start, suffixEnd, .word) }
    }
    if gap.contains(.spaceBefore), ByteClass.isDigit(self[after]), ByteClass.isDigit(self[after + 1]) {
      var digitsEnd = after + 2
      if self[digitsEnd] | 0x20 == 0x73 { digitsEnd += 1 }
      if !ByteClass.isAlphanumeric(self[digitsEnd]) { return emit(start, digitsEnd, .number) }
    }
    emit(start, after, .apostrophe)
  }

  /// `:)`, `;-)`, `:D`, `=(`: eyes, perhaps a nose, a mouth.
  private func emoticonEnd(_ start: Int) -> Int? {
    guard gap.contains(.spaceBefore) else { return nil }
    var index = start + 1
    if self[index] == 0x2D || self[index] == 0x27 { index += 1 }
    switch self[index] {
    case 0x29, 0x28, 0x5D, 0x7C:
      while self[index + 1] == self[index] { index += 1 }
      return index + 1
    case 0x44, 0x50, 0x70, 0x4F, 0x6F, 0x2F, 0x5C, 0x73, 0x2A:
      return ByteClass.isAlphanumeric(self[index + 1]) || self[index + 1] == 0x2F ? nil : index + 1
    default: return nil
    }
  }

  /// A character beyond ASCII.
  mutating func high() {
    let start = position
    let (scalar, length) = decode(at: start)
    let after = start + length
    switch ScalarClass(scalar) {
    case .space:
      gap.insert(.spaceBefore)
      if scalar == 0x2028 || scalar == 0x2029 {
        gap.formUnion(scalar == 0x2028 ? .lineBefore : [.lineBefore, .blankLineBefore])
        hasLineEnds = true
      }
      position = after
    case .word, .extend: longWord(start, after)
    case .apostrophe: apostrophe(start, length)
    case .openQuote: emit(start, after, .openQuote)
    case .closeQuote: emit(start, after, .closeQuote)
    case .openBracket: emit(start, after, .openBracket)
    case .closeBracket: emit(start, after, .closeBracket)
    case .hyphen: emit(start, after, .hyphen)
    case .dash: emit(start, after, .dash)
    case .ellipsis: emit(start, after, .ellipsis)
    case .wideStop: emit(start, after, .wideStop)
    case .bullet: emit(start, after, .bullet)
    case .symbol: emit(start, after, .symbol)
    case .emoji: emit(start, emojiEnd(scalar, after), .emoticon)
    }
  }

  /// Behind the modifiers, joined pictures and the second half of a flag.
  private func emojiEnd(_ scalar: UInt32, _ from: Int) -> Int {
    var index = from
    var isJoined = false
    var isHalfFlag = (0x1F1E6...0x1F1FF).contains(scalar)
    while self[index] >= 0x80 {
      let (next, length) = decode(at: index)
      switch next {
      case 0x200D: isJoined = true
      case 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: break
      case 0x1F1E6...0x1F1FF where isHalfFlag: isHalfFlag = false
      case 0x2600...0x27BF where isJoined, 0x1F000...0x1FAFF where isJoined: isJoined = false
      default: return index
      }
      index += length
    }
    return index
  }
}
