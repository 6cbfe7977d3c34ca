import ArgumentParser
import Documents
import Foundation
import Lexicons
import Linguistics
import Training

/// `standpoint-train sentences TREEBANK… --exclude FOLDER --output Sources/Linguistics/Sentences/BoundaryWeights.swift`
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Learn the weights of the sentence splitter from CoNLL-U treebanks.")

  @Argument(help: "Treebanks in CoNLL-U.")
  var treebanks: [String]

  @Option(help: "Folders of texts that are left out of the training, compared without white space.")
  var exclude: [String] = []

  @Option(help: "The lexicon of abbreviations.")
  var abbreviations = "Lexicons/abbreviations.yaml"

  @Option(name: .shortAndLong, help: "The source file to write.")
  var output: String

  func run() throws {
    var excluded: Set<String> = []
    for folder in exclude {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        excluded.insert(
          bare(String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)))
      }
    }
    var trainer = BoundaryTrainer(abbreviations: try Abbreviations(files: [LexiconReader.read(path: abbreviations)]))
    var used = 0
    var left = 0
    for document in treebanks.flatMap(TreebankText.documents) {
      guard !excluded.contains(bare(document.text)) else {
        left += 1
        continue
      }
      used += 1
      trainer.add(document.article, sentenceStarts: document.sentenceStarts)
    }
    let result = trainer.train()
    print("\(used) documents, \(left) left out, \(result.examples) places, \(result.features) weights")
    try Data(source(of: result.table).utf8).write(to: URL(fileURLWithPath: output))
  }

  private func bare(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0xA0 })
  }

  private func source(of table: String) -> String {
    var source = """
      /// Learned weights of ``BoundaryModel``, written by `standpoint-train sentences`; its text form is described
      /// there. From UD English EWT (CC BY-SA 4.0) and GUM (annotations CC BY 4.0), train parts, without the documents that
      /// measure.
      enum BoundaryWeights {
        static let table = \"\"\"

      """
    var rest = Substring(table)
    while !rest.isEmpty {
      source += "    " + rest.prefix(110) + "\n"
      rest = rest.dropFirst(110)
    }
    return source + "    \"\"\"\n}\n"
  }
}
