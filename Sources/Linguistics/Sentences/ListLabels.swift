/// Labels of list items that run on in one line: `1. … 2. …`, `a) … b) …`, `• … • …`.
struct ListLabels {
  struct Label: Equatable {
    var value: Int
    /// The byte behind the label: `.` or `)`.
    var closer: UInt8
    var isLetter: Bool
    /// Index of the label's last token.
    var end: Int
  }

  private var last: Label?
  private var bullet = false
  private var labelEnd = -1

  /// Notes the label that a sentence begins with.
  mutating func start(_ view: BlockView, _ index: Int) {
    bullet = view.kind(index) == .bullet
    guard let label = Self.label(view, bullet ? index + 1 : index, isBulleted: bullet) else {
      labelEnd = -1
      return
    }
    last = label
    labelEnd = label.end
  }

  /// Whether a stop is part of the label that its sentence begins with.
  func isLabelStop(_ index: Int) -> Bool { index <= labelEnd }

  /// Whether a token begins the list's next item.
  func continues(_ view: BlockView, _ index: Int) -> Bool {
    if bullet, view.kind(index) == .bullet { return true }
    guard let last, index > labelEnd, let label = Self.label(view, index) else { return false }
    return label.value == last.value + 1 && label.closer == last.closer && label.isLetter == last.isLetter
  }

  /// The label at a token, if one stands there with a word behind it.
  static func label(_ view: BlockView, _ index: Int, isBulleted: Bool = false) -> Label? {
    guard let mark = view.mark(index), isBulleted || mark.flags.contains(.spaceBefore) else { return nil }
    let value: Int
    let isLetter = mark.kind != .number
    switch mark.kind {
    case .number:
      guard view.count(index) <= 2 else { return nil }
      var sum = 0
      for offset in 0..<view.count(index) {
        let digit = Int(view.bytes[Int(view.tokens[index].start) + offset]) - 0x30
        guard (0...9).contains(digit) else { return nil }
        sum = sum * 10 + digit
      }
      value = sum
    case .word:
      guard view.count(index) == 1 else { return nil }
      value = Int(view.firstByte(index) | 0x20)
    default: return nil
    }
    var end = index + 1
    if view.kind(end) == .period, !view.hasSpaceBefore(end) { end += 1 }
    if view.kind(end) == .closeBracket, !view.hasSpaceBefore(end) { end += 1 }
    guard end > index + 1, view.hasSpaceBefore(end), let follower = view.mark(end) else { return nil }
    guard follower.flags.contains(.upper) || follower.kind == .openQuote || follower.kind == .straightQuote else {
      return nil
    }
    return Label(value: value, closer: view.firstByte(end - 1), isLetter: isLetter, end: end - 1)
  }
}
