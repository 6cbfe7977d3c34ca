import Documents
import Lexicons
import Linguistics

/// Weighs one term towards one target: the mention to which it says most counts.
struct HitWeigher {
  let reading: StanceReading
  let words: FunctionWords
  var trace: Trace?

  /// - Parameters:
  ///   - mentions: where the text speaks of the target.
  ///   - owns: whether a deed that is told from a token on is the holder's own, or what the holder demands.
  func hit(_ term: TermHit, _ mentions: [Range<Int>], owns: (Int) -> Bool) -> Stance.Hit? {
    var best: (hit: Stance.Hit, mention: Range<Int>)?
    var isOthers = false
    for mention in mentions where !mention.overlaps(term.tokens) {
      guard let role = RoleWeight.of(term, to: mention, in: reading, words: words),
        role.role != "subject" || !isKeptFrom(term, mention)
      else { continue }
      if role.isDeed, !owns(term.tokens.lowerBound) {
        isOthers = true
        continue
      }
      let hit = hit(term, role, distance: distance(term.tokens, mention))
      if abs(hit.contribution) > abs(best?.hit.contribution ?? 0) { best = (hit, mention) }
    }
    if let best {
      trace?.add(note(best.hit, of: term, to: best.mention))
    } else {
      trace?.pass(
        term.term, reading.span(term.tokens),
        isOthers ? "told of somebody's deed, which the holder neither does nor demands" : "the target has no role to it"
      )
    }
    return best?.hit
  }

  /// *Norway kept Quillon from attacking*: who attacks, or would, is Quillon and not Norway.
  private func isKeptFrom(_ term: TermHit, _ mention: Range<Int>) -> Bool {
    let verb = term.tokens.lowerBound
    guard let tree = reading.tree, verb > 0, reading.token(verb - 1, is: "from"), let keeper = tree.parent(verb) else {
      return false
    }
    let kept = tree.children(of: keeper).first { tree.relations[$0] == .obj && $0 > keeper && $0 < verb }
    return kept.map { $0 != tree.head(of: mention) } ?? false
  }

  /// The factors of a hit, for people.
  private func note(_ hit: Stance.Hit, of term: TermHit, to mention: Range<Int>) -> HitNote {
    let undecayed = hit.weight * term.negation * term.intensity
    let way = reading.tree.flatMap { tree in
      tree.path(term.isVerb ? term.tokens.lowerBound : tree.head(of: term.tokens), tree.head(of: mention))
    }
    return HitNote(
      span: hit.span, negation: term.negation, intensity: term.intensity,
      decay: undecayed == 0 ? 1 : hit.contribution / undecayed, steps: way.map { $0.up.count + $0.down.count })
  }

  /// - Parameters:
  ///   - voice: 1, or less where somebody else speaks.
  ///   - isBefore: whether the term stands before the mention.
  func hit(
    _ term: TermHit, _ role: RoleWeight, distance: Int, scope: Formula.Scope = .statement, voice: Double = 1,
    isBefore: Bool = false
  ) -> Stance.Hit {
    var factor = term.negation * term.intensity * voice
    if !role.isTied {
      factor *= Formula.decay(distance, in: scope)
      if scope == .question {
        if isBefore { factor *= Formula.before }
        if term.negation < 0 { factor *= Formula.looseNegation }
      }
    }
    return Stance.Hit(
      term: term.term, weight: role.weight, contribution: role.weight * factor, role: role.role, distance: distance,
      span: reading.span(term.tokens), isNegated: term.negation < 0)
  }

  func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound)
  }
}
