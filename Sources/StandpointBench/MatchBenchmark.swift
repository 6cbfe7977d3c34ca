import Documents
import Foundation
import Lexicons
import Linguistics
import Standpoint

/// Megabytes a CPU-second of text through a lexicon of 10,000 entries, on one core: tokens to word ids to the longest
/// terms. Tokens are there already; `segment` measures those.
enum MatchBenchmark {
  static func run(_ folder: String?) throws {
    let corpus = try Corpus(folder)
    let invented = InventedLexicon(10_000, for: corpus)
    let file = try LexiconFile.read(path: "invented.yaml", bytes: Array(invented.yaml.utf8), kind: "stance")
    var vocabulary = Vocabulary.ofTokens()
    let lexicon = try StanceLexicon([file], vocabulary: &vocabulary).linked(to: vocabulary)
    let rounds = max(1, 40_000_000 / corpus.bytes)
    let megabytes = Double(corpus.bytes * rounds) / 1e6
    var matches = 0
    let rates = Stopwatch.rates(megabytes, rounds: 7) {
      matches = 0
      for _ in 0..<rounds {
        for article in corpus.articles {
          let ids = vocabulary.ids(of: article)
          for sentence in article.sentences {
            matches += lexicon.index.longestMatches(in: ids, sentence.tokens).count
          }
        }
      }
    }
    print(
      "match: \(rates) MB a CPU-second, \(lexicon.allTerms().count) entries, \(corpus.bytes) bytes, "
        + "\(corpus.tokens) tokens, \(matches / rounds) matches")
    try dictionary(corpus, invented.terms, matches / rounds)
  }

  /// The usual way, for comparison: windows of up to three lower-cased words, each looked up in a dictionary of strings.
  private static func dictionary(_ corpus: Corpus, _ terms: [String], _ expected: Int) throws {
    let entries = Dictionary(terms.enumerated().map { ($1, $0) }) { first, _ in first }
    var matches = 0
    let rates = Stopwatch.rates(Double(corpus.bytes) / 1e6, rounds: 3) {
      matches = 0
      for article in corpus.articles {
        let words = article.tokens.map { article.article.text.string($0.span).lowercased() }
        for sentence in article.sentences {
          var index = sentence.tokens.lowerBound
          while index < sentence.tokens.upperBound {
            let longest = (1...3).reversed().first { length in
              index + length <= sentence.tokens.upperBound
                && entries[words[index..<(index + length)].joined(separator: " ")] != nil
            }
            if longest != nil { matches += 1 }
            index += longest ?? 1
          }
        }
      }
    }
    print("a dictionary of strings: \(rates) MB a CPU-second, \(matches) matches of \(expected)")
  }
}
