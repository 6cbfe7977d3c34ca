import Testing

@testable import Training

@Suite struct StanceValidationTests {
  @Test func judgesTextsThatWereNotLearnedFrom() async {
    var trainer = StanceTrainer()
    (trainer.models, trainer.factorEpochs, trainer.epochs) = (1, 4, 6)
    let figures = await StanceValidation(trainer: trainer).figures(StanceTrainerTests.examples, rounds: 2)
    // Each answer has a feature of its own.
    #expect(figures.aloneF1 > 0.95 && figures.pairF1 > 0.9, "\(figures)")
    // What is known of a text does not help with another one.
    var random = SeededRandom(seed: 5)
    let mixed = StanceTrainerTests.examples.map { example in
      var example = example
      example.answer = [.neutral, .favor, .against][Int(random.next() % 3)]
      return example
    }
    let guessed = await StanceValidation(trainer: trainer).figures(mixed, rounds: 1)
    #expect(guessed.aloneF1 < 0.5 && guessed.aloneLoss > figures.aloneLoss + 0.3, "\(guessed)")
  }
}
