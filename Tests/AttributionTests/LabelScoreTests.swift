import Testing
import Training

@Suite struct LabelScoreTests {
  @Test func meansOverLabels() {
    var score = LabelScore()
    for (gold, found) in [("a", "a"), ("a", "a"), ("a", "b"), ("b", "b")] { score.add(gold: gold, found: found) }
    // F1 of a: 2·2 / (3 + 2), of b: 2·1 / (1 + 2).
    #expect(abs(score.macroF1 - (0.8 + 2.0 / 3) / 2) < 1e-9)
    #expect(abs(score.majorityMacroF1 - 6.0 / 7 / 2) < 1e-9)
    #expect(score.accuracy == 0.75)
  }
}
