import Documents
import Lexicons
import Linguistics

/// Weighs one term towards one target: the mention to which it says most counts.
struct HitWeigher {
  let reading: StanceReading
  let words: FunctionWords

  /// - Parameters:
  ///   - mentions: where the text speaks of the target.
  ///   - owns: whether a deed that is told from a token on is the holder's own, or what the holder demands.
  func hit(_ term: TermHit, _ mentions: [Range<Int>], owns: (Int) -> Bool) -> Stance.Hit? {
    var best: Stance.Hit?
    for mention in mentions where !mention.overlaps(term.tokens) {
      guard let role = RoleWeight.of(term, to: mention, in: reading, words: words) else { continue }
      if role.isDeed, !owns(term.tokens.lowerBound) { continue }
      let hit = hit(term, role, distance: distance(term.tokens, mention))
      if abs(hit.contribution) > abs(best?.contribution ?? 0) { best = hit }
    }
    return best
  }

  func hit(_ term: TermHit, _ role: RoleWeight, distance: Int, voice: Double = 1) -> Stance.Hit {
    let decay = role.isTied ? 1 : Formula.decay(distance)
    return Stance.Hit(
      term: term.term, weight: role.weight, contribution: role.weight * term.negation * term.intensity * decay * voice,
      role: role.role, distance: distance, span: reading.span(term.tokens), isNegated: term.negation < 0)
  }

  func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound)
  }
}
