import Documents
import Testing

@testable import Stance

@Suite struct RowThresholdTests {
  typealias Threshold = PairScorer.Threshold

  static func target(_ kind: Target.Kind) -> Target { Target(id: "t", name: "t", kind: kind, mentions: []) }

  static func isReached(_ threshold: Threshold, _ score: Double, _ kind: Target.Kind) -> Bool {
    threshold.isReached(by: StanceAnswer(side: .against, score: score, hits: []), to: target(kind))
  }

  /// Who calls an issue something means the issue; not so who reports of it, who favors it, or whom it takes an
  /// institution to say.
  @Test(arguments: [
    (Statement.ClaimType.evaluation, Speaker.Kind.person, false, 1, true), (.evaluation, .person, false, 2, false),
    (.assertion, .person, false, 1, false), (.evaluation, .organization, false, 1, false),
    (.evaluation, .person, true, 0, false),
  ]) func evaluationsOfIssuesNeedLess(
    claim: Statement.ClaimType, speaker: Speaker.Kind, isFavor: Bool, clauses: Int, isEnough: Bool
  ) {
    let threshold = Threshold.said(claim, by: speaker, isFavor: isFavor, clauses: clauses)
    #expect(RowThresholdTests.isReached(threshold, isFavor ? 0.2 : -0.2, .concept) == isEnough)
    #expect(!RowThresholdTests.isReached(threshold, isFavor ? 0.2 : -0.2, .organization))
  }

  /// *Norway must seek help* need not be against Norway; *Tarnov should resign* is against Tarnov.
  @Test func countriesThatAreAskedNeedMore() {
    let threshold = Threshold.said(.demand, by: .person, isFavor: false, clauses: 1)
    #expect(RowThresholdTests.isReached(threshold, -0.3, .country))
    #expect(!RowThresholdTests.isReached(threshold.ofAsked, -0.3, .country))
    #expect(!RowThresholdTests.isReached(threshold.ofAsked, -0.4, .organization))
    #expect(RowThresholdTests.isReached(threshold.ofAsked, -0.6, .country))
    #expect(RowThresholdTests.isReached(threshold.ofAsked, -0.2, .person))
  }

  @Test func deeperTargetsNeedMore() {
    func needed(_ kind: Target.Kind, clauses: Int) -> Double {
      let threshold = Threshold.said(.assertion, by: .person, isFavor: false, clauses: clauses)
      return (1...10).map { Double($0) / 10 }.first { RowThresholdTests.isReached(threshold, -$0, kind) } ?? .infinity
    }
    for kind in [Target.Kind.organization, .concept, .country, .person] {
      let steps = (0...3).map { needed(kind, clauses: $0) }
      #expect(steps == steps.sorted(), "\(kind)")
      #expect(needed(.person, clauses: 1) <= steps[1], "\(kind)")
    }
    #expect(needed(.organization, clauses: 3) == .infinity)
  }
}
