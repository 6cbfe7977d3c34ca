import Attribution
import Documents
import Linguistics
import ModelFiles

/// Trains the learned attribution from parsed texts with attributions marked in them.
///
/// The cue classifier is jackknifed, so that the rankers see probabilities as honest as those they will meet; the
/// calibrator learns from what models of the other folds propose on each fold.
public struct AttributionTrainer: Sendable {
  public var version = "attribution 1"
  public var folds = 3
  public var jobs = 2
  /// Features of fewer documents are left out.
  public var minimumDocuments = 5
  /// At most so many weights a table; the weakest go first.
  public var limit = 110_000
  public var cueEpochs = 14
  /// Runs whose weights are averaged.
  public var runs = 1
  public var rankerEpochs = 8
  public var cueRate: Float = 0.03
  public var rate: Float = 0.05
  /// Pull of the weights towards zero, for each visit of a feature.
  public var decay: Float = 0

  public init() {}

  /// The bytes of a model file. `log` takes lines for a person who waits.
  public func train(_ examples: [AttributionExample], log: @Sendable (String) -> Void) async throws -> [UInt8] {
    let folds = max(2, self.folds)
    let gate = gate(examples)
    let cues = CueExamples(examples, gate: gate, minimum: minimumDocuments)
    log("\(cues.rows.groupCount) possible cues, \(cues.rows.featureCount) features")
    let learner = LinearLearner(epochs: cueEpochs, rate: cueRate, decay: decay)
    let cueRuns = await inParallel(folds + 1, jobs: jobs) { fold in
      self.averaged(learner, cues.rows, seed: UInt64(fold)) { fold == folds || $0 % folds != fold }
    }
    let probabilities = cues.probabilities(cueRuns, folds: folds)
    log(cues.report(probabilities))
    let cueTables = cueRuns.map { table($0, cues.index) }

    let contents = ContentExamples(examples, cues: cues, probabilities: probabilities, minimum: minimumDocuments)
    log(contents.report)
    let ranker = LinearLearner(epochs: rankerEpochs, rate: rate, decay: decay)
    let contentTables = await inParallel(folds + 1, jobs: jobs) { fold in
      let weights = self.averaged(ranker, contents.rows, seed: UInt64(fold) &+ 10) {
        fold == folds || $0 % folds != fold
      }
      return self.table(weights, contents.index)
    }
    log("contents ranked")
    let sources = SourceExamples(examples, contents: contents, minimum: minimumDocuments)
    log("\(sources.rows.groupCount) sources, \(sources.rows.featureCount) features")
    let sourceTables = await inParallel(folds + 1, jobs: jobs) { fold in
      let weights = self.averaged(ranker, sources.rows, seed: UInt64(fold) &+ 20) {
        fold == folds || $0 % folds != fold
      }
      return self.table(weights, sources.index)
    }
    let gateTable = WeightTable.build(gate.sorted().map { ($0, 1) })
    func model(_ fold: Int, _ calibrator: Calibrator) -> [UInt8] {
      var writer = ModelWriter()
      writer.add("version", Array(version.utf8))
      writer.add("cue gate", gateTable)
      writer.add("cues", cueTables[fold])
      writer.add("contents", contentTables[fold])
      writer.add("sources", sourceTables[fold])
      writer.add("calibrator", calibrator.section)
      return writer.finish()
    }
    let blank = Calibrator(
      weights: [Float](repeating: 0, count: Proposal.inputCount), thresholds: .init(alone: 0, nested: 2))
    var judged: [[Proposal]] = Array(repeating: [], count: examples.count)
    for fold in 0..<folds {
      let trained = try AttributionModel(ModelFile(bytes: model(fold, blank)))
      let held = examples.indices.filter { $0 % folds == fold }
      let found = await inParallel(held.count, jobs: jobs) { number in
        LearnedAttributor(view: examples[held[number]].view, model: trained).proposals()
      }
      for (index, proposals) in zip(held, found) { judged[index] = proposals }
    }
    let calibrator = CalibratorTrainer().train(examples, judged, log: log)
    return model(folds, calibrator)
  }

  /// The mean of several runs, which differ in the order of the examples.
  private func averaged(
    _ learner: LinearLearner, _ rows: LinearExamples, seed: UInt64, using passes: (Int) -> Bool
  ) -> [Float] {
    var sums = learner.train(rows, seed: seed, using: passes)
    for run in 1..<max(1, runs) {
      let weights = learner.train(rows, seed: seed &+ UInt64(run) &* 1000, using: passes)
      for index in sums.indices { sums[index] += weights[index] }
    }
    return sums.map { $0 / Float(max(1, runs)) }
  }

  /// Lemmas that are cues somewhere: other nouns, adjectives and so on are passed over unread.
  private func gate(_ examples: [AttributionExample]) -> Set<UInt64> {
    var counts: [UInt64: (documents: Int, cues: Int, last: Int)] = [:]
    for (document, example) in examples.enumerated() {
      let features = CueFeatures(example.view)
      let heads = Set(example.gold.compactMap { example.view.cueHead($0.cue) })
      for index in 0..<example.view.count where features.kind(of: index) == 3 {
        var entry = counts[features.gate(of: index)] ?? (0, 0, -1)
        if entry.last != document { entry.documents += 1 }
        entry.last = document
        if heads.contains(index) { entry.cues += 1 }
        counts[features.gate(of: index)] = entry
      }
    }
    return Set(counts.filter { $0.value.documents >= minimumDocuments && $0.value.cues >= 2 }.keys)
  }

  private func table(_ weights: [Float], _ index: FeatureIndex) -> [UInt8] {
    var kept = weights.indices.filter { weights[$0] != 0 }
    if kept.count > limit {
      kept.sort { (abs(weights[$1]), $0) < (abs(weights[$0]), $1) }
      kept.removeLast(kept.count - limit)
      kept.sort()
    }
    return WeightTable.build(kept.map { (index.hashes[$0], weights[$0]) })
  }
}
