/// Whether a stop ends its sentence.
enum Candidates {
  static func isStop(_ kind: TokenMark.Kind) -> Bool {
    switch kind {
    case .period, .exclamation, .ellipsis, .wideStop, .abbreviation, .acronym, .initial: true
    default: false
    }
  }

  /// `stop` is the token that may end the sentence, `next` the first one behind its closing marks.
  static func ends(_ view: BlockView, stop: Int, next: Int) -> Bool {
    guard let mark = view.mark(stop), let follower = view.mark(next) else { return true }
    switch follower.kind {
    case .comma, .semicolon, .closeBracket: return false
    case .colon where !follower.flags.contains(.spaceBefore): return false
    case .hyphen where !follower.flags.contains(.spaceBefore): return false
    default: break
    }
    if mark.kind == .wideStop { return true }
    var word = next
    while let kind = view.kind(word), isOpening(kind) { word += 1 }
    let letterCase = view.mark(word)?.flags ?? .upper
    let isClosed = next > stop + 1 && view.kind(next - 1) != .period && view.kind(next - 1) != .exclamation
    guard follower.flags.contains(.spaceBefore) || isClosed || word > next else {
      return joined(view, stop: stop, next: next)
    }
    if letterCase.contains(.lower) { return word == next && endsBeforeLower(view, stop: stop, isClosed: isClosed) }
    switch mark.kind {
    case .abbreviation:
      guard Abbreviations.ends(mark.abbreviation) == .maybe else { return false }
      return letterCase.contains(.upper) && isStarter(view, word)
    case .acronym: return letterCase.contains(.upper) && isStarter(view, word)
    case .initial: return false
    case .exclamation where isClosed: return !isAttribution(view, word)
    default: return true
    }
  }

  private static func isOpening(_ kind: TokenMark.Kind) -> Bool {
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
