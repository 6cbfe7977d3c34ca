import Documents
import Lexicons
import Linguistics

/// Scores one statement towards one target.
struct StatementScorer {
  let reading: StanceReading
  let terms: TermHits
  let cues: CueLexicon
  let words: FunctionWords

  /// The hits of a statement for a target.
  /// - Parameters:
  ///   - mentions: where the statement's content speaks of the target.
  ///   - silenced: spans inside which the target itself speaks; what it says does not count against it.
  func hits(
    of statement: Statement, mentions: [Range<Int>], silenced: [Span]
  ) -> [Stance.Hit] {
    var result: [Stance.Hit] = []
    let voice = HolderVoice(statement: statement, reading: reading, cues: cues, words: words)
    for piece in statement.content {
      let range = reading.locator.range(piece)
      for sentence in sentences(of: range) {
        let near = mentions.filter { sentence.contains($0.lowerBound) }
        guard !near.isEmpty else { continue }
        for hit in terms.hits(in: sentence) where !silenced.contains(where: { $0.contains(reading.span(hit.tokens)) }) {
          if let scored = scored(hit, near, voice: voice) { result.append(scored) }
        }
      }
    }
    if let cue = cueHit(statement, mentions) { result.append(cue) }
    return result
  }

  private func sentences(of range: Range<Int>) -> [Range<Int>] {
    reading.document.attributed.segmented.sentences.lazy
      .filter { $0.tokens.overlaps(range) }.map { $0.tokens.clamped(to: range) }.filter { !$0.isEmpty }
  }

  private func scored(_ hit: TermHit, _ mentions: [Range<Int>], voice: HolderVoice) -> Stance.Hit? {
    var best: Stance.Hit?
    for mention in mentions where !mention.overlaps(hit.tokens) {
      guard let role = RoleWeight.of(hit, to: mention, in: reading, words: words) else { continue }
      if role.isDeed, !voice.ownsDeed(at: hit.tokens.lowerBound) { continue }
      let distance = distance(hit.tokens, mention)
      let decay = role.isTied ? 1 : Formula.decay(distance)
      let contribution = role.weight * hit.negation * hit.intensity * decay
      if abs(contribution) > abs(best?.contribution ?? 0) {
        best = Stance.Hit(
          term: hit.term, weight: role.weight, contribution: contribution, role: role.role, distance: distance,
          span: reading.span(hit.tokens), isNegated: hit.negation < 0)
      }
    }
    return best
  }

  private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound)
  }

  /// The stance that the cue itself carries: *condemned X*, *accused X of*.
  private func cueHit(_ statement: Statement, _ mentions: [Range<Int>]) -> Stance.Hit? {
    guard let cueSpan = statement.cue.first, let content = statement.content.first else { return nil }
    let cueTokens = reading.locator.range(cueSpan)
    guard let match = cues.index.longestMatches(in: reading.ids, cueTokens).first else { return nil }
    let polarity = cues.cues[match.entry].polarity
    let contentTokens = reading.locator.range(content)
    guard contentTokens.lowerBound >= cueTokens.upperBound else { return nil }
    for mention in mentions where contentTokens.contains(mention.lowerBound) {
      let between = cueTokens.upperBound..<mention.lowerBound
      guard between.count <= 8, !between.contains(where: { reading.tags[$0] == .verb || reading.tags[$0] == .punct })
      else {
        continue
      }
      let preposition = between.last { words.contains(reading.ids[$0], in: .prepositions) }
      let role: String
      let weight: Double?
      if let preposition {
        role = reading.string(preposition..<(preposition + 1)).lowercased()
        weight = polarity.prepositions[role]
      } else {
        role = "object"
        weight = polarity.object
      }
      guard let weight, weight != 0 else { continue }
      return Stance.Hit(
        term: cues.cues[match.entry].term, weight: weight, contribution: weight, role: "cue-\(role)",
        distance: between.count, span: reading.span(match.tokens), isNegated: false)
    }
    return nil
  }
}
