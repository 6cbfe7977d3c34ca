import Testing

@testable import Stance
@testable import Training

@Suite struct PairMixTrainerTests {
  /// A question that looks like favor is one, unless its reverse looks like favor too: then it is the reverse's.
  static let rows: [PairMixTrainer.Row] = (0..<400).map { number in
    let (first, last) = (number % 2 == 0, number / 2 % 4 == 0)
    var inputs = SIMD8<Float>.zero
    inputs[0] = first ? 2 : -2
    inputs[4] = last ? 2 : -2
    return PairMixTrainer.Row(inputs: inputs, answer: last ? .lastFavors : first ? .firstFavors : nil)
  }

  @Test func learnsWhatTheReverseTells() {
    let mix = PairMixTrainer().fit(PairMixTrainerTests.rows)
    for row in PairMixTrainerTests.rows {
      let chances = mix.chances(row.inputs)
      let neutral = 1 - chances.sum()
      let found = (0..<4).max { chances[$0] < chances[$1] }.flatMap { chances[$0] > neutral ? $0 : nil }
      #expect(found == row.answer?.rawValue)
    }
  }

  static func example(
    _ pair: Int, _ question: QuestionKind, _ answer: StanceExample.Answer, isRepeated: Bool = false
  ) -> StanceExample {
    StanceExample(
      features: [], placed: PlacedWords(), answer: answer, document: pair, question: question, pair: pair,
      isRepeated: isRepeated)
  }

  @Test func bothQuestionsOfAPairMakeARow() {
    typealias Tests = PairMixTrainerTests
    let examples = [
      Tests.example(0, .holderFirst, .neutral), Tests.example(0, .holderLast, .against),
      Tests.example(1, .holderLast, .neutral, isRepeated: true),
      Tests.example(1, .holderFirst, .favor, isRepeated: true),
      // Of this one half is missing.
      Tests.example(2, .holderFirst, .favor),
    ]
    let rows = PairMixTrainer.rows(examples) { SIMD4(Float($0), 0, 0, 0) }
    #expect(rows.map(\.answer) == [.lastOpposes, .firstFavors])
    #expect(rows.map { $0.inputs[0] } == [0, 3] && rows.map { $0.inputs[4] } == [1, 2])
    #expect(rows.map(\.chooses) == [true, false])
  }

  /// Of the likeliest hundred rows three in four favor, of the next hundred one in ten.
  static let judged: PairMixTrainer.Judged = (0..<1000).map { number in
    let isSide = number < 100 ? number % 4 != 0 : number < 200 && number % 10 == 0
    let chance = number < 100 ? 0.4 : number < 200 ? 0.3 : 0.1
    return (
      SIMD4(chance, 0.05, 0.05, 0.05),
      PairMixTrainer.Row(inputs: .zero, answer: isSide ? .firstFavors : nil)
    )
  }

  @Test func theChoiceTakesSidesThatPay() {
    var trainer = PairMixTrainer()
    trainer.neutralShare = 0.915
    let choice = trainer.choice(PairMixTrainerTests.judged)
    let counts = trainer.counts(PairMixTrainerTests.judged, choice)
    #expect(counts.accuracy >= counts.neutralAccuracy + trainer.margin)
    // 75 of the 85 sides found, and 25 times in vain.
    #expect(abs(counts.f1 - 2 * 75.0 / (85 + 100) / 4) < 1e-9)
  }

  @Test func rowsOfNeutralWeighAsMuchAsInTheNews() {
    var trainer = PairMixTrainer()
    trainer.neutralShare = 0.5
    let counts = trainer.counts(PairMixTrainerTests.judged, SIMD4(repeating: 0))
    #expect(abs(counts.accuracy - 0.5) < 1e-9 && counts.f1 == 0)
  }
}
