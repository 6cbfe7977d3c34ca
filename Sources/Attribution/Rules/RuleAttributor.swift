import Documents
import Lexicons
import Linguistics

/// Attribution by rules over tags, marks and the cue lexicon: what a pipeline has without learned weights.
struct RuleAttributor {
  let reading: Reading
  private let frames: CueFrames

  init(reading: Reading, words: FunctionWords, cues: CueLexicon) {
    self.reading = reading
    frames = CueFrames(reading: reading, words: words, cues: cues)
  }

  /// All attributions of a document, in text order of their content.
  func candidates(trace: Trace? = nil) -> [Candidate] {
    var result = reading.labelled()
    let labelled = Set(result.map(\.block))
    // The statement that a running quotation belongs to.
    var running: Int?
    var runningBlock = -1
    for unit in reading.units() where !labelled.contains(unit.block) {
      if running != nil, unit.block != runningBlock, !continuesQuotation(unit) { running = nil }
      runningBlock = unit.block
      let made = frames.candidates(in: unit)
      let found = settled(made)
      trace?.add(cuesOf: unit, made: made, found: found, in: reading)
      if !found.isEmpty {
        result += found
        running = result.indices.last { index in
          result[index].block == unit.block && result[index].content.contains { $0.contains(where: reading.isQuoted) }
        }
        continue
      }
      guard unit.isAllQuoted, let first = unit.tokens.first(where: reading.isQuoted) else { continue }
      let quote = trimmed(first..<unit.tokens.upperBound)
      guard !quote.isEmpty else { continue }
      if let index = running {
        result[index].content = joined(result[index].content, quote)
      } else if reading.quotations[Int(reading.quotationOf[first])].words >= 4 {
        result.append(.continuation(quote, block: unit.block))
        running = result.count - 1
      }
    }
    return result.sorted {
      ($0.contentHull.lowerBound, $0.cue.lowerBound) < ($1.contentHull.lowerBound, $1.cue.lowerBound)
    }
  }

  /// Whether a unit takes up a quotation that the paragraph before left open.
  private func continuesQuotation(_ unit: Unit) -> Bool {
    guard let first = unit.tokens.first(where: reading.isQuoted) else { return false }
    return reading.quotations[Int(reading.quotationOf[first])].isContinued
  }

  /// Settles overlaps inside a unit: one content may lie wholly inside another's (nesting), else the surer one stays.
  private func settled(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    var kept: [Candidate] = []
    for candidate in candidates.sorted(by: { ($1.confidence, $0.cue.lowerBound) < ($0.confidence, $1.cue.lowerBound) })
    {
      let fits = kept.allSatisfy { other in
        !overlap(candidate, other) || nests(candidate, in: other) || nests(other, in: candidate)
      }
      if fits { kept.append(candidate) }
    }
    return kept.sorted { $0.cue.lowerBound < $1.cue.lowerBound }
  }

  private func overlap(_ a: Candidate, _ b: Candidate) -> Bool {
    a.content.contains { piece in b.content.contains { $0.overlaps(piece) } }
      || a.content.contains { $0.overlaps(b.cue) } || b.content.contains { $0.overlaps(a.cue) }
  }

  /// Whether a candidate, cue and all, stands inside one piece of another's content.
  private func nests(_ inner: Candidate, in outer: Candidate) -> Bool {
    guard inner.confidence >= 0.55 else { return false }
    let hull =
      min(inner.contentHull.lowerBound, inner.cue.lowerBound)..<max(inner.contentHull.upperBound, inner.cue.upperBound)
    return outer.content.contains { $0.lowerBound <= hull.lowerBound && hull.upperBound <= $0.upperBound }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, reading.tags[end - 1] == .punct, !reading.isQuoted(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  private func isParagraphStart(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return reading.text.utf8[Int(reading.tokens[index - 1].end)..<Int(reading.tokens[index].start)].contains(0x0A)
  }

  /// Adds a piece; neighbours in one block become one.
  private func joined(_ pieces: [Range<Int>], _ piece: Range<Int>) -> [Range<Int>] {
    guard let last = pieces.last, last.upperBound == piece.lowerBound, !isParagraphStart(piece.lowerBound) else {
      return pieces + [piece]
    }
    return pieces.dropLast() + [last.lowerBound..<piece.upperBound]
  }
}
