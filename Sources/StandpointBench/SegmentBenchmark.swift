import Documents
import Foundation
import Linguistics

/// Megabytes a CPU-second of tokens and sentences together, on one core.
enum SegmentBenchmark {
  static func run(_ files: [String]) {
    var files = files
    var dump = false
    if files.first == "--dump" {
      dump = true
      files.removeFirst()
    }
    let segmenter = Segmenter(abbreviations: Abbreviations(abbreviations()))
    let articles = files.compactMap(article)
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

  /// A file as an article whose blocks are the paragraphs between blank lines.
  private static func article(_ path: String) -> Article? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let text = Text(String(decoding: data, as: UTF8.self))
    var blocks: [Block] = []
    var start = 0
    var index = 0
    let bytes = text.utf8
    while index < bytes.count {
      if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        blocks.append(Block(text.trimmed(Documents.Span(start, index)), .paragraph))
        start = index
      }
      index += 1
    }
    blocks.append(Block(text.trimmed(Documents.Span(start, bytes.count)), .paragraph))
    let id = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return Article(id: id, path: path, text: text, blocks: blocks.filter { !$0.span.isEmpty }, metadata: Metadata())
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

  /// The shipped lexicon, read line by line: enough of YAML for a benchmark.
  private static func abbreviations() -> [Abbreviation] {
    let home = ProcessInfo.processInfo.environment["STANDPOINT_HOME"] ?? "."
    guard let data = FileManager.default.contents(atPath: home + "/Lexicons/abbreviations.yaml") else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("- {term: "), line.hasSuffix("}") else { return nil }
      let fields = line.dropFirst(9).dropLast().components(separatedBy: ", ")
      guard fields.count == 3, let kind = Abbreviation.Kind(rawValue: String(fields[1].dropFirst(7))),
        let ends = Abbreviation.Ends(rawValue: String(fields[2].dropFirst(6)))
      else { return nil }
      return Abbreviation(term: fields[0].replacingOccurrences(of: "\"", with: ""), kind: kind, ends: ends)
    }
  }
}
