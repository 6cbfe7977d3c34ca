import Documents
import Foundation
import Training

/// Reads the texts that word clusters are counted on.
enum ClusterTexts {
  private struct Row: Decodable { var text: String }

  static func corpus(_ treebank: [TreebankSentence], texts: [String]) throws -> ClusterCorpus {
    var corpus = ClusterCorpus()
    corpus.add(treebank)
    for path in texts {
      let url = URL(fileURLWithPath: path)
      if path.hasSuffix(".jsonl") {
        var seen: Set<String> = []
        for line in try Data(contentsOf: url).split(separator: 0x0A) {
          let text = try JSONDecoder().decode(Row.self, from: line).text
          if seen.insert(text).inserted { corpus.add(text: Array(text.utf8), isDocument: false) }
        }
      } else {
        for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() where name.hasSuffix(".txt") {
          corpus.add(text: [UInt8](try Data(contentsOf: url.appendingPathComponent(name))), isDocument: true)
        }
      }
    }
    return corpus
  }
}
