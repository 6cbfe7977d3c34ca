import Documents
import Testing

@testable import Extraction

struct RepeatedTextTests {
  private func rows(_ body: String) throws -> [[Float]] {
    let prepared = try PreparedPage(
      Array("<html><head><title>T</title></head><body>\(body)</body></html>".utf8), options: .init(), known: Metadata())
    let repeats = RepeatedText(prepared.page)
    return prepared.page.blocks.indices.map { index in
      var row: [Float] = []
      repeats.append(index, to: &row)
      return row
    }
  }

  @Test func equalBlocksAreCounted() throws {
    let rows = try rows("<p>The ferry runs again.</p><p>A market opens.</p><p>The ferry runs again.</p>")
    #expect(rows == [[2, 1, 0], [1, 0, 0], [2, 1, 1]])
  }

  @Test func partsOfABlockAreFoundInOthers() throws {
    let rows = try rows("<p>The ferry runs again.</p><p>The ferry runs again today, says Ada.</p>")
    #expect(rows[0] == [1, 1, 0])
    #expect(rows[1] == [1, 0.25, 0.25])
  }

  @Test func manyRunsFit() throws {
    let text = (0..<5000).map { "w'\($0)" }.joined(separator: " ")
    let rows = try rows("<p>\(text)</p><p>\(text)</p>")
    #expect(rows == [[2, 1, 0], [2, 1, 1]])
  }

  @Test func wordRunsAreOfOneLength() {
    var runs: [UInt64] = []
    WordRuns.read("a b c d, e".utf8, length: 4) { runs.append($0) }
    #expect(runs.count == 2)
    var again: [UInt64] = []
    WordRuns.read("x a b c d".utf8, length: 4) { again.append($0) }
    #expect(again.last == runs.first)
    WordRuns.read("a b".utf8, length: 3) { _ in Issue.record("two words make no run of three") }
  }
}
