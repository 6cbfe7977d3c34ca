import Documents
import Linguistics

/// Mends the edges of sources that stop short of the name: *Marta Quillon, head of maps, [keeper of the archive] said*,
/// *[head of the Harbour Council] on Maps Marta Quillon said*, *“…”, Quillon said* without any source; and of those that
/// begin with what opens the sentence: *[Tired of the storm, Quillon] said*.
///
/// Else a source only grows, and only over words between it and a comma or the cue.
struct SourceEdges {
  let reading: Reading
  let words: FunctionWords
  private let grammar: Grammar

  init(reading: Reading, words: FunctionWords) {
    self.reading = reading
    self.words = words
    grammar = Grammar(reading.document)
  }

  func mended(_ candidates: [Candidate]) -> [Candidate] {
    var mended = candidates
    for index in mended.indices { mended[index].source = source(of: candidates[index]) }
    return mended
  }

  private func source(of candidate: Candidate) -> Range<Int>? {
    guard let source = candidate.source, !source.isEmpty else { return nameBetween(candidate) ?? candidate.source }
    return withoutTime(
      nameBefore(source, candidate) ?? nameAfter(source, candidate) ?? withoutOpening(source, candidate) ?? source)
  }

  /// The name at the head of the appositions that end in the source.
  private func nameBefore(_ source: Range<Int>, _ candidate: Candidate) -> Range<Int>? {
    guard let start = sentenceStart(of: source.lowerBound), source.upperBound <= candidate.cue.lowerBound else {
      return nil
    }
    var end = source.lowerBound
    for _ in 0..<3 {
      if end > start, reading.token(end - 1, is: "and"), reading.isComma(end - 2) { end -= 1 }
      guard end - 1 > start, reading.isComma(end - 1) else { return nil }
      end -= 1
      var begin = end
      while begin > start, !reading.isComma(begin - 1), reading.tags[begin - 1] != .punct { begin -= 1 }
      guard begin < end, !reading.contains(begin..<end, tag: .verb, .aux) else { return nil }
      if isName(begin..<end), !overlaps(begin..<source.upperBound, candidate) { return begin..<source.upperBound }
      // Another apposition: go on before it.
      guard begin > start, reading.isComma(begin - 1) else { return nil }
      end = begin
    }
    return nil
  }

  /// What stands behind the comma of an opening: the cue's subject with all that hangs on it, or, where the tree is not
  /// clear, all behind the only comma of a source that no noun phrase begins with.
  private func withoutOpening(_ source: Range<Int>, _ candidate: Candidate) -> Range<Int>? {
    guard grammar.hasTrees else { return nil }
    let subject = source.first { token in
      (grammar.relation(token) == .nsubj || grammar.relation(token) == .nsubjPass)
        && grammar.head(of: token).map(candidate.cue.contains) ?? false
    }
    if let subject, let first = source.first(where: { grammar.hangs($0, below: subject) }),
      first > source.lowerBound + 1, reading.isComma(first - 1)
    {
      return first..<source.upperBound
    }
    guard isOpening(source), let comma = source.first(where: reading.isComma), comma + 1 < source.upperBound,
      !source.dropFirst(comma + 1 - source.lowerBound).contains(where: reading.isComma)
    else { return nil }
    return (comma + 1)..<source.upperBound
  }

  /// *Quillon [on Tuesday]*, *Quillon [late last week]*, *On [Friday] Quillon*: what tells when, beside a name.
  private func withoutTime(_ source: Range<Int>) -> Range<Int> {
    var start = source.lowerBound
    while start + 1 < source.upperBound, words.contains(reading.ids[start], in: .weekdays) { start += 1 }
    if start > source.lowerBound, isNameWord(start) { return withoutTime(start..<source.upperBound) }
    var end = source.upperBound
    while end > source.lowerBound, isTime(end - 1) { end -= 1 }
    guard end < source.upperBound else { return source }
    if end > source.lowerBound, reading.token(end - 1, is: "on") || reading.token(end - 1, is: "in") { end -= 1 }
    guard end > source.lowerBound, isNameWord(end - 1) else { return source }
    return source.lowerBound..<end
  }

  private func isTime(_ index: Int) -> Bool {
    let id = reading.ids[index]
    return words.contains(id, in: .weekdays) || words.contains(id, in: .timeWords) && !reading.isCapitalised(index)
      || reading.tags[index] == .num
  }

  /// *At the port …*, *Tired of …*, *Speaking …*: no noun phrase begins so.
  private func isOpening(_ source: Range<Int>) -> Bool {
    switch reading.tags[source.lowerBound] {
    case .adp, .sconj, .verb: true
    case .adj: source.count > 1 && reading.tags[source.lowerBound + 1] == .adp
    default: false
    }
  }

  /// Words between the source and the cue that end in a name.
  private func nameAfter(_ source: Range<Int>, _ candidate: Candidate) -> Range<Int>? {
    let gap = source.upperBound..<max(source.upperBound, candidate.cue.lowerBound)
    guard !gap.isEmpty, gap.count <= 9, let last = gap.last, isNameWord(last), source.count > 1,
      !reading.contains(gap, tag: .verb, .aux, .pron),
      gap.allSatisfy({ reading.tags[$0] != .punct || reading.isDash($0) }),
      !overlaps(gap, candidate)
    else { return nil }
    return source.lowerBound..<candidate.cue.lowerBound
  }

  /// *“…”, Quillon said*: up to three words with a capital between a quotation and a cue that has no source.
  private func nameBetween(_ candidate: Candidate) -> Range<Int>? {
    let cue = candidate.cue
    guard !cue.isEmpty, let before = candidate.content.last(where: { $0.upperBound <= cue.lowerBound }) else {
      return nil
    }
    var start = before.upperBound
    while start < cue.lowerBound, reading.tags[start] == .punct { start += 1 }
    let name = start..<cue.lowerBound
    guard !name.isEmpty, name.count <= 3, name.lowerBound > 0,
      reading.isMark(name.lowerBound - 1)
        || reading.isComma(name.lowerBound - 1) && reading.isMark(name.lowerBound - 2)
    else { return nil }
    return name.allSatisfy(isNameWord) ? name : nil
  }

  /// Two words or more with capitals, none of them a function word or a day.
  private func isName(_ range: Range<Int>) -> Bool {
    range.count >= 2 && range.count <= 7
      && range.allSatisfy { isNameWord($0) || reading.token($0, is: ".") || reading.isDash($0) }
  }

  private func isNameWord(_ index: Int) -> Bool {
    guard reading.isCapitalised(index) else { return false }
    let id = reading.ids[index]
    if words.contains(id, in: .weekdays) || words.contains(id, in: .timeWords) { return false }
    switch words.tag(of: id) {
    case nil, .adj, .verb, .num, .propn, .noun: return true
    default: return false
    }
  }

  private func overlaps(_ range: Range<Int>, _ candidate: Candidate) -> Bool {
    range.overlaps(candidate.cue) || candidate.content.contains { $0.overlaps(range) }
  }

  private func sentenceStart(of token: Int) -> Int? {
    reading.document.sentence(ofToken: token).map { reading.document.sentences[$0].tokens.lowerBound }
  }
}
