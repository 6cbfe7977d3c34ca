import Linguistics
import Testing

@testable import Stance

@Suite struct PairMixTests {
  /// What each question says counts once, and half as much against the answers of the other.
  static let mix = PairMix(
    weights: [
      SIMD8(1, 0, 1, 0, -0.5, -0.5, 0, 0), SIMD8(0, 1, 0, 1, -0.5, -0.5, 0, 0),
      SIMD8(-0.5, -0.5, 0, 0, 1, 0, 1, 0), SIMD8(-0.5, -0.5, 0, 0, 0, 1, 0, 1),
    ], biases: SIMD4(0.25, 0, -1, -1.5))

  @Test func aSectionHoldsAllOfIt() throws {
    let section = PairMixTests.mix.section
    #expect(section.withUnsafeBytes { PairMix($0) } == PairMixTests.mix)
    #expect(section.dropLast().withUnsafeBytes { PairMix($0) } == nil)
  }

  @Test func theLikelyReverseSpeaksAgainstAnAnswer() {
    let own = PairMix.Evidence(2, 0, 1, 0)
    func chance(_ reversed: PairMix.Evidence) -> Double {
      PairMixTests.mix.chances(PairMix.inputs(own, reversed: reversed, .holderFirst))[0]
    }
    let alone = chance(.zero)
    #expect(alone > 0.8)
    #expect(chance(PairMix.Evidence(0, 3, 0, 3)) < alone / 2)
  }

  @Test func chancesAreSharesOfOne() {
    for value: Float in [0, 80, -80] {
      let chances = PairMixTests.mix.chances(SIMD8(repeating: value))
      #expect(chances.min() >= 0 && chances.sum() <= 1 + 1e-9)
    }
  }

  @Test(arguments: [QuestionKind.holderFirst, .holderLast])
  func slopesAreWhatMovesTheLogOdds(question: QuestionKind) {
    let (own, reversed) = (PairMix.Evidence(0.7, -0.2, 0.4, 0.1), PairMix.Evidence(-0.3, 0.9, 0.2, -0.6))
    let slopes = PairMixTests.mix.slopes(question)
    let moved = (own * slopes.own).sum() + (reversed * slopes.reversed).sum() + slopes.bias
    let chances = PairMixTests.mix.chances(PairMix.inputs(own, reversed: reversed, question))
    let sides = PairMix.answers(question).own
    let (favor, against) = (chances[sides.favor.rawValue], chances[sides.against.rawValue])
    #expect(abs(Double(moved) - (logarithm(favor) - logarithm(against))) < 1e-5)
  }
}
