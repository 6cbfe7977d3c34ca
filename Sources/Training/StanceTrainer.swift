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
  public var jobs = 2
  /// Texts are held out by the number of their document.
  let folds = 4
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
  /// What is known of words besides what the examples tell.
  public var fields = WordFields()

  public init() {}

  /// The bytes of a model file. `log` takes lines for a person who waits.
  public func train(_ examples: [StanceExample], log: @Sendable (String) -> Void) async -> [UInt8] {
    let linear = await linear(examples)
    log("\(examples.count) questions, \(linear.index.hashes.count) features")
    var writer = ModelWriter()
    writer.add("version", Array(version.utf8))
    var choices = [SideChoice(favor: 1, against: 1)]
    for domain in [Domain.target, .pair] {
      let factors = await factors(examples, domain)
      let heldOut = heldOut(examples, linear, factors, domain)
      var shares: StanceCalibration.Shares = (1, 1)
      if domain == .pair {
        choices += mix(heldOut, &writer, log)
      } else {
        shares = heldOut.shares()
        let asked = heldOut.asked(shares)
        if !asked.isEmpty { choices = [StanceCalibration.choice(asked)] }
        log("alone: shares \(shares), \(choices[0]), held out \(StanceCalibration.report(asked, choices[0]))")
      }
      let tables = tables(examples, linear, domain, shares.linear)
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

  // MARK: Learning

  /// The linear models' weights without each fold, and of all questions last.
  struct LinearRuns {
    var index: FeatureIndex
    var rows: LinearExamples
    var runs: [[Float]]
  }

  func linear(_ examples: [StanceExample]) async -> LinearRuns {
    let index = FeatureIndex()
    for example in examples.sorted(by: { $0.document < $1.document }) {
      for hash in example.features {
        index.count(Domain.shared.of(hash), document: example.document)
        index.count(Domain(example.question).of(hash), document: example.document)
      }
    }
    index.number(minimum: minimumDocuments)
    let rows = rows(examples, index)
    let learner = LinearLearner(epochs: epochs, rate: rate, decay: decay)
    let runs = await inParallel(folds + 1, jobs: jobs) { [folds] fold in
      learner.train(rows, seed: UInt64(fold)) { fold == folds || $0 % folds != fold }
    }
    return LinearRuns(index: index, rows: rows, runs: runs)
  }

  /// What is learned of names in pairs helps little where no holder is asked, and the other way round it does.
  func factors(_ examples: [StanceExample], _ domain: Domain) async -> FactorRuns {
    let examples = domain == .pair ? examples : examples.filter { Domain($0.question) == domain }
    let numbered = FactorExamples(
      examples, minimumWord: minimumDocuments, minimumPlace: minimumDocuments + 3, known: fields)
    let learner = FactorLearner(epochs: factorEpochs, decay: factorDecay, dropped: factorDropped)
    let models = max(1, self.models)
    let runs = await inParallel((folds + 1) * models, jobs: jobs) { [folds] run in
      learner.train(numbered, seed: UInt64(run % models)) { run / models == folds || $0 % folds != run / models }
    }
    return FactorRuns(examples, numbered, runs, fields: fields, folds: folds)
  }

  /// What models that have not seen its text say of each question of a domain.
  func heldOut(
    _ examples: [StanceExample], _ linear: LinearRuns, _ factors: FactorRuns, _ domain: Domain
  ) -> HeldOutStances {
    let own = examples.indices.filter { Domain(examples[$0].question) == domain }
    return HeldOutStances(
      examples: own.map { examples[$0] },
      linear: own.map { Self.scores(linear.rows, $0, linear.runs[examples[$0].document % folds]) },
      bilinear: factors.heldOut.filter { Domain($0.question) == domain }.map(\.scores))
  }

  /// Learns how two opposite questions make one answer; the choices of both.
  private func mix(_ heldOut: HeldOutStances, _ writer: inout ModelWriter, _ log: (String) -> Void) -> [SideChoice] {
    let rows = heldOut.rows
    let trainer = PairMixTrainer()
    let mix = trainer.fit(rows)
    let judged = trainer.judged(rows, mix)
    let choice = trainer.choice(judged)
    writer.add("pair mix", mix.section)
    log("pairs: \(mix), counting \(choice), held out: \(trainer.report(judged, choice))")
    return [SideChoice(favor: choice[0], against: choice[1]), SideChoice(favor: choice[2], against: choice[3])]
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
    _ examples: [StanceExample], _ linear: LinearRuns, _ domain: Domain, _ share: Float
  ) -> (favor: [UInt8], against: [UInt8]) {
    let (index, weights) = (linear.index, linear.runs[folds])
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
  enum Domain: UInt64 {
    case shared, target, pair

    var name: String { self == .pair ? "pair" : "target" }

    init(_ question: QuestionKind) { self = question.hasHolder ? .pair : .target }

    func of(_ hash: UInt64) -> UInt64 { self == .shared ? hash : mixed(hash ^ rawValue) }
  }
}
