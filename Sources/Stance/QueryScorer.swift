import Documents
import Lexicons
import Linguistics

/// Scores a text towards one mention: whoever speaks there, for or against the target, unless a holder is asked for.
struct QueryScorer {
  let reading: StanceReading
  let terms: TermHits
  let words: FunctionWords
  let own: OwnWords

  /// - Parameters:
  ///   - target: tokens of the mention.
  ///   - holder: tokens of the mention of the one whose stance is asked.
  func hits(target: Range<Int>, holder: Range<Int>?) -> [Stance.Hit] {
    let weigher = HitWeigher(reading: reading, words: words)
    var result: [Stance.Hit] = []
    for term in terms.hits(in: 0..<reading.tokens.count) where !term.tokens.overlaps(target) {
      if let holder, term.tokens.overlaps(holder) { continue }
      let term = isStandard(target, of: term) ? term.unnegated : term
      guard var role = RoleWeight.of(term, to: target, in: reading, words: words, strays: true) else { continue }
      var voice = own.contains(term.tokens.lowerBound) ? Formula.ownWords : 1
      if !role.isTied { voice *= Formula.pastNames(namesBetween(term.tokens, target)) }
      if let holder { voice *= agency(of: holder, in: term, role: &role) }
      result.append(
        weigher.hit(
          term, role, distance: weigher.distance(term.tokens, target), scope: .question, voice: voice,
          isBefore: term.tokens.lowerBound < target.lowerBound))
    }
    return result
  }

  /// *Few are as trustworthy as Lorne*: whoever the others are measured by has what they lack.
  private func isStandard(_ target: Range<Int>, of term: TermHit) -> Bool {
    let (before, after) = (term.tokens.lowerBound - 1, term.tokens.upperBound)
    guard reading.token(after, is: "as"), reading.token(before, is: "as") || reading.token(before, is: "so") else {
      return false
    }
    return target.lowerBound == after + 1 || target.lowerBound == after + 2 && reading.tags[after + 1] == .det
  }

  /// Names that stand between a term and the target.
  private func namesBetween(_ term: Range<Int>, _ target: Range<Int>) -> Int {
    let between =
      term.upperBound <= target.lowerBound
      ? term.upperBound..<target.lowerBound : target.upperBound..<max(target.upperBound, term.lowerBound)
    return between.count { index in
      reading.tags[index] == .propn && (index == between.lowerBound || reading.tags[index - 1] != .propn)
    }
  }

  /// How far a term is the holder's: whole where the holder does it, less where nobody says who does.
  private func agency(of holder: Range<Int>, in term: TermHit, role: inout RoleWeight) -> Double {
    guard let holderRole = RoleWeight.of(term, to: holder, in: reading, words: words) else { return 0.5 }
    if role.isTied, role.isDeed, holderRole.role == "subject" { return 1 }
    return holderRole.isTied ? 0.3 : 0.5
  }
}
