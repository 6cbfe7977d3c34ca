import Documents
import Foundation
import Linguistics
import Training

/// Megabytes a CPU-second of tokens and sentences together, on one core.
enum SegmentBenchmark {
  static func run(_ files: [String], abbreviations: Abbreviations) {
    var files = files
    var dump = false
    if files.first == "--dump" {
      dump = true
      files.removeFirst()
    }
    let segmenter = Segmenter(abbreviations: abbreviations)
    let articles = files.compactMap { (path) -> Article? in
      FileManager.default.contents(atPath: path).map { data in
        var text = TreebankText(id: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent)
        text.text = String(decoding: data, as: UTF8.self)
        return text.article
      }
    }
    if dump {
      for article in articles { print(line(segmenter.segment(article))) }
      return
    }
    let bytes = articles.reduce(0) { $0 + $1.text.count }
    guard bytes > 0 else { return print("no text") }
    let rounds = max(1, 40_000_000 / bytes)
    var speeds: [Double] = []
    var tokens = 0
    var sentences = 0
    for _ in 0..<7 {
      tokens = 0
      sentences = 0
      let start = clock()
      for _ in 0..<rounds {
        for article in articles {
          let segmented = segmenter.segment(article)
          tokens += segmented.tokens.count
          sentences += segmented.sentences.count
        }
      }
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      speeds.append(Double(bytes * rounds) / 1e6 / seconds)
    }
    speeds.sort()
    print(
      "segment: \(speeds[speeds.count / 2]) MB a CPU-second (\(speeds[0]) to \(speeds[speeds.count - 1])), "
        + "\(bytes) bytes, \(tokens / rounds) tokens, \(sentences / rounds) sentences")
  }

  private static func line(_ article: SegmentedArticle) -> String {
    func list(_ spans: [Documents.Span]) -> String {
      let text = article.article.text
      return "["
        + spans.map { "[\(text.scalarOffset(ofByte: $0.start)), \(text.scalarOffset(ofByte: $0.end))]" }
        .joined(separator: ", ") + "]"
    }
    return "{\"doc\": \"\(article.id)\", \"sentences\": \(list(article.sentences.map(\.span))), "
      + "\"tokens\": \(list(article.tokens.map(\.span)))}"
  }
}
