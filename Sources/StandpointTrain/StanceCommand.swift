import ArgumentParser
import Documents
import Foundation
import Lexicons
import Pipelines
import Stance
import Training

/// `standpoint-train stance --target newsmtsc/train.jsonl --pair dse/train.jsonl -o Models/stance.model`
struct StanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stance",
    abstract: "Train the learned scorer from texts with stances towards marked mentions.",
    discussion: "A line of a target file is {text, start, end, label}, the label negative, neutral or positive; one of "
      + "a pair file {text, p, q, label}, with [start, end] of two mentions, the label 0 for none, 1 and 2 for p or q "
      + "in favor of the other, 3 and 4 for against. Offsets are code points.")

  @Option(help: "Questions without a holder.")
  var target: String?

  @Option(help: "Questions with a holder.")
  var pair: String?

  @Option(help: "The pipeline that reads the texts; one without learned stance weights.")
  var pipeline = "opinion"

  @Option(help: "What is known of words: fields with their members.")
  var fields = "Models/word-fields.yaml"

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String?

  @Option(help: "Epochs.")
  var epochs = 6

  @Option(help: "Learning rate.")
  var rate: Float = 0.005

  @Option(help: "Pull towards zero, for each visit of a feature.")
  var decay: Float = 0

  @Option(help: "Bilinear models that are summed.")
  var models = 3

  @Option(help: "Epochs of the bilinear models.")
  var factorEpochs = 8

  @Option(help: "Pull towards zero in the bilinear models.")
  var factorDecay: Float = 1e-3

  @Option(help: "Share of the words that the bilinear models drop at random.")
  var factorDropped: Float = 0.4

  @Option(help: "Most features a table.")
  var limit = 60_000

  @Option(help: "Features of fewer texts are left out.")
  var minimum = 5

  @Option(help: "Rounds of cross-validation instead of a model.")
  var rounds = 0

  @Option(help: "Kinds of features to leave out, to see what they bring.")
  var without: [String] = []

  @Option(help: "Runs at a time; the result does not depend on it.")
  var jobs = 2

  func run() async throws {
    let log = ProgressLog.starting()
    let fields = try WordFields(LexiconReader.read(path: fields))
    let pipeline = try PipelineLoader(installation: Installation()).load(pipeline)
    var reader = StanceCorpus(questions: try pipeline.questions(), without: Set(without))
    if let target { try reader.readTargets(target) }
    if let pair { try reader.readPairs(pair) }
    reader.group()
    log("\(reader.examples.count) questions about \(Set(reader.examples.map(\.document)).count) texts read")
    var trainer = StanceTrainer()
    trainer.epochs = epochs
    trainer.rate = rate
    trainer.decay = decay
    trainer.models = models
    trainer.factorEpochs = factorEpochs
    trainer.factorDecay = factorDecay
    trainer.factorDropped = factorDropped
    trainer.limit = limit
    trainer.minimumDocuments = minimum
    trainer.jobs = jobs
    trainer.fields = fields
    if rounds > 0 { return log(await trainer.crossValidate(reader.examples, rounds: rounds)) }
    let bytes = await trainer.train(reader.examples, log: log)
    log("model of \(bytes.count) bytes")
    if let output { try Data(bytes).write(to: URL(fileURLWithPath: output)) }
  }
}

/// Reads questions of known answer.
struct StanceCorpus {
  let questions: Questions
  let without: Set<String>
  private(set) var examples: [StanceExample] = []
  private var documents: [String: Int] = [:]
  private var groups = TextGroups()

  init(questions: Questions, without: Set<String>) {
    self.questions = questions
    self.without = without
  }

  private struct TargetRow: Decodable {
    var text: String
    var start: Int
    var end: Int
    var label: String
  }

  private struct PairRow: Decodable {
    var text: String
    var p: [Int]
    var q: [Int]
    var firstName: String?
    var secondName: String?
    var label: String

    struct Place: Hashable {
      var text: String
      var p: [Int]
      var q: [Int]
    }

    var place: Place { Place(text: text, p: p, q: q) }

    enum CodingKeys: String, CodingKey {
      case text, p, q, label
      case firstName = "p_text"
      case secondName = "q_text"
    }
  }

  mutating func readTargets(_ path: String) throws {
    for row in try rows(TargetRow.self, path) {
      let answer: StanceExample.Answer =
        row.label == "positive" ? .favor : row.label == "negative" ? .against : .neutral
      try add(row.text, [row.start, row.end], nil, answer)
    }
  }

  mutating func readPairs(_ path: String) throws {
    let rows = try rows(PairRow.self, path)
    var times: [PairRow.Place: Int] = [:]
    for row in rows { times[row.place, default: 0] += 1 }
    for (number, row) in rows.enumerated() {
      // A row that stands twice is learned from once.
      guard let count = times.removeValue(forKey: row.place) else { continue }
      let isRepeated = count > 1
      try add(
        row.text, row.q, row.p, row.label == "1" ? .favor : row.label == "3" ? .against : .neutral, pair: number,
        isRepeated: isRepeated)
      try add(
        row.text, row.p, row.q, row.label == "2" ? .favor : row.label == "4" ? .against : .neutral, pair: number,
        isRepeated: isRepeated)
      // Whoever was at odds in one text is so in the next: what is held out must be about others.
      if let p = row.firstName, let q = row.secondName, let number = documents[row.text] {
        groups.join(number, about: [p, q].sorted().joined(separator: "\n"))
      }
    }
  }

  private mutating func add(
    _ string: String, _ target: [Int], _ holder: [Int]?, _ answer: StanceExample.Answer, pair: Int? = nil,
    isRepeated: Bool = false
  ) throws {
    let text = Text(string)
    func span(_ pair: [Int]) -> Documents.Span? {
      guard pair.count == 2 else { return nil }
      return Documents.Span(text.byteOffset(ofScalar: pair[0]), text.byteOffset(ofScalar: pair[1]))
    }
    guard let place = span(target) else { return }
    let query = StanceQuery(text: text, target: place, holder: holder.flatMap(span))
    guard let features = try questions.features(of: query) else { return }
    let number = documents[string] ?? groups.add(string)
    documents[string] = number
    examples.append(
      StanceExample(
        features: features.hashes(without: without),
        placed: without.contains("placed") ? PlacedWords() : features.placed, answer: answer, document: number,
        question: features.question, pair: pair, isRepeated: isRepeated))
  }

  /// Counts texts that share a run of words as one.
  mutating func group() {
    for index in examples.indices { examples[index].document = groups.root(examples[index].document) }
  }

  private func rows<Row: Decodable>(_ type: Row.Type, _ path: String) throws -> [Row] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(type, from: Data($0))
    }
  }
}
