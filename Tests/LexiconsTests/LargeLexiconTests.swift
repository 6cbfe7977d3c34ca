import Documents
import Foundation
import Testing

@testable import Lexicons

/// A lexicon may be large: what matching costs hangs on the text. Limits are far above what is measured, since tests run
/// unoptimised beside others; `StandpointBench large-lexicon` measures.
@Suite struct LargeLexiconTests {
  private func lexicon(_ count: Int) throws -> (lexicon: StanceLexicon, vocabulary: Vocabulary) {
    let terms = (0..<count).map { "w\($0) x\($0 % 7)" } + ["quay"]
    var builder = EntryBuilder()
    for term in terms {
      let fields = [("term", term), ("weight", "0.5")].map {
        LexiconEntry.Field(key: $0.0, value: .scalar($0.1), line: 1, column: 1)
      }
      builder.add(fields, line: 1, column: 1)
    }
    let header = LexiconHeader(name: "large", version: "1", language: "en", licence: "", kind: "stance")
    let file = LexiconFile(path: "large.yaml", header: header, entries: builder.store())
    var vocabulary = Vocabulary()
    let lexicon = try StanceLexicon([file], vocabulary: &vocabulary)
    return (lexicon, vocabulary)
  }

  /// CPU seconds of this thread alone, and how many terms were found.
  private func match(_ lexicon: StanceLexicon, _ vocabulary: Vocabulary) -> (seconds: Double, found: Int) {
    let words = (0..<5000).map { $0 % 50 == 0 ? "quay" : $0 % 3 == 0 ? "w\($0 % 400)" : "x\($0 % 9)" }
    let text = Text(words.joined(separator: " "))
    var tokens: [Token] = []
    var start = 0
    for word in words {
      tokens.append(Token(start: start, end: start + word.utf8.count))
      start += word.utf8.count + 1
    }
    var found = 0
    var before = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
    for _ in 0..<10 {
      let ids = vocabulary.ids(of: tokens, in: text)
      found = lexicon.index.longestMatches(in: ids, 0..<ids.count).count
    }
    var after = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
    let seconds = Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) * 1e-9
    return (seconds, found)
  }

  @Test func aHundredThousandEntriesMatchAsFastAsAThousand() throws {
    let (small, few) = try lexicon(1000)
    let (large, many) = try lexicon(100_000)
    #expect(large.allTerms().count == 100_001)
    let one = (0..<3).map { _ in match(small, few) }
    let other = (0..<3).map { _ in match(large, many) }
    #expect(one[0].found == other[0].found && one[0].found > 100)
    let (fast, slow) = (one.map(\.seconds).min() ?? 0, other.map(\.seconds).min() ?? 0)
    // Linear search would take a hundred times as long.
    #expect(slow < 10 * fast + 0.05)
  }
}
