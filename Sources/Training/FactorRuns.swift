import ModelFiles
import Stance

/// Bilinear models of several seeds, on all questions and on those of all folds but one.
struct FactorRuns: Sendable {
  /// What each question gets from the models that did not see its text, in the order of the questions.
  let heldOut: [(question: QuestionKind, scores: StanceCalibration.Scores)]
  private let words: FeatureIndex
  private let fields: WordFields
  private let places: [UInt64]
  private let models: [FactorWeights]

  /// - Parameter runs: of each fold, and of all questions last, the models of every seed.
  init(
    _ examples: [StanceExample], _ numbered: FactorExamples, _ runs: [FactorWeights], fields: WordFields, folds: Int
  ) {
    self.fields = fields
    let count = runs.count / (folds + 1)
    words = numbered.wordIndex
    places = numbered.placeIndex.hashes
    models = Array(runs[(folds * count)...])
    heldOut = examples.indices.map { number in
      let fold = examples[number].document % folds
      var sum = SIMD4<Float>.zero
      for model in runs[(fold * count)..<((fold + 1) * count)] { sum += model.scores(numbered, number) }
      sum /= Float(count)
      return (examples[number].question, (sum[1] - sum[0], sum[2] - sum[0]))
    }
  }

  /// The sections of a model file: the mean of the seeds, times a share. Its words are those of the examples and those
  /// of the fields, each with the sum of what is its own and its fields'.
  func write(_ writer: inout ModelWriter, _ name: String, share: Float) {
    let part = share / Float(models.count)
    let blocks = models.map { model in
      var block = FactorModel.Block()
      block.start = model.start
      block.lexicon = model.lexicon
      block.favor = (model.answers[1] - model.answers[0]) * part
      block.against = (model.answers[2] - model.answers[0]) * part
      return block
    }
    let bias = models.reduce(SIMD4<Float>.zero) { $0 + $1.bias } * part
    FactorModel.write(
      &writer, name, words: Set(words.hashes).union(fields.words).sorted().map { ($0, meaning($0)) },
      places: places.indices.map { place in
        (places[place], models.flatMap { model in columns(model.places[place]) })
      }, blocks: blocks, favor: bias[1] - bias[0],
      against: bias[2] - bias[0])
  }

  private func meaning(_ word: UInt64) -> [Float] {
    models.flatMap { model in
      let own = words.number(of: word).map { model.words[Int($0)] } ?? .zero
      return columns(fields.fields(of: word).reduce(own) { $0 + model.fields[Int($1)] })
    }
  }

  private func columns(_ vector: SIMD16<Float>) -> [Float] { (0..<16).map { vector[$0] } }
}
