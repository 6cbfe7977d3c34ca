import Documents
import Foundation
import Standpoint

/// Texts to measure on: the files of a folder, `Samples/` unless another is named, as the pipeline `sentences` reads them.
struct Corpus {
  private(set) var articles: [SegmentedArticle] = []

  var bytes: Int { articles.reduce(0) { $0 + $1.article.text.count } }
  var tokens: Int { articles.reduce(0) { $0 + $1.tokens.count } }

  /// - Throws: a pipeline that cannot be loaded, or no text in the folder.
  init(_ folder: String?) throws {
    let pipeline = try PipelineLoader(installation: Installation(home: ".")).load("sentences")
    for source in try Corpus.sources(folder) {
      guard let items = try? pipeline.expand(source) else { continue }
      articles += items.compactMap { try? pipeline.process($0) as? SegmentedArticle }
    }
    guard tokens > 0 else { throw BatchError("no text to measure on in \(folder ?? "Samples")") }
  }

  /// The files of a folder, as the first stage takes them.
  static func sources(_ folder: String?) throws -> [SourceDocument] {
    let folder = folder ?? "Samples"
    return names(in: folder, extensions: ["txt", "html", "xml", "md"])
      .compactMap { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)").map {
          SourceDocument(id: name, path: name, bytes: Array($0))
        }
      }
  }

  /// Paths within a folder, sorted, of the files with one of some extensions.
  static func names(in folder: String, extensions: Set<String>) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { extensions.contains(URL(fileURLWithPath: $0).pathExtension) }.sorted()
  }

  /// Questions about the sentences of five words or more: each about its first word with a capital behind the first, else
  /// its first word.
  func questions() -> [StanceQuery] {
    articles.flatMap { article in
      article.sentences.filter { $0.tokens.count >= 5 }.map { sentence in
        let text = Text(article.article.text.string(sentence.span))
        let target =
          sentence.tokens.dropFirst().first { token in
            let first = article.article.text.utf8[Int(article.tokens[token].start)]
            return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
          } ?? sentence.tokens.lowerBound
        let span = article.tokens[target].span
        return StanceQuery(text: text, target: Span(span.start - sentence.span.start, span.end - sentence.span.start))
      }
    }
  }
}
