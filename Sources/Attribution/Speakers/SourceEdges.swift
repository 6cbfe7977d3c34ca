import Documents
import Linguistics

/// Mends the edges of sources that stop short of the name: *Marta Quillon, head of maps, [keeper of the archive] said*,
/// *[head of the Harbour Council] on Maps Marta Quillon said*, *“…”, Quillon said* without any source.
///
/// A source only grows, and only over words between it and a comma or the cue.
struct SourceEdges {
  let reading: Reading
  let words: FunctionWords

  func mended(_ candidates: [Candidate]) -> [Candidate] {
    candidates.map { candidate in
      var mended = candidate
      if let source = candidate.source, !source.isEmpty {
        mended.source = nameBefore(source, candidate) ?? nameAfter(source, candidate) ?? source
      } else {
        mended.source = nameBetween(candidate) ?? candidate.source
      }
      return mended
    }
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
