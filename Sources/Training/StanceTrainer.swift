import Attribution
import Linguistics
import ModelFiles
import Stance

/// A question of known answer.
public struct StanceExample: Sendable {
  /// The answers that a model weighs.
  public enum Answer: Int, Sendable, CaseIterable { case neutral, favor, against }

  package var features: [UInt64]
  package var placed: PlacedWords
  public var answer: Answer
  /// Which text it is about: texts are learned from or held out as a whole.
  public var document: Int
  package var question: QuestionKind
  /// With a holder: the number of the pair of mentions, which is asked about both ways.
  package var pair: Int?
  /// Whether the data hold the question more than once. It is learned from once.
  package var isRepeated: Bool

  package init(
    features: [UInt64], placed: PlacedWords, answer: Answer, document: Int, question: QuestionKind, pair: Int? = nil,
    isRepeated: Bool = false
  ) {
    self.features = features
    self.placed = placed
    self.answer = answer
    self.document = document
    self.question = question
    self.pair = pair
    self.isRepeated = isRepeated
  }
}

/// Trains the learned scorer: one softmax over favor, against and neutral for questions with and without a holder.
///
/// A linear and a bilinear model are trained. In the linear one each feature has a weight that both kinds share and one
/// of each kind (Daumé 2007, *Frustratingly easy domain adaptation*); the file holds their sums. Without a holder the
/// log-odds are a sum of both; with one, a ``PairMix`` of both for the question and for its reverse. What each says, and
/// which answer is taken, are chosen on folds that were held out.
public struct StanceTrainer: Sendable {
  public var version = "stance 1"
  public var folds = 4
  public var jobs = 2
  /// Features of fewer texts are left out.
  public var minimumDocuments = 5
  /// At most so many features a kind; the weakest go first.
  public var limit = 60_000
  public var epochs = 6
  public var rate: Float = 0.005
  public var decay: Float = 0
  /// Bilinear models that are summed, each begun with other random weights.
  public var models = 3
  public var factorEpochs = 8
  public var factorDecay: Float = 1e-3
  public var factorDropped: Float = 0.4

  public init() {}

  /// The bytes of a model file. `log` takes lines for a person who waits.
  public func train(_ examples: [StanceExample], log: @Sendable (String) -> Void) async -> [UInt8] {
    let index = FeatureIndex()
    for example in examples.sorted(by: { $0.document < $1.document }) {
      for hash in example.features {
        index.count(Domain.shared.of(hash), document: example.document)
        index.count(Domain(example.question).of(hash), document: example.document)
      }
    }
    index.number(minimum: minimumDocuments)
    log("\(examples.count) questions, \(index.hashes.count) features")
    let rows = rows(examples, index)
    let learner = LinearLearner(epochs: epochs, rate: rate, decay: decay)
    let folds = max(2, self.folds)
    let runs = await inParallel(folds + 1, jobs: jobs) { fold in
      learner.train(rows, seed: UInt64(fold)) { fold == folds || $0 % folds != fold }
    }
    var writer = ModelWriter()
    writer.add("version", Array(version.utf8))
    var choices = [SideChoice(favor: 1, against: 1)]
    for domain in [Domain.target, .pair] {
      let own = examples.indices.filter { Domain(examples[$0].question) == domain }
      // What is learned of names in pairs helps little where no holder is asked, and the other way round it does.
      let factors = await factors(domain == .pair ? examples : own.map { examples[$0] })
      let linear = own.map { number in Self.scores(rows, number, runs[examples[number].document % folds]) }
      let bilinear = factors.heldOut.filter { Domain($0.question) == domain }.map(\.scores)
      var shares: (linear: Float, factors: Float) = (1, 1)
      if domain == .pair {
        choices += mix(own.map { examples[$0] }, linear, bilinear, &writer, log)
      } else {
        let answers = own.map { examples[$0].answer }
        shares = StanceCalibration.shares(linear, bilinear, answers)
        let asked = zip(StanceCalibration.sums(linear, bilinear, shares), answers).map { sum, answer in
          (chances: StanceModel.chances(sum.favor, sum.against), answer: answer)
        }
        if !asked.isEmpty { choices = [StanceCalibration.choice(asked)] }
        log("alone: shares \(shares), \(choices[0]), held out \(StanceCalibration.report(asked, choices[0]))")
      }
      let tables = tables(examples, runs[folds], index, domain, shares.linear)
      writer.add("\(domain.name) favor", tables.favor)
      writer.add("\(domain.name) against", tables.against)
      factors.write(&writer, domain.name, share: shares.factors)
    }
    writer.add(
      "choices",
      choices.flatMap { [$0.favor, $0.against] }.reduce(into: []) {
        $0.append(littleEndian: Float($1).bitPattern)
      })
    return writer.finish()
  }

  /// Learns how two opposite questions make one answer; the choices of both.
  private func mix(
    _ examples: [StanceExample], _ linear: [StanceCalibration.Scores], _ bilinear: [StanceCalibration.Scores],
    _ writer: inout ModelWriter, _ log: (String) -> Void
  ) -> [SideChoice] {
    let rows = PairMixTrainer.rows(examples) { number in
      SIMD4(linear[number].favor, linear[number].against, bilinear[number].favor, bilinear[number].against)
    }
    let trainer = PairMixTrainer()
    let mix = trainer.fit(rows)
    let judged = trainer.judged(rows, mix)
    let choice = trainer.choice(judged)
    writer.add("pair mix", mix.section)
    log("pairs: \(mix), counting \(choice), held out: \(trainer.report(judged, choice))")
    return [SideChoice(favor: choice[0], against: choice[1]), SideChoice(favor: choice[2], against: choice[3])]
  }

  private func factors(_ examples: [StanceExample]) async -> FactorRuns {
    let numbered = FactorExamples(examples, minimumWord: minimumDocuments, minimumPlace: minimumDocuments + 3)
    let learner = FactorLearner(epochs: factorEpochs, decay: factorDecay, dropped: factorDropped)
    let folds = max(2, self.folds)
    let models = max(1, self.models)
    let runs = await inParallel((folds + 1) * models, jobs: jobs) { [folds] run in
      learner.train(numbered, seed: UInt64(run % models)) { run / models == folds || $0 % folds != run / models }
    }
    return FactorRuns(examples, numbered, runs, folds: folds)
  }

  /// A group a question: neutral, which has no features, favor and against.
  private func rows(_ examples: [StanceExample], _ index: FeatureIndex) -> LinearExamples {
    var rows = LinearExamples()
    rows.featureCount = index.hashes.count * 2
    for example in examples {
      let domain = Domain(example.question)
      let numbers = example.features.flatMap { hash in
        [index.number(of: Domain.shared.of(hash)), index.number(of: domain.of(hash))].compactMap { $0 }
      }
      rows.addRow(numbers: EmptyCollection<Int32>(), target: example.answer == .neutral ? 1 : 0)
      rows.addRow(numbers: numbers.lazy.map { $0 * 2 }, target: example.answer == .favor ? 1 : 0)
      rows.addRow(numbers: numbers.lazy.map { $0 * 2 + 1 }, target: example.answer == .against ? 1 : 0)
      rows.endGroup(document: example.document)
    }
    return rows
  }

  private static func scores(_ rows: LinearExamples, _ group: Int, _ weights: [Float]) -> (favor: Float, against: Float)
  {
    func sum(_ row: Int) -> Float {
      rows.features[rows.rowStarts[row]..<rows.rowStarts[row + 1]].reduce(0) { $0 + weights[Int($1)] }
    }
    let first = rows.groupStarts[group]
    return (sum(first + 1), sum(first + 2))
  }

  private func tables(
    _ examples: [StanceExample], _ weights: [Float], _ index: FeatureIndex, _ domain: Domain, _ share: Float
  ) -> (favor: [UInt8], against: [UInt8]) {
    var seen: Set<UInt64> = []
    for example in examples { seen.formUnion(example.features) }
    var kept: [(hash: UInt64, favor: Float, against: Float)] = []
    for hash in seen.sorted() {
      var favor: Float = 0
      var against: Float = 0
      for number in [index.number(of: Domain.shared.of(hash)), index.number(of: domain.of(hash))] {
        guard let number else { continue }
        favor += weights[Int(number) * 2] * share
        against += weights[Int(number) * 2 + 1] * share
      }
      if favor != 0 || against != 0 { kept.append((hash, favor, against)) }
    }
    if kept.count > limit {
      kept.sort { a, b in (abs(b.favor) + abs(b.against), a.hash) < (abs(a.favor) + abs(a.against), b.hash) }
      kept.removeLast(kept.count - limit)
      kept.sort { $0.hash < $1.hash }
    }
    return (WeightTable.build(kept.map { ($0.hash, $0.favor) }), WeightTable.build(kept.map { ($0.hash, $0.against) }))
  }

  /// Which questions a weight is for.
  private enum Domain: UInt64 {
    case shared, target, pair

    var name: String { self == .pair ? "pair" : "target" }

    init(_ question: QuestionKind) { self = question.hasHolder ? .pair : .target }

    func of(_ hash: UInt64) -> UInt64 { self == .shared ? hash : mixed(hash ^ rawValue) }
  }
}
