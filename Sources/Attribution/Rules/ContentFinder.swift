import Documents
import Lexicons
import Linguistics

/// Finds what a cue attributes, from marks, commas and tags alone.
struct ContentFinder {
  let reading: Reading
  let words: FunctionWords

  // MARK: Content before the source or cue

  /// The content that ends before an index: the clause or quotation that a comma or a closing mark sets off.
  /// - Parameter attribution: where source and cue begin.
  func content(before attribution: Int, in unit: Unit) -> Range<Int>? {
    var end = attribution
    while end > unit.tokens.lowerBound, reading.isComma(end - 1) || reading.isDash(end - 1) { end -= 1 }
    guard end > unit.tokens.lowerBound else { return nil }
    let isSetOff = end < attribution || reading.isMark(end - 1) || isQuestion(end - 1)
    guard isSetOff else { return nil }
    var start = unit.tokens.lowerBound
    // A quotation alone, when the text before it belongs to something else.
    if reading.isMark(end - 1), reading.isQuoted(end - 1) {
      var quote = end - 1
      while quote > start, reading.quotationOf[quote - 1] == reading.quotationOf[end - 1] { quote -= 1 }
      if quote > start, startsNewStatement(from: start, to: quote) { start = quote }
    }
    start = skippingConjunction(start, end)
    let range = start..<end
    // "According to X, Y said": the phrase before the comma is another's attribution.
    if let opening = reading.cue(at: start), !reading.isQuoted(start), reading.tags[start] != .pron,
      opening.tokens.count > 1 || reading.tags[start] == .adp
    {
      return nil
    }
    guard isClause(range) || reading.isQuoted(end - 1) else { return nil }
    return range
  }

  private func isQuestion(_ index: Int) -> Bool { reading.token(index, is: "?") || reading.token(index, is: "!") }

  /// Whether the words before a quotation end a sentence of their own.
  private func startsNewStatement(from start: Int, to quote: Int) -> Bool {
    quote > start && reading.isFinalStop(quote - 1)
  }

  /// Past an *And*, *But* or *But in reality,* at the beginning of a sentence.
  func skippingConjunction(_ start: Int, _ end: Int) -> Int {
    guard start + 1 < end, reading.tags[start] == .cconj else { return start }
    return start + 1
  }

  /// Whether a range could be a proposition: it has a verb.
  func isClause(_ range: Range<Int>) -> Bool { reading.contains(range, tag: .verb, .aux) }

  // MARK: Content behind the cue

  enum Behind {
    case quote(Range<Int>)
    case that(Range<Int>)
    case clause(Range<Int>)
    case infinitive(Range<Int>)
    case object(Range<Int>)
  }

  /// What stands behind a cue (or behind the source that follows it).
  /// - Parameter addressee: whether a person may stand between: *told reporters that*.
  func content(after cue: Int, in unit: Unit, addressee: Bool) -> Behind? {
    let limit = end(of: unit)
    var index = cue
    while index < limit, reading.tags[index] == .adv { index += 1 }
    guard index < limit else { return nil }
    if let found = opening(at: index, unit, limit) { return found }
    // Adjuncts and addressee: "said in the harbour on Friday that", "told reporters on Friday:".
    if let next = openingAfterAdjuncts(from: index, unit, limit, addressee: addressee) { return next }
    if reading.isComma(index) { return nil }
    let range = index..<statementEnd(from: index, unit, limit)
    guard !range.isEmpty else { return nil }
    if reading.token(index, is: "to"), index + 1 < limit,
      reading.tags[index + 1] == .verb || reading.tags[index + 1] == .aux
    {
      return .infinitive(range)
    }
    if addressee, infinitiveFollows(range) { return .infinitive(range) }
    if let clause = bareClause(range) { return .clause(clause) }
    return .object(objectEnd(range))
  }

  private func opening(at index: Int, _ unit: Unit, _ limit: Int) -> Behind? {
    var start = index
    while start < limit, reading.isComma(start) || reading.token(start, is: ":") { start += 1 }
    guard start < limit else { return nil }
    if reading.isMark(start), reading.isQuoted(start), reading.quotations[Int(reading.quotationOf[start])].words > 0 {
      let isWholeQuote = start > index || quoteWords(start) >= 4 || isWhole(start, unit)
      if isWholeQuote { return .quote(start..<quoteRunEnd(start, unit, limit)) }
    }
    guard start == index else {
      // "said: the rest of the sentence", but not after a comma.
      guard reading.token(index, is: ":") else { return nil }
      return .clause(start..<statementEnd(from: start, unit, limit))
    }
    if isComplementizer(index) { return .that(index..<statementEnd(from: index, unit, limit)) }
    return nil
  }

  private func openingAfterAdjuncts(from index: Int, _ unit: Unit, _ limit: Int, addressee: Bool) -> Behind? {
    var next = index
    var sawAdjunct = false
    while next < limit, next - index < 24 {
      if sawAdjunct, let found = opening(at: next, unit, limit) {
        if case .clause = found { return nil }
        return found
      }
      switch reading.tags[next] {
      case .adp, .noun, .propn, .det, .adj, .num, .adv: break
      case .part where !reading.token(next, is: "to"): break
      case .pron where addressee && next == index: break
      case .verb where next > index && reading.tags[next - 1] == .noun: return nil
      default: return nil
      }
      if next == index, reading.tags[next] != .adp, !words.contains(reading.ids[next], in: .weekdays), !addressee {
        return nil
      }
      sawAdjunct = true
      next += 1
    }
    return nil
  }

  private func isComplementizer(_ index: Int) -> Bool {
    if words.contains(reading.ids[index], in: .complementizers) { return true }
    return words.contains(reading.ids[index], in: .relatives) || reading.token(index, is: "how")
      || reading.token(index, is: "why")
  }

  /// `urged Moscow to stop`: a noun phrase, then *to* and a verb.
  private func infinitiveFollows(_ range: Range<Int>) -> Bool {
    for index in range.dropLast() {
      if reading.token(index, is: "to") { return index > range.lowerBound && reading.tags[index + 1] == .verb }
      guard [.noun, .propn, .pron, .det, .adj, .num, .adp, .cconj].contains(reading.tags[index]) else { return false }
    }
    return false
  }

  /// A clause without *that*: a subject, then a finite verb.
  private func bareClause(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first else { return nil }
    switch reading.tags[first] {
    case .noun, .propn, .pron, .det, .adj, .num: break
    case .punct where reading.isMark(first): break
    default: return nil
    }
    var sawNominal = false
    for index in range {
      switch reading.tags[index] {
      case .sconj where !sawNominal || index - first < 3: return nil
      case .punct where !reading.isMark(index) && !sawVerbSoon(after: index, in: range): return nil
      case .noun, .propn, .pron: sawNominal = true
      case .aux where sawNominal: return range
      case .verb where sawNominal:
        let isParticiple = hasSuffix(index, "ing")
        if !isParticiple { return range }
      default: break
      }
    }
    return nil
  }

  /// Whether a clause whose subject has a comma in it still has its verb.
  private func sawVerbSoon(after index: Int, in range: Range<Int>) -> Bool {
    range.contains { $0 > index && [.verb, .aux].contains(reading.tags[$0]) }
  }

  private func hasSuffix(_ index: Int, _ ending: String) -> Bool {
    reading.bytes(index).suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// A noun phrase as content ends at a comma.
  private func objectEnd(_ range: Range<Int>) -> Range<Int> {
    let comma = range.first { reading.isComma($0) && !reading.isQuoted($0) } ?? range.upperBound
    return range.lowerBound..<comma
  }

  // MARK: Ends

  /// The end of a unit without its final full stop (one inside a closing quotation mark stays).
  func end(of unit: Unit) -> Int {
    var end = unit.tokens.upperBound
    while end > unit.tokens.lowerBound, reading.isFinalStop(end - 1), !reading.isQuoted(end - 1) { end -= 1 }
    return end
  }

  /// Where a statement that begins at an index ends: the end of the unit, or a comma before another attribution.
  func statementEnd(from start: Int, _ unit: Unit, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      if !reading.isQuoted(index), reading.isComma(index) || reading.isDash(index), startsOther(index + 1, limit) {
        return index
      }
      index += 1
    }
    return limit
  }

  /// Whether a participle or a coordinated cue goes on with another attribution: `, adding that`, `, and urged`.
  private func startsOther(_ index: Int, _ limit: Int) -> Bool {
    var next = index
    while next < limit, reading.tags[next] == .adv || reading.tags[next] == .cconj { next += 1 }
    guard next < limit else { return false }
    if let cue = reading.cue(at: next), reading.tags[next] == .verb {
      if cue.form == .presentParticiple { return true }
      return next > index && reading.tags[index] == .cconj && cue.form == .past
    }
    return startsRelative(index, limit) || endsInAttribution(index, limit)
  }

  /// `, which he said would …`.
  private func startsRelative(_ index: Int, _ limit: Int) -> Bool {
    guard words.contains(reading.ids[index], in: .relatives), index + 2 < limit else { return false }
    return (index + 2..<min(limit, index + 7)).contains { isFiniteCue($0) }
  }

  /// `, X said` at the end of a unit.
  private func endsInAttribution(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, limit - index <= 12, isFiniteCue(limit - 1) else { return false }
    return !(index..<(limit - 1)).contains { reading.tags[$0] == .verb || reading.isComma($0) || reading.isQuoted($0) }
  }

  private func isFiniteCue(_ index: Int) -> Bool {
    guard let cue = reading.cue(at: index), reading.tags[index] == .verb, cue.tokens.count == 1 else { return false }
    return cue.form == .past || cue.form == .thirdPerson
  }

  /// The end of a quotation, and of those that follow it in the unit with nothing but punctuation between.
  private func quoteRunEnd(_ start: Int, _ unit: Unit, _ limit: Int) -> Int {
    let quotation = reading.quotationOf[start]
    var end = start
    while end < unit.tokens.upperBound, reading.quotationOf[end] == quotation { end += 1 }
    // The quotation may be the beginning of a longer clause: "said “A” was B".
    if end < limit, !reading.isComma(end), !reading.isDash(end), reading.tags[end] != .punct {
      return statementEnd(from: end, unit, limit)
    }
    return end
  }

  private func quoteWords(_ index: Int) -> Int {
    let quotation = reading.quotationOf[index]
    return quotation < 0 ? 0 : reading.quotations[Int(quotation)].words
  }

  /// Whether a quotation runs to the end of its unit.
  private func isWhole(_ start: Int, _ unit: Unit) -> Bool {
    let quotation = reading.quotationOf[start]
    return (start..<unit.tokens.upperBound).allSatisfy {
      reading.quotationOf[$0] == quotation || reading.tags[$0] == .punct
    }
  }
}
