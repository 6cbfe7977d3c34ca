/// Dots after letters: initials, acronyms, abbreviations, or a full stop.
extension TokenScanner {
  private static let longestAcronym = 24

  /// Decides whether the dot behind a word belongs to it. Returns where the word goes on, `nil` if it was emitted.
  mutating func afterDot(_ start: Int, _ dot: Int) -> Int? {
    let next = self[dot + 1]
    if next == 0x2E {
      // "Orbit Inc.." is a slip of the pen, "and so on..." an ellipsis.
      let code = self[dot + 2] == 0x2E ? 0 : abbreviations.code(bytes, start, dot + 1)
      if code != 0, !EnglishWords.homographs.contains(key(start, dot)) {
        emit(start, dot + 1, .abbreviation, abbreviation: code)
      } else {
        emitWord(start, dot)
      }
      return nil
    }
    if ByteClass.isAlphanumeric(next) || (next >= 0x80 && isWord(at: dot + 1)) {
      return innerDot(start, dot)
    }
    if isInitial(start, dot) {
      if initialTakesDot(start, dot) { emit(start, dot + 1, .initial) } else { emitWord(start, dot) }
      return nil
    }
    let code = abbreviations.code(bytes, start, dot + 1)
    if code != 0, takesDot(code, start, dot) {
      emit(start, dot + 1, .abbreviation, abbreviation: code)
    } else {
      emitWord(start, dot)
    }
    return nil
  }

  /// `U.S.`, `a.m.`, `Ph.D.`, `J.Smith`, `No.5`, or a full stop without the blank after it.
  private mutating func innerDot(_ start: Int, _ dot: Int) -> Int? {
    // Segments of letters, each with its dot.
    var index = dot + 1
    var allShort = dot - start == 1
    var hasLastDot = false
    while index < end, ByteClass.isLetter(bytes[index]) {
      var segment = index
      while segment < end, ByteClass.isLetter(bytes[segment]) { segment += 1 }
      hasLastDot = self[segment] == 0x2E && self[segment + 1] != 0x2E
      if segment - index > 1, !isPossessive(segment) { allShort = allShort && hasLastDot && segment - index == 2 }
      index = segment
      guard hasLastDot, ByteClass.isLetter(self[segment + 1]), segment - start < Self.longestAcronym else { break }
      index = segment + 1
    }
    let acronymEnd = hasLastDot ? index + 1 : index
    let code = abbreviations.code(bytes, start, acronymEnd)
    if code != 0 || (allShort && !ByteClass.isDigit(self[index])) {
      let kind: ScannedToken.Kind = code != 0 && Abbreviations.ends(code) == .never ? .abbreviation : .acronym
      // "end of the U.S." at a block's end keeps its dot too, as in the treebanks.
      emit(start, acronymEnd, kind, abbreviation: code)
      return nil
    }
    if dot == start + 1, ByteClass.isUpper(bytes[start]) {
      emit(start, dot + 1, .initial)
      return nil
    }
    let own = abbreviations.code(bytes, start, dot + 1)
    if own != 0, Abbreviations.ends(own) != .maybe || ByteClass.isDigit(self[dot + 1]) {
      emit(start, dot + 1, .abbreviation, abbreviation: own)
      return nil
    }
    // v2.0 goes on; "end.Next" stops here.
    if ByteClass.isDigit(self[dot + 1]), ByteClass.isDigit(self[dot - 1]) { return dot + 1 }
    emitWord(start, dot)
    return nil
  }

  private func isPossessive(_ index: Int) -> Bool { self[index] == 0x27 }

  private func isInitial(_ start: Int, _ dot: Int) -> Bool {
    if dot - start == 1 { return ByteClass.isUpper(bytes[start]) }
    guard bytes[start] >= 0x80 else { return false }
    return start + decode(at: start).length == dot && caseOfScalar(at: start) == .upper
  }

  /// Whether one capital letter and a dot are an initial: "J. Smith", but not "plan B. The" or "him and I. Has".
  private func initialTakesDot(_ start: Int, _ dot: Int) -> Bool {
    let next = nextVisible(dot + 1)
    guard next < end else { return false }
    let byte = bytes[next]
    if byte == 0x2C || byte == 0x29 || ByteClass.isLower(byte) { return true }
    guard ByteClass.isUpper(byte) || byte >= 0x80 else { return false }
    let afterName =
      tokens.last.map { $0.flags.contains(.upper) || $0.kind == .initial || $0.kind == .openQuote } ?? true
    if bytes[start] == 0x49, !afterName { return false }
    return afterName || !EnglishWords.starters.contains(wordKey(next))
  }

  /// Whether an abbreviation of the lexicon is one here, from what stands before and after it.
  private func takesDot(_ code: UInt8, _ start: Int, _ dot: Int) -> Bool {
    let next = nextVisible(dot + 1)
    let byte = self[next]
    let goesOn =
      ByteClass.isLower(byte) || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x3F || byte == 0x29
    let isHomograph = EnglishWords.homographs.contains(key(start, dot))
    switch Abbreviations.ends(code) {
    case .number: return ByteClass.isDigit(byte) || byte == 0x23 || (goesOn && !isHomograph)
    case .never:
      // A title begins with a capital; "mr." is one all the same, "re." is a word.
      return next < end && (!isHomograph || goesOn || ByteClass.isUpper(bytes[start]))
    case .maybe:
      switch Abbreviations.kind(code) {
      case .unit, .time:
        let afterNumber = tokens.last?.kind == .number
        return afterNumber || (goesOn && !isHomograph)
      case .month, .day: return ByteClass.isDigit(byte) || goesOn || !isHomograph
      default: return !isHomograph || goesOn || ByteClass.isDigit(byte)
      }
    }
  }

  /// Where the next visible character stands, `end` if there is none.
  func nextVisible(_ from: Int) -> Int {
    var index = from
    while index < end, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  /// Key of the word of ASCII letters at an offset.
  func wordKey(_ start: Int) -> UInt64 {
    var index = start
    while index < end, ByteClass.isLetter(bytes[index]) { index += 1 }
    return key(start, index)
  }
}
