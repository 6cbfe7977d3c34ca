import Testing

@testable import Stance
@testable import Training

@Suite struct StanceTrainerTests {
  /// Feature 11 is favor and 12 is against, of the question that has it; each text is asked about alone and both ways.
  static let examples: [StanceExample] = (0..<240).flatMap { number -> [StanceExample] in
    let answer: StanceExample.Answer = number % 3 == 0 ? .favor : number % 3 == 1 ? .against : .neutral
    let features = [UInt64(answer == .favor ? 11 : answer == .against ? 12 : 13)]
    func example(_ answer: StanceExample.Answer, _ features: [UInt64], _ question: QuestionKind) -> StanceExample {
      var placed = PlacedWords()
      placed.begin(token: 0, lemma: features[0])
      placed.add(1)
      return StanceExample(
        features: features, placed: placed, answer: answer, document: number, question: question,
        pair: question.hasHolder ? number : nil)
    }
    let isFirst = number / 3 % 2 == 0
    return [
      example(answer, features, .alone),
      example(isFirst ? answer : .neutral, isFirst ? features : [13], .holderFirst),
      example(isFirst ? .neutral : answer, isFirst ? [13] : features, .holderLast),
    ]
  }

  static func train(jobs: Int) async -> [UInt8] {
    var trainer = StanceTrainer()
    (trainer.jobs, trainer.models, trainer.factorEpochs, trainer.epochs) = (jobs, 1, 2, 3)
    return await trainer.train(examples) { _ in }
  }

  @Test func aTrainedFileIsAModel() async throws {
    let bytes = await StanceTrainerTests.train(jobs: 2)
    #expect(try StanceModel(bytes: bytes).version == "stance 1")
    #expect(bytes == (await StanceTrainerTests.train(jobs: 1)))
  }
}
