import Documents

/// Which line ends inside a block end a sentence.
///
/// Text that was wrapped has lines of nearly equal length; a line that the next word would still have fitted in was
/// ended on purpose. In lists, and in verse or addresses, where all lines are short, each line stands alone unless
/// the next one goes on in lower case.
struct LineBreaks {
  private var longest = 0
  private let isList: Bool
  private static let slack = 8
  private static let shortLine = 45

  init(_ view: BlockView, _ block: Block, hasLineEnds: Bool) {
    isList = block.kind == .list
    guard hasLineEnds else { return }
    var lineStart = 0
    var lines = 0
    for index in view.range where index == view.range.lowerBound || view.tokens[index].flags.contains(.lineBefore) {
      let start = Int(view.tokens[index].start)
      if lines > 0 { longest = max(longest, Int(view.tokens[index - 1].end) - lineStart) }
      lineStart = start
      lines += 1
    }
    guard lines > 1 else { return }
    if let last = view.range.last { longest = max(longest, Int(view.tokens[last].end) - lineStart) }
  }

  /// Whether the line end before a token ends the sentence.
  func isBreak(_ view: BlockView, _ index: Int) -> Bool {
    guard let mark = view.mark(index) else { return false }
    if isBulletOrLabel(view, index) { return true }
    if mark.flags.contains(.lower) { return false }
    switch view.kind(index - 1) {
    case .comma, .hyphen, .openBracket, .openQuote, .semicolon: return false
    default: break
    }
    if isList || longest <= Self.shortLine { return true }
    var first = index - 1
    while first > view.range.lowerBound, view.mark(first)?.flags.contains(.lineBefore) != true { first -= 1 }
    let length = Int(view.tokens[index - 1].end) - Int(view.tokens[first].start)
    return length + 1 + view.count(index) + Self.slack < longest
  }

  private func isBulletOrLabel(_ view: BlockView, _ index: Int) -> Bool {
    switch view.kind(index) {
    case .bullet: return true
    case .hyphen, .dash: return view.hasSpaceBefore(index + 1)
    default: return ListLabels.label(view, index) != nil
    }
  }
}
