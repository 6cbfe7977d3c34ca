import Documents
import Linguistics

/// Finds the noun phrase that a cue has as its source, from tags alone.
struct SourceFinder {
  enum Found {
    /// A noun phrase or pronoun.
    case phrase(Range<Int>)
    /// *who*, *which*: the antecedent is the source's name.
    case relative(Int)
    /// The cue shares the subject of a verb before it: *… and urged*, *…, adding*.
    case shared
    case none
  }

  let reading: Reading
  let words: FunctionWords

  // MARK: Subject before the cue

  /// The subject of a verb, looked for to its left.
  func subject(before cue: Int, notBefore limit: Int) -> Found {
    var index = cue - 1
    while index >= limit, isSkippable(index) { index -= 1 }
    // "…, however, said": an adverb between commas.
    if index - 2 >= limit, reading.isComma(index), reading.tags[index - 1] == .adv, reading.isComma(index - 2) {
      index -= 3
    }
    index = skippingTime(before: index, limit)
    guard index >= limit else { return .none }
    let tag = reading.tags[index]
    if words.contains(reading.ids[index], in: .relatives) { return .relative(index) }
    if tag == .cconj { return .shared }
    if reading.isComma(index) {
      if let phrase = phraseBeforeParenthesis(closedAt: index, notBefore: limit) { return .phrase(phrase) }
      return .shared
    }
    // *An official*: taggers waver between adjective and noun.
    let isAdjectiveHead = tag == .adj && index > limit && reading.tags[index - 1] == .det
    guard tag.isNominal || tag == .num || tag == .det || isAdjectiveHead || isClosingBracket(index) else {
      return .none
    }
    if tag == .det, !words.contains(reading.ids[index], in: .determiners) { return .none }
    let head = isClosingBracket(index) ? bracketStart(index, limit) - 1 : index
    guard head >= limit else { return .none }
    let phrase = phrase(endingAt: head, notBefore: limit)
    guard !isTime(phrase) else { return .none }
    return .phrase(phrase.lowerBound..<(index + 1))
  }

  /// Past *on Tuesday*, *this month*, *late on Monday* between a subject and its verb.
  private func skippingTime(before index: Int, _ limit: Int) -> Int {
    var index = index
    while index >= limit, isTimeWord(index) {
      index -= 1
      while index >= limit, isTimeWord(index) || [.det, .num, .adv].contains(reading.tags[index]) { index -= 1 }
      if index >= limit, reading.tags[index] == .adp { index -= 1 }
    }
    return index
  }

  /// Auxiliaries, negations and adverbs between a subject and its verb.
  private func isSkippable(_ index: Int) -> Bool {
    switch reading.tags[index] {
    case .aux, .adv: true
    case .part: !reading.token(index, is: "'s") && !reading.token(index, is: "to")
    default: false
    }
  }

  /// A noun phrase that ends at a token, with its prepositional phrases: *professor Yang of the University of …*.
  func phrase(endingAt head: Int, notBefore limit: Int) -> Range<Int> {
    var start = head
    if reading.tags[head] == .pron {
      // "a spokeswoman for her": the pronoun belongs to a preposition.
      guard head - 1 >= limit, reading.tags[head - 1] == .adp, let noun = attachment(of: head - 1, limit) else {
        return head..<(head + 1)
      }
      return phrase(endingAt: noun, notBefore: limit).lowerBound..<(head + 1)
    }
    while start - 1 >= limit {
      let before = start - 1
      if reading.isQuoted(before) != reading.isQuoted(head) { break }
      // *United Nations*: a capital makes any content word a part of the name.
      if reading.isCapitalised(before), reading.isCapitalised(start), [.verb, .adv, .x].contains(reading.tags[before]) {
        start = before
        continue
      }
      switch reading.tags[before] {
      case .noun, .propn, .adj, .num, .sym:
        if isTimeWord(before), !isTimeWord(start) { return start..<(head + 1) }
        start = before
      case .det:
        start = before
      case .pron where reading.tags[start] != .pron && words.contains(reading.ids[before], in: .determiners):
        start = before
      case .part where isPossessive(before), .aux where isPossessive(before):
        start = before
      case .punct where isInnerHyphen(before):
        start = before
      case .adp:
        guard let next = attachment(of: before, limit) else { return start..<(head + 1) }
        start = next
      case .cconj:
        guard before - 1 >= limit, [.noun, .propn, .adj].contains(reading.tags[before - 1]),
          reading.tags[start] != .pron
        else { return start..<(head + 1) }
        start = before - 1
      case .adv where start < head && reading.tags[start] == .adj:
        start = before
      case .verb:
        // A reduced relative: "a person briefed on the matter".
        guard start <= head, reading.tags[start] == .adp || attachesLeft(start), before - 1 >= limit,
          reading.tags[before - 1] == .noun
        else { return start..<(head + 1) }
        start = before - 1
      default:
        return start..<(head + 1)
      }
    }
    return start..<(head + 1)
  }

  /// Where a prepositional phrase goes on to the left: the noun that it belongs to.
  private func attachment(of preposition: Int, _ limit: Int) -> Int? {
    let before = preposition - 1
    guard before >= limit else { return nil }
    if [.noun, .propn].contains(reading.tags[before]), !isTimeWord(before) { return before }
    // "officials familiar with the talks", "a person briefed on the matter"
    if [.adj, .verb].contains(reading.tags[before]), before - 1 >= limit, reading.tags[before - 1] == .noun {
      return before - 1
    }
    return nil
  }

  private func attachesLeft(_ index: Int) -> Bool { words.contains(reading.ids[index], in: .prepositions) }

  /// `Marta Quillon, a professor at X, said`: the phrase before the first comma, all of it up to the second.
  private func phraseBeforeParenthesis(closedAt comma: Int, notBefore limit: Int) -> Range<Int>? {
    var index = comma - 1
    var commas: [Int] = []
    while index >= limit, comma - index < 40 {
      if reading.isMark(index) || reading.isQuoted(index) { break }
      if reading.isComma(index) { commas.append(index) }
      index -= 1
    }
    // The outermost comma whose left neighbour is a name, else the nearest with a noun before and a phrase behind it.
    for opening in commas.reversed() + commas where opening - 1 >= limit {
      let head = opening - 1
      guard reading.tags[head].isNominal, reading.tags[head] != .pron, startsApposition(opening + 1) else { continue }
      let phrase = phrase(endingAt: head, notBefore: limit)
      guard !isTime(phrase), phrase.contains(where: reading.isCapitalised) else { continue }
      return phrase.lowerBound..<comma
    }
    return nil
  }

  private func startsApposition(_ index: Int) -> Bool {
    guard reading.tokens.indices.contains(index) else { return false }
    switch reading.tags[index] {
    case .det, .noun, .propn, .adj, .num: return !isTimeWord(index)
    case .pron:
      return words.contains(reading.ids[index], in: .relatives) || words.contains(reading.ids[index], in: .determiners)
    case .adv, .adp, .verb: return true
    default: return false
    }
  }

  // MARK: Source behind the cue

  /// The noun phrase behind a cue, with apposition: `said X, professor of Y at Z`.
  func phrase(after cue: Int, before limit: Int, withApposition: Bool = true) -> Range<Int>? {
    var index = cue
    while index < limit, reading.tags[index] == .adv { index += 1 }
    let start = index
    while index < limit, !reading.isMark(index), continuesPhrase(index, start: start, limit) { index += 1 }
    guard index > start,
      reading.tags[index - 1].isNominal || reading.tags[index - 1] == .num || isClosingBracket(index - 1)
    else { return nil }
    guard !isTime(start..<index) else { return nil }
    if reading.tags[start] == .pron { return start..<(start + 1) }
    return start..<(withApposition ? apposition(after: index, limit) : index)
  }

  private func continuesPhrase(_ index: Int, start: Int, _ limit: Int) -> Bool {
    switch reading.tags[index] {
    case .noun, .propn, .adj, .num, .det, .sym: return true
    case .pron: return index == start || words.contains(reading.ids[index], in: .determiners)
    case .part, .aux:
      return isPossessive(index) && index > start && index + 1 < limit && reading.tags[index + 1] != .verb
    case .punct: return isInnerHyphen(index) || isClosingBracket(index) || reading.token(index, is: "(")
    case .adp:
      guard index > start, index + 1 < limit, !isTimeWord(index + 1) else { return false }
      return [.noun, .propn, .adj, .num, .det].contains(reading.tags[index + 1])
    case .cconj:
      guard index > start, index + 1 < limit else { return false }
      return [.noun, .propn, .adj].contains(reading.tags[index + 1]) && reading.token(index, is: "and")
    default: return false
    }
  }

  /// The end of an apposition that begins with a comma at an index, or the index where there is none.
  func apposition(after index: Int, _ limit: Int) -> Int {
    guard index + 1 < limit, reading.isComma(index), startsApposition(index + 1),
      reading.tags[index + 1] != .verb, reading.tags[index + 1] != .adv, reading.tags[index + 1] != .adp
    else { return index }
    var end = index + 1
    let isRelative = words.contains(reading.ids[end], in: .relatives)
    while end < limit, !reading.isMark(end), !reading.isFinalStop(end), !reading.isDash(end) {
      if reading.isComma(end) {
        let next = end + 1
        guard next < limit, startsApposition(next), ![.verb, .adv, .adp].contains(reading.tags[next]) else { break }
      }
      if !isRelative, [.verb, .aux].contains(reading.tags[end]) { break }
      end += 1
    }
    return end
  }

  // MARK: Small questions

  func isTimeWord(_ index: Int) -> Bool {
    words.contains(reading.ids[index], in: .weekdays) || words.contains(reading.ids[index], in: .timeWords)
  }

  private func isTime(_ phrase: Range<Int>) -> Bool {
    guard let last = phrase.last else { return true }
    return phrase.allSatisfy { isTimeWord($0) || [.det, .num, .adj].contains(reading.tags[$0]) } && isTimeWord(last)
  }

  private func isPossessive(_ index: Int) -> Bool {
    reading.token(index, is: "'s") || reading.token(index, is: "’s") || reading.token(index, is: "'")
      || reading.token(index, is: "’")
  }

  private func isInnerHyphen(_ index: Int) -> Bool { reading.token(index, is: "-") || reading.token(index, is: "/") }

  private func isClosingBracket(_ index: Int) -> Bool { reading.token(index, is: ")") }

  private func bracketStart(_ index: Int, _ limit: Int) -> Int {
    var start = index
    while start > limit, !reading.token(start, is: "(") { start -= 1 }
    return start
  }
}
