import ArgumentParser
import Documents
import Foundation
import Training

/// `standpoint-train syntax TREEBANK… --output Models/english.model`
struct SyntaxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Train tagger, parser, lemmatiser and entity tagger from CoNLL-U treebanks.")

  @Argument(help: "Treebanks in CoNLL-U, gold tags and trees in them.")
  var treebanks: [String]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  @Option(help: "Runs with other seeds, whose weights are added up.")
  var seeds = 4

  @Option(help: "Epochs of the parser.")
  var epochs = 9

  @Option(help: "Epochs of the tagger.")
  var taggerEpochs = 8

  @Option(help: "Folds of the jackknife that tags the treebanks for the parser.")
  var folds = 5

  @Option(help: "Runs at a time; the result does not depend on it.")
  var jobs = 2

  @Option(help: "Score difference below which a right decision is learned all the same.")
  var margin: Float = 0

  @Option(help: "Bytes for the structure table.")
  var structureBytes = 7_500_000

  @Option(help: "Bytes for the table of relations.")
  var labelBytes = 3_900_000

  @Option(help: "Bytes for the tagger's table.")
  var taggerBytes = 4_800_000

  @Option(
    name: .customLong("text"), parsing: .upToNextOption,
    help: "More text for word clusters: folders of .txt files (a document each) or .jsonl with a \"text\" a line.")
  var texts: [String] = []

  @Option(help: "Number of word clusters; 0 for none.")
  var clusters = 500

  @Option(help: "Rounds of the clustering.")
  var clusterRounds = 12

  @Option(name: .customLong("held-out"), help: "A treebank to measure the tagger on; it is not learned from.")
  var heldOut: [String] = []

  @Flag(help: "Stop once the tagger is measured; no model is written.")
  var taggerOnly = false

  func run() async throws {
    let files = try treebanks.map { path in
      (path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    var training = SyntaxTraining()
    training.seeds = seeds
    training.parserEpochs = epochs
    training.taggerEpochs = taggerEpochs
    training.folds = folds
    training.jobs = jobs
    training.margin = margin
    training.heldOut = try Treebank.read(
      try heldOut.map { path in (path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))) })
    training.stopsAfterTagger = taggerOnly
    training.structureBudget = structureBytes
    training.labelBudget = labelBytes
    training.taggerBudget = taggerBytes
    let log = ProgressLog.starting()
    let sentences = try Treebank.read(files)
    if clusters > 0 {
      let corpus = try ClusterTexts.corpus(sentences, texts: texts)
      training.clusters = corpus.clusters(classes: clusters, rounds: clusterRounds, log: log)
    }
    let model = try await training.train(sentences, log: log)
    guard !taggerOnly else { return }
    try Data(model).write(to: URL(fileURLWithPath: output))
  }
}
