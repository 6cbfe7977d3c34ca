/// Words: letters, clitics, hyphens and inner marks.
extension TokenScanner {
  /// A word whose first letters, all ASCII, end at `index`, and that is not as simple as most.
  mutating func word(_ start: Int, _ index: Int) {
    let next = self[index]
    if next < 64, Self.enders >> UInt64(next) & 1 != 0 { emitWord(start, index) } else { longWord(start, index) }
  }

  /// A word that goes on after its first letters, or that is followed by something that may belong to it.
  mutating func longWord(_ start: Int, _ from: Int) {
    refreshChunk(start)
    if chunkIsWeb, let webEnd = webEnd(start) { return emit(start, webEnd, .web) }
    var index = from
    while index < end {
      let byte = bytes[index]
      let next = self[index + 1]
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: index += 1
      case 0x80...:
        let (scalar, length) = decode(at: index)
        switch ScalarClass(scalar) {
        case .word, .extend: index += length
        case .symbol where scalar == 0xB0 && index == start + 1 && bytes[start] | 0x20 == 0x6E:
          // N°. 5
          let hasDot = self[index + 2] == 0x2E
          return emit(start, index + (hasDot ? 3 : 2), hasDot ? .abbreviation : .word, abbreviation: hasDot ? 1 : 0)
        case .apostrophe:
          guard let after = afterApostrophe(start, index, length) else { return }
          index = after
        case .hyphen:
          guard let after = afterHyphen(start, index, length) else { return }
          index = after
        default: return emitWord(start, index)
        }
      case 0x27, 0x60:
        guard let after = afterApostrophe(start, index, 1) else { return }
        index = after
      case 0x2D:
        guard let after = afterHyphen(start, index, 1) else { return }
        index = after
      case 0x2E:
        guard let after = afterDot(start, index) else { return }
        index = after
      case 0x26, 0x2A, 0x40:
        // AT&T, f*ck, Smith@DESK; but not "this&that" at length.
        guard ByteClass.isLetter(next), byte != 0x26 || index - start <= 4 else { return emitWord(start, index) }
        index += 1
      case 0x24 where index - start <= 3 && ByteClass.isUpper(bytes[start]):
        // US$, C$
        return emit(start, index + 1, .symbol)
      default: return emitWord(start, index)
      }
    }
    emitWord(start, index)
  }

  /// Whether a word may be one of ``EnglishWords/contractions``, by its length and its end: nt, ot, na, ta, me, ve, im.
  @inline(__always)
  func mayBeContraction(_ start: Int, _ wordEnd: Int) -> Bool {
    let length = wordEnd - start
    guard length <= 8, length >= 2 else { return false }
    let previous = bytes[wordEnd - 2] | 0x20
    switch bytes[wordEnd - 1] | 0x20 {
    case 0x74: return previous == 0x6E || previous == 0x6F
    case 0x61: return previous == 0x6E || previous == 0x74
    case 0x65: return previous == 0x6D || previous == 0x76
    case 0x6D: return previous == 0x69 && length == 2
    default: return false
    }
  }

  /// Emits a word, or the two parts of `cannot`, `gonna`, `dont`.
  mutating func emitWord(_ start: Int, _ wordEnd: Int) {
    if mayBeContraction(start, wordEnd) {
      let first = Int(EnglishWords.contractions.value(of: key(start, wordEnd)))
      if first > 0, start + first < wordEnd {
        emit(start, start + first, .word)
        return emit(start + first, wordEnd, .word)
      }
    }
    emit(start, wordEnd, .word)
  }

  /// Decides what an apostrophe inside or after a word is. Returns where the word goes on, `nil` if it was emitted.
  private mutating func afterApostrophe(_ start: Int, _ index: Int, _ length: Int) -> Int? {
    let after = index + length
    var suffixEnd = after
    while suffixEnd < end, ByteClass.isLetter(bytes[suffixEnd]), suffixEnd - after < 4 { suffixEnd += 1 }
    let next = self[suffixEnd]
    guard suffixEnd > after else {
      // A possessive plural or a closing quotation mark.
      emitWord(start, index)
      return nil
    }
    guard !ByteClass.isAlphanumeric(next) else { return bytes[index] == 0x60 ? stop(start, index) : after }
    if suffixEnd == after + 1, bytes[after] | 0x20 == 0x74, index > start + 1, bytes[index - 1] | 0x20 == 0x6E {
      emit(start, index - 1, .word)
      emit(index - 1, suffixEnd, .word)
      return nil
    }
    if EnglishWords.clitics.contains(SmallWordSet.lowercasedKey(bytes, after, suffixEnd)) {
      emit(start, index, .word)
      emit(index, suffixEnd, .word)
      return nil
    }
    return bytes[index] == 0x60 ? stop(start, index) : after
  }

  private mutating func stop(_ start: Int, _ index: Int) -> Int? {
    emitWord(start, index)
    return nil
  }

  /// Splits a word at a hyphen unless its first part is a prefix. Returns where the word goes on, `nil` if it was
  /// emitted.
  private mutating func afterHyphen(_ start: Int, _ index: Int, _ length: Int) -> Int? {
    let after = index + length
    let next = self[after]
    guard ByteClass.isAlphanumeric(next) || (next >= 0x80 && isWord(at: after)) else {
      // `pre- and post-`, `th-`: the hyphen belongs to a part of a word.
      if next != 0x2D, index - start <= 2 || EnglishWords.prefixes.contains(key(start, index)) {
        emit(start, after, .word)
        return nil
      }
      return stop(start, index)
    }
    let first = key(start, index)
    if EnglishWords.prefixes.contains(first) || EnglishWords.wholeFirstParts.contains(first) {
      var rest = after
      while rest < end, ByteClass.isAlphanumeric(bytes[rest]) { rest += 1 }
      if self[rest] != 0x2D || !ByteClass.isAlphanumeric(self[rest + 1]) { return after }
    }
    emit(start, index, .word)
    emit(index, after, .hyphen)
    return nil
  }

  func key(_ start: Int, _ end: Int) -> UInt64 { SmallWordSet.lowercasedKey(bytes, start, end) }

  func isWord(at offset: Int) -> Bool {
    if case .word = ScalarClass(decode(at: offset).scalar) { return true }
    return false
  }
}
