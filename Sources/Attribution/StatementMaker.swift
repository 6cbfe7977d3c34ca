import Documents
import Lexicons

/// Turns candidates, which count tokens, into statements, which count bytes.
struct StatementMaker {
  let reading: Reading
  let cues: CueLexicon
  let claims: ClaimClassifier

  func statement(_ candidate: Candidate) -> Statement? {
    let pieces = candidate.content.map(reading.span).filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return nil }
    let entry = candidate.entry.map { cues.cues[$0] }
    let claim = claims.claim(candidate, cues: cues)
    return Statement(
      documentID: reading.document.id, kind: kind(of: candidate.content),
      source: candidate.source.map { [reading.span($0)] }?.filter { !$0.isEmpty } ?? [],
      cue: [reading.span(candidate.cue)].filter { !$0.isEmpty }, content: pieces, claimType: claim.type,
      modality: claim.modality, confidence: candidate.confidence, rule: candidate.rule,
      cueLemma: entry?.term ?? candidate.lemma ?? "")
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
  func nested(_ statements: [Statement]) -> [Statement] {
    var result = statements
    for index in statements.indices {
      let inner = statements[index]
      guard let hull = (inner.content + inner.cue).hull else { continue }
      var best: (id: String, size: Int)?
      for outer in statements {
        guard let piece = outer.content.first(where: { $0.contains(hull) }), piece.count > hull.count,
          outer.id != inner.id
        else { continue }
        if piece.count < best?.size ?? .max { best = (outer.id, piece.count) }
      }
      result[index].parent = best?.id
    }
    return result
  }
}
