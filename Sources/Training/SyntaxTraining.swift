import Documents
import Linguistics
import ModelFiles

/// Trains the whole model from treebanks: word table, tagger, parser, lemmas, entities.
public struct SyntaxTraining: Sendable {
  public var version = "english 1"
  public var seeds = 2
  public var folds = 5
  public var jobs = 2
  public var taggerEpochs = 8
  public var parserEpochs = 9
  public var margin: Float = 0
  /// Features that were corrected less often are left out; the parser's structure asks for one more.
  public var minimumUpdates = 2
  public var taggerBudget = 4_800_000
  public var structureBudget = 7_500_000
  public var labelBudget = 3_900_000
  public var entityBudget = 600_000
  /// Sentences that the tagger is measured on as soon as it is trained; they are not learned from.
  public var heldOut: [TreebankSentence] = []
  /// For experiments: no parser, no model.
  public var stopsAfterTagger = false
  public var clusters: [UInt64: ClusterPath] = [:]

  public init() {}

  /// The bytes of a model file. `log` takes lines for a person who waits.
  public func train(_ sentences: [TreebankSentence], log: @Sendable (String) -> Void) async throws -> [UInt8] {
    let numbers = TagNumbers(sentences)
    let tagSet = numbers.tagSet
    log("\(sentences.count) sentences, \(tagSet.tags.count) joint tags")
    guard let lexicon = WordLexicon(sentences, tags: numbers, clusters: clusters) else { throw failure("word table") }
    let gold = sentences.map { sentence in
      (0..<sentence.count).map { numbers.number(sentence.coarse[$0], sentence.fine[$0]) ?? TagSet.none }
    }
    let predicted = stopsAfterTagger ? gold : await jackknifed(sentences, gold, numbers)
    log("jackknifed tags \(Self.share(predicted, gold))")
    let prepared = PreparedSentence.prepare(sentences, lexicon)
    let trainer = TaggerTrainer(epochs: taggerEpochs, minimumUpdates: minimumUpdates)
    let taggers = await inParallel(seeds, jobs: jobs) {
      trainer.train(prepared, gold: gold, tagSet: tagSet, seed: UInt64($0))
    }
    let tagger = Quantizing.sparse(Merging.sparse(taggers), answers: tagSet.tags.count, budget: taggerBudget)
    log("tagger \(tagger.count) bytes")
    measure(tagger: tagger, entities: nil, lexicon, tagSet, log)
    guard !stopsAfterTagger else { return [] }
    let masks = Self.masks(sentences)
    let examples: [ParserExample] = sentences.indices.map { index in
      let sentence = sentences[index]
      let root = Int32(sentence.count + 1)
      return ParserExample(
        sentence: prepared[index], tags: predicted[index],
        heads: [0] + sentence.heads.map { $0 == 0 ? root : Int32($0) },
        relations: [0] + sentence.relations.map { $0.rawValue })
    }
    let parserTrainer = ParserTrainer(
      epochs: parserEpochs, margin: margin, minimumStructureUpdates: minimumUpdates + (minimumUpdates > 1 ? 1 : 0),
      minimumLabelUpdates: minimumUpdates, tagSet: tagSet, masks: masks)
    let parsers = await inParallel(seeds, jobs: jobs) { parserTrainer.train(examples, seed: UInt64($0) &+ 100) }
    log("parser: \(parsers[0].structure.count) structure features, \(parsers[0].labels.count) label weights a run")
    let structure = Quantizing.structure(Merging.structure(parsers.map { $0.structure }), budget: structureBudget)
    let labels = Quantizing.sparse(
      Merging.sparse(parsers.map { $0.labels }), answers: Relation.allCases.count, budget: labelBudget)
    log("structure \(structure.count) bytes, labels \(labels.count) bytes, words \(lexicon.section.count) bytes")
    let entities = await entityTable(sentences, prepared, predicted, tagSet)
    log("entities \(entities.count) bytes")
    measure(tagger: tagger, entities: entities, lexicon, tagSet, log)
    var writer = ModelWriter(features: FeatureStamp.syntax)
    writer.add("version", Array(version.utf8))
    writer.add("words", lexicon.section)
    writer.add("tags", tagSet.section)
    writer.add("tagger", tagger)
    writer.add("structure", structure)
    writer.add("labels", labels)
    writer.add("sure-labels", Self.sureLabels(sentences, gold, tagSet))
    writer.add("label-masks", masks.section)
    writer.add("lemmas", LemmaTrainer.train(sentences, lexicon))
    writer.add("entities", entities)
    return writer.finish()
  }

  /// Trained on the documents that have entities.
  private func entityTable(
    _ sentences: [TreebankSentence], _ prepared: [PreparedSentence], _ tags: [[UInt8]], _ tagSet: TagSet
  ) async -> [UInt8] {
    var annotated: Set<Int> = []
    for sentence in sentences where sentence.misc.contains(where: { $0.contains("Entity=") }) {
      annotated.insert(sentence.document)
    }
    let chosen = sentences.indices.filter { annotated.contains(sentences[$0].document) }
    let words = chosen.map { prepared[$0] }
    let predicted = chosen.map { tags[$0] }
    let gold = chosen.map { NamedMentions.labels(sentences[$0]) }
    let trainer = EntityTrainer(minimumUpdates: minimumUpdates)
    let runs = await inParallel(seeds, jobs: jobs) {
      trainer.train(words, tags: predicted, gold: gold, tagSet: tagSet, seed: UInt64($0) &+ 200)
    }
    return Quantizing.sparse(Merging.sparse(runs), answers: EntityTagger.answers, budget: entityBudget)
  }

  /// Tags of every sentence by taggers that were trained without its document.
  private func jackknifed(
    _ sentences: [TreebankSentence], _ gold: [[UInt8]], _ numbers: TagNumbers
  ) async -> [[UInt8]] {
    let folds = max(2, self.folds)
    let clusters = self.clusters
    let trainer = TaggerTrainer(epochs: taggerEpochs, minimumUpdates: minimumUpdates)
    let budget = taggerBudget
    let parts = await inParallel(folds, jobs: jobs) { fold in
      let rest = sentences.indices.filter { sentences[$0].document % folds != fold }
      let held = sentences.indices.filter { sentences[$0].document % folds == fold }
      let training = rest.map { sentences[$0] }
      guard let lexicon = WordLexicon(training, tags: numbers, clusters: clusters) else { return [(Int, [UInt8])]() }
      let weights = trainer.train(
        PreparedSentence.prepare(training, lexicon), gold: rest.map { gold[$0] }, tagSet: numbers.tagSet,
        seed: UInt64(fold) &+ 1000)
      let section = Quantizing.sparse(weights, answers: numbers.tagSet.tags.count, budget: budget)
      guard let tagger = TrainedTagger(section: section, tagSet: numbers.tagSet) else { return [] }
      let prepared = PreparedSentence.prepare(held.map { sentences[$0] }, lexicon)
      return zip(held, prepared).map { ($0, tagger.tags($1)) }
    }
    var tags = gold
    for (index, predicted) in parts.joined() { tags[index] = predicted }
    return tags
  }

  /// Logs how well the tagger, and the entity tagger if there is one, do on the held-out sentences.
  private func measure(
    tagger: [UInt8], entities: [UInt8]?, _ lexicon: WordLexicon, _ tagSet: TagSet, _ log: (String) -> Void
  ) {
    guard !heldOut.isEmpty, let tagger = TrainedTagger(section: tagger, tagSet: tagSet) else { return }
    let prepared = PreparedSentence.prepare(heldOut, lexicon)
    let tags = prepared.map { tagger.tags($0) }
    guard let entities else { return log("held out: " + HeldOut.tags(heldOut, tags, tagSet)) }
    log("held out: " + HeldOut.entities(heldOut, prepared, tags, section: entities, tagSet))
  }

  private static func share(_ predicted: [[UInt8]], _ gold: [[UInt8]]) -> Double {
    var right = 0
    var all = 0
    for (p, g) in zip(predicted, gold) {
      all += g.count
      right += zip(p, g).count { $0 == $1 }
    }
    return Double(right) / Double(max(1, all))
  }

  /// How often two tags must be joined for their relation to be sure, and how often by this one relation.
  private static let sureAt = 20
  private static let sureShare = 0.99

  static func sureLabels(
    _ sentences: [TreebankSentence], _ gold: [[UInt8]], _ tagSet: TagSet
  ) -> [UInt8] {
    var counter = SureLabels.Counter(tags: tagSet.tags.count, relations: Relation.allCases.count)
    for (sentence, tags) in zip(sentences, gold) {
      for index in 0..<sentence.count where sentence.heads[index] > 0 {
        let head = sentence.heads[index] - 1
        counter.add(
          head: tags[head], dependent: tags[index], isLeft: head > index, label: sentence.relations[index].rawValue)
      }
    }
    return counter.section(minimum: sureAt, share: sureShare)
  }

  private static func masks(_ sentences: [TreebankSentence]) -> LabelMasks {
    var masks = LabelMasks(left: 0, right: 0)
    for sentence in sentences {
      for index in 0..<sentence.count where sentence.heads[index] > 0 {
        let bit: UInt64 = 1 << UInt64(sentence.relations[index].rawValue)
        if sentence.heads[index] > index + 1 { masks.left |= bit } else { masks.right |= bit }
      }
    }
    return masks
  }

  private func failure(_ what: String) -> Diagnostic { Diagnostic(file: "training", "no \(what) could be made") }
}
