/// Whether a stop ends its sentence.
enum Candidates {
  static func isStop(_ kind: ScannedToken.Kind) -> Bool {
    switch kind {
    case .period, .exclamation, .ellipsis, .wideStop, .abbreviation, .acronym, .initial: true
    default: false
    }
  }

  /// What needs no weighing: the sentence goes on before a comma, and ends at a full stop of other scripts.
  static func isSettled(_ view: BlockView, stop: Int, next: Int, start: Int) -> Bool? {
    guard let mark = view.mark(stop), let follower = view.mark(next) else { return true }
    switch follower.kind {
    case .comma, .semicolon, .closeBracket: return false
    case .colon where !follower.flags.contains(.spaceBefore): return false
    case .hyphen where !follower.flags.contains(.spaceBefore): return false
    default: break
    }
    if mark.kind == .wideStop || isCredit(view, next) { return true }
    if follower.kind == .period { return mark.kind == .period }
    if view.isSpacedEllipsis(stop) || isCitation(view, next) || isSignature(view, next) { return false }
    if isOnlyStops(view, start..<stop + 1) { return false }
    let isClosed = isClosed(view, stop: stop, next: next)
    if isClosed, follower.flags.contains(.lower) { return false }
    switch mark.kind {
    case .acronym: if ends(view, stop: stop, next: next, start: start) { return true }
    case .abbreviation where Abbreviations.ends(mark.abbreviation) == .maybe && follower.kind == .openQuote:
      return isStarter(view, next + 1)
    case .exclamation: if isClosed, isAttribution(view, next) { return false }
    case .ellipsis: if view.hasSpaceBefore(stop), view.count(next) == 1, view.firstByte(next) == 0x49 { return false }
    default: break
    }
    return mark.kind == .abbreviation && Abbreviations.ends(mark.abbreviation) != .maybe ? false : nil
  }

  /// Whether a quotation mark or bracket closes between the stop and what follows.
  private static func isClosed(_ view: BlockView, stop: Int, next: Int) -> Bool {
    next > stop + 1 && view.kind(next - 1) != .period && view.kind(next - 1) != .exclamation
  }

  private static func isOnlyStops(_ view: BlockView, _ range: Range<Int>) -> Bool {
    for index in range.prefix(8) {
      guard let kind = view.kind(index), kind == .period || kind == .ellipsis else { return false }
    }
    return true
  }

  /// The credit of a picture: "Image: …", "Photo: …"
  static func isCredit(_ view: BlockView, _ next: Int) -> Bool {
    guard view.kind(next + 1) == .colon, let mark = view.mark(next), mark.flags.contains(.upper) else { return false }
    return EnglishWords.credits.contains(view.key(next))
  }

  /// A source in brackets whose own full stop comes after it: “…” (Smith 55).
  private static func isCitation(_ view: BlockView, _ next: Int) -> Bool {
    guard view.kind(next) == .openBracket else { return false }
    for offset in 2...7 where view.kind(next + offset) == .closeBracket {
      return view.kind(next + offset + 1) == .period || view.kind(next + offset + 1) == .comma
    }
    return false
  }

  /// The author behind a quotation, at the end of the block: “…” — Ann Miller
  private static func isSignature(_ view: BlockView, _ next: Int) -> Bool {
    guard view.kind(next) == .dash || view.kind(next) == .hyphen, view.range.upperBound - next <= 9 else {
      return false
    }
    switch view.kind(next - 1) {
    case .closeQuote, .straightQuote, .apostrophe: break
    default: return false
    }
    return view.mark(next + 1)?.flags.contains(.upper) == true && !view.endsWithStop
  }

  /// Whether a sentence might begin at a token that no stop precedes: with a capital, digit or mark behind a blank.
  static func isOpen(_ view: BlockView, _ next: Int, start: Int) -> Bool {
    guard let mark = view.mark(next), mark.flags.contains(.spaceBefore), !mark.flags.contains(.lower) else {
      return false
    }
    switch mark.kind {
    case .comma, .colon, .semicolon, .closeBracket, .closeQuote, .period, .exclamation, .ellipsis: return false
    default: break
    }
    switch view.kind(next - 1) {
    case .word: return mayEndWithWord(view, next, start: start)
    case .number, .web, .closeBracket, .colon, .emoticon, .symbol, .dash, .hyphen, .closeQuote, .straightQuote,
      .bullet, .semicolon, .apostrophe:
      return true
    case .comma: return next - start <= 4
    default: return false
    }
  }

  /// Leaves out what is nearly all of such places in edited text: a name behind a function word or another name.
  private static func mayEndWithWord(_ view: BlockView, _ next: Int, start: Int) -> Bool {
    guard let last = view.mark(next - 1), let mark = view.mark(next), mark.flags.contains(.upper) else { return true }
    if last.flags.contains(.lower) { return !EnglishWords.unfinished.contains(view.key(next - 1)) }
    return !view.endsWithStop || next - start <= 6 || view.kind(next + 1) == .colon || isStarter(view, next)
  }

  /// The rule: `stop` is the token that may end the sentence, `next` the first one behind its closing marks.
  static func ends(_ view: BlockView, stop: Int, next: Int, start: Int) -> Bool {
    guard let mark = view.mark(stop), let follower = view.mark(next) else { return true }
    var word = next
    while let kind = view.kind(word), isOpening(kind) { word += 1 }
    let letterCase = view.mark(word)?.flags ?? .upper
    let isClosed = isClosed(view, stop: stop, next: next)
    guard follower.flags.contains(.spaceBefore) || isClosed || word > next else {
      return joined(view, stop: stop, next: next)
    }
    if letterCase.contains(.lower) { return word == next && endsBeforeLower(view, stop: stop, isClosed: isClosed) }
    switch mark.kind {
    case .abbreviation:
      guard Abbreviations.ends(mark.abbreviation) == .maybe else { return false }
      return letterCase.contains(.upper) && isStarter(view, word)
    case .acronym:
      // "By 6 a.m. Ms. Miller" has not come to its verb.
      if Abbreviations.kind(mark.abbreviation) == .time, stop - start < 4, view.kind(word) == .abbreviation {
        return false
      }
      return letterCase.contains(.upper) && isStarter(view, word)
    case .initial: return false
    case .exclamation where isClosed: return !isAttribution(view, word)
    default: return true
    }
  }

  private static func isOpening(_ kind: ScannedToken.Kind) -> Bool {
    switch kind {
    case .openBracket, .openQuote, .straightQuote, .apostrophe, .dash, .bullet, .hyphen: true
    default: false
    }
  }

  private static func isStarter(_ view: BlockView, _ index: Int) -> Bool {
    EnglishWords.starters.contains(view.key(index))
      || (view.kind(index) == .abbreviation && view.mark(index).map { Abbreviations.kind($0.abbreviation) } == .title)
  }

  /// "end.Next" and "what?Next", without a blank.
  private static func joined(_ view: BlockView, stop: Int, next: Int) -> Bool {
    guard let mark = view.mark(stop), let before = view.mark(stop - 1), let follower = view.mark(next) else {
      return false
    }
    guard follower.kind == .word, follower.flags.contains(.upper), before.kind == .word else { return false }
    switch mark.kind {
    case .period: return view.count(stop - 1) > 1 && view.count(next) > 1 && before.flags.contains(.lower)
    case .exclamation: return true
    default: return false
    }
  }

  private static func endsBeforeLower(_ view: BlockView, stop: Int, isClosed: Bool) -> Bool {
    guard !isClosed, let mark = view.mark(stop), let before = view.mark(stop - 1) else { return false }
    switch mark.kind {
    case .period: return before.kind == .word && view.count(stop - 1) > 2
    case .exclamation: return !before.flags.contains(.upper)
    default: return false
    }
  }

  /// “Stop!” Smith said.
  private static func isAttribution(_ view: BlockView, _ index: Int) -> Bool {
    for offset in 1...2 where EnglishWords.speech.contains(view.key(index + offset)) { return true }
    return false
  }
}
