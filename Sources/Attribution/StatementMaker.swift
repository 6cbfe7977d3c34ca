import Documents
import Lexicons

/// Turns candidates, which count tokens, into statements, which count bytes.
struct StatementMaker {
  let reading: Reading
  let cues: CueLexicon
  let claims: ClaimClassifier

  func statement(_ candidate: Candidate) -> Statement? {
    let pieces = spans(candidate.content)
    guard !pieces.isEmpty else { return nil }
    let entry = candidate.entry.map { cues.cue($0) }
    let claim = claims.claim(candidate, cue: entry)
    return Statement(
      documentID: reading.document.id, kind: kind(of: candidate.content),
      source: candidate.source.map(spans) ?? [], cue: spans(candidate.cue), content: pieces, claimType: claim.type,
      modality: claim.modality, confidence: candidate.confidence, rule: candidate.rule,
      cueLemma: entry?.term ?? candidate.lemma ?? "")
  }

  /// The spans of ranges that are not empty.
  private func spans(_ ranges: [Range<Int>]) -> [Span] {
    var spans: [Span] = []
    spans.reserveCapacity(ranges.count)
    for range in ranges where !reading.span(range).isEmpty { spans.append(reading.span(range)) }
    return spans
  }

  private func spans(_ range: Range<Int>) -> [Span] {
    let span = reading.span(range)
    return span.isEmpty ? [] : [span]
  }

  func authorial(_ sentence: Sentence) -> Statement? {
    let span = reading.text.trimmed(sentence.span)
    guard !span.isEmpty else { return nil }
    let claim = claims.claim(authorial: sentence.tokens)
    return Statement(
      documentID: reading.document.id, kind: .authorial, source: [], cue: [], content: [span], claimType: claim.type,
      modality: claim.modality, confidence: 0.9, rule: "authorial")
  }

  /// Direct if all words stand inside quotation marks, mixed if some do.
  private func kind(of content: [Range<Int>]) -> Statement.Kind {
    var quoted = 0
    var all = 0
    for piece in content {
      for index in piece where reading.tags[index] != .punct {
        all += 1
        if reading.isQuoted(index) { quoted += 1 }
      }
    }
    if quoted == 0 { return .indirect }
    return quoted == all ? .direct : .mixed
  }

  /// Gives each statement the smallest other one whose content holds it, cue and all, as parent.
  /// - Parameter statements: in the order of their contents.
  func nest(_ statements: inout [Statement]) {
    let contents = statements.map { $0.content.hull ?? Span(0, 0) }
    for index in statements.indices {
      let hull = statements[index].cue.reduce(contents[index]) { $0.union($1) }
      var best: (outer: Int, size: Int)?
      // They are in the order of their contents.
      for outer in statements.indices {
        guard contents[outer].start <= hull.start else { break }
        guard contents[outer].contains(hull), outer != index else { continue }
        guard let piece = statements[outer].content.first(where: { $0.contains(hull) }), piece.count > hull.count,
          statements[outer].id != statements[index].id
        else { continue }
        if piece.count < best?.size ?? .max { best = (outer, piece.count) }
      }
      statements[index].parent = best.map { statements[$0.outer].id }
    }
  }
}
