import Documents
import Foundation
import Linguistics

/// `train-sentences TREEBANK.conllu… --exclude FOLDER… --output FILE`: learns the weights of the sentence splitter.
///
/// Documents whose text (white space aside) is that of a file in an excluded folder are left out.
enum SentenceTraining {
  static func run(_ arguments: [String], abbreviations: Abbreviations) {
    var treebanks: [String] = []
    var excluded: Set<String> = []
    var output: String?
    var trainer = BoundaryTrainer(abbreviations: abbreviations)
    var index = 0
    while index < arguments.count {
      let value = index + 1 < arguments.count ? arguments[index + 1] : ""
      switch arguments[index] {
      case "--exclude":
        for name in (try? FileManager.default.contentsOfDirectory(atPath: value)) ?? [] {
          guard let data = FileManager.default.contents(atPath: value + "/" + name) else { continue }
          excluded.insert(bare(String(decoding: data, as: UTF8.self)))
        }
        index += 1
      case "--output":
        output = value
        index += 1
      case "--penalty":
        trainer.penalty = Double(value) ?? trainer.penalty
        index += 1
      case "--rounds":
        trainer.rounds = Int(value) ?? trainer.rounds
        index += 1
      default: treebanks.append(arguments[index])
      }
      index += 1
    }
    var used = 0
    var left = 0
    for path in treebanks {
      for document in Treebank.documents(path) {
        guard !excluded.contains(bare(document.text)) else {
          left += 1
          continue
        }
        used += 1
        trainer.add(article(id: document.id, text: document.text), sentenceStarts: document.sentenceStarts)
      }
    }
    let result = trainer.train()
    print("\(used) documents, \(left) left out, \(result.examples) places, \(result.features) weights")
    if let output { write(result.table, to: output) }
  }

  private static func bare(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0xA0 })
  }

  private static func write(_ table: String, to path: String) {
    var source = """
      /// Learned weights of ``BoundaryModel``, written by `standpoint-bench train-sentences`; its text form is described
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
    source += "    \"\"\"\n}\n"
    _ = FileManager.default.createFile(atPath: path, contents: Data(source.utf8))
  }
}
