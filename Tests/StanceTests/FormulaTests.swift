import Testing

@testable import Stance

@Suite struct FormulaTests {
  @Test func staysBetweenMinusOneAndOne() {
    #expect(Formula.score([]) == 0)
    #expect(Formula.score([0.5, -0.5]) == 0)
    #expect(abs(Formula.score([-0.6]) + 0.6470) < 0.0001)
    #expect(Formula.score([100]) < 1)
  }

  @Test func decaysByHalfEveryFourTokens() {
    #expect(Formula.decay(0, in: .statement) == 0.7)
    #expect(abs(Formula.decay(4, in: .statement) - 0.35) < 1e-9)
    #expect(Formula.decay(-3, in: .statement) == 0.7)
    #expect(Formula.decay(10_000, in: .statement) > 0)
  }
}
