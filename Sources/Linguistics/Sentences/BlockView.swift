import Documents

/// The tokens of one block as the sentence splitter looks at them.
struct BlockView {
  let bytes: [UInt8]
  let buffer: TokenBuffer
  let range: Range<Int>
  /// Whether a `"` was opened in this block and not closed.
  private var isStraightOpen = false

  init(bytes: [UInt8], buffer: TokenBuffer, range: Range<Int>) {
    self.bytes = bytes
    self.buffer = buffer
    self.range = range
  }

  func mark(_ index: Int) -> TokenMark? { range.contains(index) ? buffer.marks[index] : nil }

  func kind(_ index: Int) -> TokenMark.Kind? { mark(index)?.kind }

  func hasSpaceBefore(_ index: Int) -> Bool { mark(index)?.flags.contains(.spaceBefore) ?? true }

  /// Length of a token in bytes.
  func count(_ index: Int) -> Int { range.contains(index) ? buffer.tokens[index].span.count : 0 }

  /// Key of a token's bytes in lower case.
  func key(_ index: Int) -> UInt64 {
    guard range.contains(index) else { return 0 }
    let token = buffer.tokens[index]
    return WordTable.lowercasedKey(bytes, Int(token.start), Int(token.end))
  }

  func firstByte(_ index: Int) -> UInt8 { range.contains(index) ? bytes[Int(buffer.tokens[index].start)] : 0 }

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
    while index < range.upperBound, !buffer.marks[index].flags.contains(.lineBefore) {
      switch buffer.marks[index].kind {
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
        // ". . . ." and "? !" are one stop.
        guard index == stop + 1 || buffer.marks[index - 1].kind == .period else { return index }
      default: return index
      }
      index += 1
    }
    return index
  }
}
