/// The place that a news report begins with: `LAKETOWN —`, `PORT HAVEN, Ill. (AP) —`, `Laketown, March 3 (Reuters) -`,
/// `(CNN) --`.
///
/// It is a sentence of its own: left with the report's first sentence, trees make it a part of the subject, and the town
/// is taken for who spoke.
enum Dateline {
  /// Index of the token behind the dash that ends the block's dateline; nil where the block begins otherwise.
  static func end(_ view: BlockView) -> Int? {
    let first = view.range.lowerBound
    var index = first
    var isCapital = true
    while index - first < 7, let mark = view.mark(index), isPlaceWord(view, mark, index, first) {
      if mark.flags.contains(.upper) { isCapital = isCapital && mark.flags.contains(.capitals) }
      index += 1
    }
    isCapital = isCapital && index > first && view.count(first) > 1
    index = behindPlaceAndDay(view, index)
    let isCredited = view.kind(index) == .openBracket
    if isCredited {
      guard let behind = behindAgency(view, index, asksForCapitals: !isCapital) else { return nil }
      index = behind
    }
    // *Laketown (CNN)The governor* lost its dash.
    if isCredited, !view.hasSpaceBefore(index), isBeginning(view, index), !isDash(view, index) { return index }
    guard isCapital || isCredited, isDash(view, index) else { return nil }
    // `--` may be two tokens.
    while isDash(view, index + 1) { index += 1 }
    return isBeginning(view, index + 1) ? index + 1 : nil
  }

  private static func isPlaceWord(_ view: BlockView, _ mark: ScannedToken, _ index: Int, _ first: Int) -> Bool {
    switch mark.kind {
    case .word, .abbreviation, .acronym: return mark.flags.contains(.upper)
    // `FORT-HAVEN`, `LAKETOWN/PORT HAVEN`
    case .hyphen: return index > first && !mark.flags.contains(.spaceBefore) && !view.hasSpaceBefore(index + 1)
    case .symbol: return index > first && view.firstByte(index) == UInt8(ascii: "/")
    default: return false
    }
  }

  /// `, Ill.`, `, March 3`, `, Dec. 14, 2016`
  private static func behindPlaceAndDay(_ view: BlockView, _ index: Int) -> Int {
    guard view.kind(index) == .comma else { return index }
    var end = index
    while end - index < 9, let mark = view.mark(end) {
      switch mark.kind {
      case .comma, .number, .period: end += 1
      case .word, .abbreviation, .acronym, .initial:
        guard mark.flags.contains(.upper) else { return end }
        end += 1
      default: return end
      }
    }
    return end
  }

  /// The index behind `(AP)`; a place in small letters needs an agency in capitals or one that is known.
  private static func behindAgency(_ view: BlockView, _ index: Int, asksForCapitals: Bool) -> Int? {
    var isAgency = false
    for end in (index + 1)..<(index + 6) {
      guard let mark = view.mark(end) else { return nil }
      if mark.kind == .closeBracket { return end > index + 1 && (isAgency || !asksForCapitals) ? end + 1 : nil }
      guard mark.flags.contains(.upper) || mark.kind == .hyphen || mark.kind == .period else { return nil }
      if mark.flags.contains(.capitals), mark.count > 1 { isAgency = true }
      if EnglishWords.agencies.contains(view.key(end)) { isAgency = true }
    }
    return nil
  }

  private static func isDash(_ view: BlockView, _ index: Int) -> Bool {
    switch view.kind(index) {
    case .dash: true
    case .hyphen: view.hasSpaceBefore(index) || view.kind(index - 1) == .hyphen
    default: false
    }
  }

  private static func isBeginning(_ view: BlockView, _ index: Int) -> Bool {
    guard let mark = view.mark(index) else { return false }
    switch mark.kind {
    case .openQuote, .straightQuote, .number: return true
    default: return mark.flags.contains(.upper)
    }
  }
}
