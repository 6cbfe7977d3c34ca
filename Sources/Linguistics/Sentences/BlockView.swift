import Documents

/// The tokens of one block as the sentence splitter looks at them.
struct BlockView {
  let bytes: [UInt8]
  let tokens: [ScannedToken]
  let range: Range<Int>
  /// Whether a `"` was opened in this block and not closed.
  private var isStraightOpen = false
  /// Whether the block's last word is followed by a stop.
  let endsWithStop: Bool

  init(bytes: [UInt8], tokens: [ScannedToken], range: Range<Int>) {
    self.bytes = bytes
    self.tokens = tokens
    self.range = range
    endsWithStop = range.suffix(3).contains { Candidates.isStop(tokens[$0].kind) }
  }

  func mark(_ index: Int) -> ScannedToken? { range.contains(index) ? tokens[index] : nil }

  func kind(_ index: Int) -> ScannedToken.Kind? { mark(index)?.kind }

  func hasSpaceBefore(_ index: Int) -> Bool { mark(index)?.flags.contains(.spaceBefore) ?? true }

  /// Length of a token in bytes.
  func count(_ index: Int) -> Int { range.contains(index) ? tokens[index].count : 0 }

  /// Key of a token's bytes in lower case.
  func key(_ index: Int) -> UInt64 {
    guard range.contains(index) else { return 0 }
    let token = tokens[index]
    return SmallWordSet.lowercasedKey(bytes, Int(token.start), Int(token.end))
  }

  func firstByte(_ index: Int) -> UInt8 { range.contains(index) ? bytes[Int(tokens[index].start)] : 0 }

  /// Kind, case and rough length of a token in a few bits; 0 outside the block.
  @inline(__always)
  func shape(_ index: Int) -> UInt64 {
    guard range.contains(index) else { return 0 }
    let token = tokens[index]
    let length: UInt64 = token.count > 3 ? 1 : 0
    return UInt64(token.flags.rawValue >> 3) | length << 5 | (UInt64(token.kind.rawValue) + 1) << 6
  }

  /// Whether a full stop is one of exactly three that are set apart by blanks: ". . ." leaves something out, while
  /// ". . . ." ends the sentence too.
  func isSpacedEllipsis(_ stop: Int) -> Bool {
    guard kind(stop) == .period, hasSpaceBefore(stop) else { return false }
    var first = stop
    while kind(first - 1) == .period, hasSpaceBefore(first - 1), stop - first < 4 { first -= 1 }
    var end = stop + 1
    while kind(end) == .period, hasSpaceBefore(end), end - stop < 4 { end += 1 }
    return end - first == 3
  }

  var isInsideQuotes: Bool { isStraightOpen }

  /// Keeps count of straight quotation marks; called for each token in order.
  mutating func trackQuotes(_ index: Int) {
    if kind(index) == .straightQuote { isStraightOpen = !isClosingStraight(index) }
  }

  private func isClosingStraight(_ index: Int) -> Bool {
    let before = hasSpaceBefore(index)
    let after = index + 1 >= range.upperBound || hasSpaceBefore(index + 1) || isClosingMark(index + 1)
    if before != after { return !before }
    return isStraightOpen
  }

  private func isClosingMark(_ index: Int) -> Bool {
    switch kind(index) {
    case .comma, .period, .closeBracket, .closeQuote, .exclamation, .colon, .semicolon: true
    default: false
    }
  }

  /// Index of the first token behind a stop that does not close what the stop ends.
  func behindClosers(_ stop: Int) -> Int {
    var index = stop + 1
    var isOpen = isStraightOpen
    while index < range.upperBound, !tokens[index].flags.contains(.lineBefore) {
      switch tokens[index].kind {
      case .closeBracket, .closeQuote: break
      case .straightQuote:
        let after = index + 1 >= range.upperBound || hasSpaceBefore(index + 1) || isClosingMark(index + 1)
        guard isOpen ? after || !hasSpaceBefore(index) : !hasSpaceBefore(index) && after else { return index }
        isOpen = false
      case .apostrophe:
        guard !hasSpaceBefore(index) else { return index }
      case .openQuote:
        // “ and ` in place of the closing mark.
        guard !hasSpaceBefore(index), index + 1 >= range.upperBound || hasSpaceBefore(index + 1) else { return index }
      case .period, .exclamation, .ellipsis:
        // ". . . ." and "? !" are one stop; but "word. . . . Next" ends at its first dot.
        if kind(index) == .period, hasSpaceBefore(index), index == stop + 1, !hasSpaceBefore(stop),
          kind(stop) == .period,
          kind(index + 1) == .period, kind(index + 2) == .period, kind(index + 3) == .word
        {
          return index
        }
        guard index == stop + 1 || tokens[index - 1].kind == .period || !hasSpaceBefore(index) else { return index }
      default: return index
      }
      index += 1
    }
    return index
  }
}
