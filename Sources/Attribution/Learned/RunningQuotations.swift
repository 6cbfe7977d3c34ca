import Documents

/// What the learned attribution leaves open of quotations: transcript labels, quotations that go on over sentences
/// and paragraphs, and quotations that only the rules find.
struct RunningQuotations {
  let reading: Reading

  /// - Parameters:
  ///   - learned: candidates without overlaps.
  ///   - ruled: what the rules find; taken where it is a quotation that nothing else covers.
  /// - Returns: all candidates in text order of their content.
  func completed(_ learned: [Candidate], by ruled: [Candidate]) -> [Candidate] {
    let labelled = reading.labelled()
    let blocks = Set(labelled.map(\.block))
    var result = labelled + learned.filter { !blocks.contains($0.block) }
    var taken = [Bool](repeating: false, count: reading.tokens.count)
    for candidate in result { mark(candidate, in: &taken) }
    for candidate in ruled where candidate.rule != "continuation" && isQuotation(candidate) {
      guard !blocks.contains(candidate.block), !candidate.content.contains(where: { $0.contains { taken[$0] } }),
        !candidate.cue.contains(where: { taken[$0] })
      else { continue }
      result.append(candidate)
      mark(candidate, in: &taken)
    }
    result.sort(by: Candidate.inTextOrder)
    goOn(&result, taken, passing: blocks)
    return result.sorted(by: Candidate.inTextOrder)
  }

  private func isQuotation(_ candidate: Candidate) -> Bool {
    candidate.content.allSatisfy { $0.allSatisfy { reading.isQuoted($0) || reading.tags[$0] == .punct } }
      && candidate.content.reduce(0) { $0 + $1.count } >= 5
  }

  /// Gives sentences that stand wholly in quotation marks to the statement whose quotation they go on with.
  private func goOn(_ result: inout [Candidate], _ taken: [Bool], passing blocks: Set<Int>) {
    var holders = [Int](repeating: -1, count: reading.tokens.count)
    for (number, candidate) in result.enumerated() {
      for range in candidate.content {
        // Of nested ones the outer speaks, which begins first.
        for token in range where reading.isQuoted(token) && holders[token] < 0 { holders[token] = number }
      }
    }
    var running: Int?
    var runningBlock = -1
    for unit in reading.units() where !blocks.contains(unit.block) {
      if unit.block != runningBlock, !continues(unit) { running = nil }
      runningBlock = unit.block
      if let last = unit.tokens.last(where: { taken[$0] }) {
        running = unit.tokens.last { holders[$0] >= 0 }.map { holders[$0] }
        // The rest of a quotation whose beginning is attributed.
        guard let number = running, unit.isAllQuoted, holders[last] == number else { continue }
        let rest = trimmed((last + 1)..<unit.tokens.upperBound)
        if rest.count > 3 { result[number].content = joined(result[number].content, rest) }
        continue
      }
      guard unit.isAllQuoted, let first = unit.tokens.first(where: reading.isQuoted), let number = running else {
        continue
      }
      let quote = trimmed(first..<unit.tokens.upperBound)
      if !quote.isEmpty { result[number].content = joined(result[number].content, quote) }
    }
  }

  /// Whether a unit takes up a quotation that the paragraph before left open.
  private func continues(_ unit: Unit) -> Bool {
    guard let first = unit.tokens.first(where: reading.isQuoted) else { return false }
    return reading.quotations[Int(reading.quotationOf[first])].isContinued
  }

  private func mark(_ candidate: Candidate, in taken: inout [Bool]) {
    for range in candidate.content + [candidate.cue] { for token in range { taken[token] = true } }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, reading.tags[end - 1] == .punct, !reading.isQuoted(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  /// Adds a piece in text order; neighbours in one sentence or block become one.
  private func joined(_ pieces: [Range<Int>], _ piece: Range<Int>) -> [Range<Int>] {
    guard let last = pieces.last else { return [piece] }
    guard last.upperBound <= piece.lowerBound else {
      return (pieces + [piece]).sorted { $0.lowerBound < $1.lowerBound }
    }
    let between = last.upperBound..<piece.lowerBound
    let start = Int(reading.tokens[max(0, piece.lowerBound - 1)].end)
    let isNewLine = reading.text.utf8[start..<max(start, Int(reading.tokens[piece.lowerBound].start))].contains(0x0A)
    guard between.count <= 2, between.allSatisfy({ reading.tags[$0] == .punct }), !isNewLine else {
      return pieces + [piece]
    }
    return pieces.dropLast() + [last.lowerBound..<piece.upperBound]
  }
}

extension Candidate {
  static func inTextOrder(_ a: Candidate, _ b: Candidate) -> Bool {
    (a.contentHull.lowerBound, a.cue.lowerBound) < (b.contentHull.lowerBound, b.cue.lowerBound)
  }
}
