import ArgumentParser
import Attribution
import Documents
import Foundation
import Lexicons
import Linguistics
import Pipelines
import Training

/// `standpoint-train attribution TRAIN_FOLDER… -o Models/attribution.model`
struct AttributionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attribution",
    abstract: "Train the learned attribution from texts with brat annotations of attributions.",
    discussion: "A folder has text/NAME.txt and attributions/NAME_ANNOTATOR.ann, offsets in code points; of several "
      + "annotators the one who sorts first is read. A file has a sentence a line, with {s|source}, {q|cue} and "
      + "{c|content} marked, capitals for a second attribution.")

  @Argument(help: "The folders and files to learn from.")
  var inputs: [String]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String?

  @Option(help: "Features of fewer texts (a sentence of a file counts as one) are left out.")
  var minimum = 5

  @Option(help: "The model that the texts are parsed with.")
  var parser = "english"

  @Option(help: "The lexicon of cues.")
  var cues = "Lexicons/cues.yaml"

  @Option(name: .customLong("held-out"), help: "A folder to measure on; it is not learned from.")
  var heldOut: String?

  @Option(help: "Epochs of the rankers.")
  var epochs = 8

  @Option(help: "Epochs of the cue classifier.")
  var cueEpochs = 14

  @Option(help: "Learning rate of the cue classifier.")
  var cueRate: Float = 0.03

  @Option(help: "Learning rate of the rankers.")
  var rate: Float = 0.05

  @Option(name: .customLong("runs"), help: "Runs whose weights are averaged.")
  var runs = 1

  @Option(help: "Pull of the weights towards zero.")
  var decay: Float = 0

  @Option(help: "Most weights a table.")
  var limit = 110_000

  @Option(help: "Runs at a time; the result does not depend on it.")
  var jobs = 2

  func run() async throws {
    let log = ProgressLog.starting()
    let installation = Installation()
    let reader = AnnotatedTexts(
      pipeline: try PipelineLoader(installation: installation).load("sentences"),
      parser: Parser(model: try installation.linguisticModel(parser)),
      cues: try CueReader([LexiconReader.read(path: cues)]))
    let examples = try inputs.flatMap(reader.read)
    log("\(examples.count) texts")
    var trainer = AttributionTrainer()
    trainer.rankerEpochs = epochs
    trainer.cueEpochs = cueEpochs
    trainer.cueRate = cueRate
    trainer.rate = rate
    trainer.decay = decay
    trainer.runs = runs
    trainer.minimumDocuments = minimum
    trainer.limit = limit
    trainer.jobs = jobs
    let bytes = try await trainer.train(examples, log: log)
    log("model of \(bytes.count) bytes")
    if let output { try Data(bytes).write(to: URL(fileURLWithPath: output)) }
    if let heldOut {
      let model = try AttributionModel(bytes: bytes)
      let score = AttributionEvaluation().score(try reader.read(heldOut), model: model)
      log(
        "held out: \(score.gold) gold, \(score.predicted) found, \(score.matched) matched; precision "
          + "\(score.precision), recall \(score.recall), F1 \(score.f1)")
    }
  }
}

/// Reads and parses annotated texts.
struct AnnotatedTexts {
  let pipeline: Pipeline
  let parser: Parser
  /// Of the lexicon whose entries are features.
  let cues: CueReader

  func read(_ path: String) throws -> [AttributionExample] {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return try isFolder.boolValue ? readFolder(path) : readSentences(path)
  }

  private func readSentences(_ path: String) throws -> [AttributionExample] {
    let sentences = AnnotatedSentence.read(try String(contentsOfFile: path, encoding: .utf8))
    return try sentences.enumerated().compactMap { number, sentence in
      let name = "\(path):\(number)"
      return try parsed(name, Array(sentence.text.utf8)).flatMap {
        AttributionExample(name: name, document: $0, sentence: sentence, cues: cues)
      }
    }
  }

  private func parsed(_ name: String, _ bytes: [UInt8]) throws -> SegmentedArticle? {
    let source = SourceDocument(id: name, path: name + ".txt", bytes: bytes)
    guard var document = try pipeline.process(source) as? SegmentedArticle else { return nil }
    let read = document.sentences.filter { document.kind(of: $0) != .boilerplate }
    document.syntax = parser.parse(
      text: document.article.text, tokens: document.tokens, sentences: read.map(\.tokens))
    return document
  }

  private func readFolder(_ path: String) throws -> [AttributionExample] {
    let folder = URL(fileURLWithPath: path)
    var annotations: [String: String] = [:]
    for name in try names(folder.appendingPathComponent("attributions"), ".ann") {
      guard let end = name.lastIndex(of: "_"), annotations[String(name[..<end])] == nil else { continue }
      annotations[String(name[..<end])] = name
    }
    var examples: [AttributionExample] = []
    for name in try names(folder.appendingPathComponent("text"), ".txt") {
      guard let annotation = annotations[name] else { continue }
      let bytes = try Data(contentsOf: folder.appendingPathComponent("text/\(name).txt"))
      let brat = try String(
        contentsOf: folder.appendingPathComponent("attributions/\(annotation).ann"), encoding: .utf8)
      guard let document = try parsed(name, [UInt8](bytes)) else { continue }
      if let example = AttributionExample(
        name: name, document: document, annotation: brat, cues: cues)
      {
        examples.append(example)
      }
    }
    return examples
  }

  /// Names without the ending, sorted.
  private func names(_ folder: URL, _ ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }
      .map { String($0.dropLast(ending.count)) }.sorted()
  }
}
