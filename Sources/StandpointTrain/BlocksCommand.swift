import ArgumentParser
import Batch
import Documents
import Extraction
import Foundation
import Training

/// `standpoint-train blocks FOLDER… -o Models/blocks.model`, `standpoint-train blocks FOLDER… --folds 5`
struct BlocksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocks",
    abstract: "Train the weights that tell an article's blocks from the rest of its page, or measure them.",
    discussion:
      "FOLDER has html/NAME.html.gz and ground-truth.json: {NAME: {\"articleBody\", \"url\"}}. With --folds the "
      + "figures of a cross-validation over disjoint sites are printed for each folder, step by step.")

  @Argument(help: "Folders of pages with gold bodies.")
  var folders: [String]

  @Option(name: .shortAndLong, help: "The model file to write, learned from all pages.")
  var output: String?

  @Option(help: "Measure by cross-validation with this many folds.")
  var folds: Int?

  @Option(help: "Print this many of the worst pages of the cross-validation.")
  var errors = 0

  @Option(help: "Folds at a time; the result does not depend on it.")
  var jobs = 2

  func run() async throws {
    let log = ProgressLog.starting()
    let examples = try folders.flatMap(PageFolder.examples)
    log("\(examples.count) pages, \(examples.reduce(0) { $0 + $1.page.count }) blocks")
    let trainer = BlockTrainer()
    if let folds {
      let answers = await BlockEvaluation(trainer: trainer, folds: folds).run(examples, jobs: jobs, log: log)
      for set in Set(examples.map(\.set)).sorted() { printFigures(answers.filter { $0.example.set == set }, set) }
      printWorst(answers)
    }
    if let output {
      let bytes = trainer.train(examples, log: log).bytes
      log("model of \(bytes.count) bytes")
      try Data(bytes).write(to: URL(fileURLWithPath: output))
    }
  }

  private func printFigures(_ answers: [BlockEvaluation.Answer], _ set: String) {
    for step in BlockEvaluation.Step.allCases {
      var score = ShingleScore()
      for answer in answers { score.add(gold: answer.example.gold, found: answer.found[step] ?? []) }
      print(
        "\(set)  f1 \(shown(score.f1))  precision \(shown(score.precision))  recall \(shown(score.recall))  f1_page "
          + "\(shown(score.pageF1))  pages \(score.pages)  \(step.rawValue)")
    }
  }

  private func printWorst(_ answers: [BlockEvaluation.Answer]) {
    let rows = answers.map { answer in
      var score = ShingleScore()
      score.add(gold: answer.example.gold, found: answer.found[.mended] ?? [])
      return (score, answer.example)
    }
    for (score, example) in rows.sorted(by: { $0.0.pageF1 < $1.0.pageF1 }).prefix(errors) {
      print(
        "  \(example.set) \(example.name)  f1 \(shown(score.pageF1))  precision \(shown(score.precision))  recall "
          + shown(score.recall))
    }
  }

  private func shown(_ value: Double) -> String { String(format: "%.4f", value) }
}

/// Reads a folder of pages with gold bodies.
enum PageFolder {
  private struct Gold: Decodable {
    var articleBody: String
    var url: String
  }

  /// The pages by name; those that cannot be read are left out.
  static func examples(_ path: String) throws -> [BlockExample] {
    let folder = URL(fileURLWithPath: path)
    let gold = try JSONDecoder().decode(
      [String: Gold].self, from: Data(contentsOf: folder.appendingPathComponent("ground-truth.json")))
    return try gold.sorted { $0.key < $1.key }.compactMap { name, page in
      let packed = try Data(contentsOf: folder.appendingPathComponent("html/\(name).html.gz"))
      return BlockExample(
        name: name, set: folder.lastPathComponent, url: page.url,
        html: try Gunzip.unpack([UInt8](packed), limit: 1 << 28),
        body: page.articleBody)
    }
  }
}
