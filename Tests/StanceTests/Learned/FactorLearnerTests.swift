import Linguistics
import Testing

@testable import Stance
@testable import Training

@Suite struct FactorLearnerTests {
  /// The word 21 is for the target in place 1 and against it in place 2, the word 22 the other way round: no sum of
  /// word and place tells that.
  static let examples: [StanceExample] = (0..<240).map { number in
    let word = UInt64(number % 2)
    let place = UInt64(number / 2 % 2)
    var placed = PlacedWords()
    placed.begin(token: 0, lemma: 21 + word)
    placed.add(place + 1)
    placed.begin(token: 1, lemma: UInt64(100 + number % 7))
    placed.add(3)
    return StanceExample(
      features: [], placed: placed, answer: word == place ? .favor : .against, document: number, question: .alone)
  }

  static let numbered = FactorExamples(examples, minimumWord: 5, minimumPlace: 5)
  static let learner = FactorLearner(epochs: 40, batch: 32, decay: 1e-4, dropped: 0.1)

  @Test func learnsWhatWordsMeanInTheirPlaces() {
    let weights = FactorLearnerTests.learner.train(FactorLearnerTests.numbered, seed: 1) { $0 / 4 % 4 != 0 }
    let right = FactorLearnerTests.examples.indices.count { number in
      let scores = weights.scores(FactorLearnerTests.numbered, number)
      return (scores[1] > scores[2]) == (FactorLearnerTests.examples[number].answer == .favor)
    }
    #expect(right == FactorLearnerTests.examples.count)
  }

  /// Of words that no text of the examples holds their fields are known.
  @Test func fieldsTellOfRareWords() throws {
    var fields = WordFields()
    fields.add("kind", members: ["laud", "cheer"])
    fields.add("harsh", members: ["jeer", "boo"])
    func example(_ number: Int, _ words: [String]) -> StanceExample {
      var placed = PlacedWords()
      placed.begin(token: 0, lemma: hash(of: words[number % 2].utf8))
      placed.add(1)
      return StanceExample(
        features: [], placed: placed, answer: number % 2 == 0 ? .favor : .against, document: number, question: .alone)
    }
    let examples = (0..<80).map { example($0, ["laud", "jeer"]) } + (80..<84).map { example($0, ["cheer", "boo"]) }
    let numbered = FactorExamples(examples, minimumWord: 5, minimumPlace: 2, known: fields)
    #expect(numbered.words.suffix(4).allSatisfy { $0 == -1 })
    let weights = FactorLearner(epochs: 20, batch: 16).train(numbered, seed: 1) { $0 < 80 }
    for number in 80..<84 {
      let scores = weights.scores(numbered, number)
      #expect((scores[1] > scores[2]) == (number % 2 == 0))
    }
  }

  @Test func theSameSeedGivesTheSameWeights() {
    func train(_ seed: UInt64) -> FactorWeights {
      FactorLearner(epochs: 2).train(FactorLearnerTests.numbered, seed: seed) { _ in true }
    }
    #expect(train(3).words == train(3).words)
    #expect(train(3).words != train(4).words)
  }

  @Test func rareWordsAreUnknown() {
    let numbered = FactorExamples(
      Array(FactorLearnerTests.examples.prefix(8)), minimumWord: 3, minimumPlace: 100)
    #expect(numbered.places.isEmpty)
    #expect(numbered.words.contains(-1) && numbered.words.contains { $0 >= 0 })
  }

  @Test func noExamplesGiveWeightsAllTheSame() {
    let none = FactorExamples([], minimumWord: 1, minimumPlace: 1)
    #expect(FactorLearner().train(none, seed: 1) { _ in true }.words.isEmpty)
  }
}
