import Documents

/// What the learned attribution leaves open of quotations: transcript labels, quotations that go on over sentences
/// and paragraphs, and quotations that only the rules find.
struct RunningQuotations {
  let reading: Reading

  /// Words and marks of a paragraph that goes on with what was said before: fewer are a title or a motto.
  private static let shortest = 5
  /// So many words tell a quotation from any other.
  private static let telling = 8
  /// Blocks back to the one that names the speaker.
  private static let reach = 2

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
    // Who spoke last: of one block rather whose words were quoted.
    var voices = voices(of: result)[...]
    var last: Voice?
    var running: Int?
    var runningBlock = -1
    for unit in reading.units() where !blocks.contains(unit.block) {
      if unit.block != runningBlock, !continues(unit) { running = nil }
      runningBlock = unit.block
      while let voice = voices.first, voice.place < unit.tokens.lowerBound {
        if voice.block != last?.block || voice.isQuoted || last?.isQuoted != true { last = voice }
        voices.removeFirst()
      }
      if let last = unit.tokens.last(where: { taken[$0] }) {
        running = unit.tokens.last { holders[$0] >= 0 }.map { holders[$0] }
        // The rest of a quotation whose beginning is attributed.
        guard let number = running, unit.isAllQuoted, holders[last] == number else { continue }
        let rest = trimmed((last + 1)..<unit.tokens.upperBound)
        if rest.count > 3 { result[number].content = joined(result[number].content, rest) }
        continue
      }
      guard unit.isAllQuoted, let first = unit.tokens.first(where: reading.isQuoted) else { continue }
      let quote = trimmed(first..<unit.tokens.upperBound)
      if quote.isEmpty { continue }
      if let number = running {
        result[number].content = joined(result[number].content, quote)
      } else if let voice = last, let source = voice.source, unit.block - voice.block <= Self.reach,
        quote.count >= Self.shortest, unit.block == voice.block || beginsSentence(quote), !isRepeated(quote),
        !isHeading(reading.quotations[Int(reading.quotationOf[first])])
      {
        // Whoever spoke before goes on where all is quotation and nobody is named.
        result.append(.continuation(quote, of: source, block: unit.block))
        last = Voice(place: first, block: unit.block, source: source, isQuoted: true)
        running = result.count - 1
      }
    }
  }

  /// Where double marks quote, a paragraph in single ones is a heading: *‘All Boats Are Off’*.
  private func isHeading(_ quotation: Quotation) -> Bool {
    quotation.isSingle && reading.quotations.contains { !$0.isSingle }
  }

  /// Whose words stand somewhere.
  private struct Voice {
    /// Where they begin, or what tells of them.
    var place: Int
    var block: Int
    /// `nil` where nobody is named.
    var source: Range<Int>?
    var isQuoted: Bool
  }

  /// The voices that no other statement holds, in text order.
  private func voices(of candidates: [Candidate]) -> [Voice] {
    var said = [Bool](repeating: false, count: reading.tokens.count)
    for candidate in candidates { for range in candidate.content { for token in range { said[token] = true } } }
    return candidates.filter { !said.indices.contains($0.cue.lowerBound) || !said[$0.cue.lowerBound] }.map {
      candidate in
      Voice(
        place: min(candidate.contentHull.lowerBound, candidate.cue.lowerBound), block: candidate.block,
        source: candidate.source.flatMap { $0.isEmpty ? nil : $0 },
        isQuoted: candidate.content.contains { $0.contains(where: reading.isQuoted) })
    }.sorted { $0.place < $1.place }
  }

  /// Whether the same words stand elsewhere: then a page only shows them once more, large.
  private func isRepeated(_ quote: Range<Int>) -> Bool {
    guard let first = quote.first(where: { reading.tags[$0] != .punct }),
      let last = quote.last(where: { reading.tags[$0] != .punct })
    else { return false }
    let words = first..<min(last + 1, first + Self.telling)
    return reading.tokens.indices.contains { start in
      start != first && reading.ids[start] == reading.ids[first] && start + words.count <= reading.tokens.count
        && words.allSatisfy { reading.bytes($0).elementsEqual(reading.bytes(start + $0 - first)) }
    }
  }

  /// Whether a quotation begins as a sentence does: the rest of a broken line does not.
  private func beginsSentence(_ quote: Range<Int>) -> Bool {
    guard let first = quote.first(where: { reading.tags[$0] != .punct }) else { return false }
    return reading.bytes(first).first.map { !(0x61...0x7A).contains($0) } ?? false
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
