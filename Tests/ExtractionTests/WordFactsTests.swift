import Testing

@testable import Extraction

struct WordFactsTests {
  private func facts(_ text: String) -> WordFacts {
    var facts = WordFacts()
    facts.count(Array(text.utf8).span)
    return facts
  }

  @Test(arguments: [
    ("", 0, 0, 0, 0), ("the harbour would close on monday", 6, 0, 0, 0), ("a b c d e f g h i", 9, 0, 0, 0),
    ("  two   blanks  between  them  ", 4, 0, 0, 0), ("NATO said it would", 4, 1, 1, 0),
    ("it would join NATO", 4, 1, 1, 0), ("the NATOs of this world", 5, 1, 0, 0),
    ("it closed. The mayor said nothing. A ferry came", 9, 2, 0, 2), ("she said so. The ferry came", 6, 1, 0, 0),
    ("the mayor's well-known don't", 4, 0, 0, 0),
  ])
  func countsWords(text: String, words: Int, capitalised: Int, shouted: Int, stops: Int) {
    let facts = facts(text)
    #expect(
      (facts.words, facts.capitalised, facts.shouted, facts.stops) == (words, capitalised, shouted, stops), "\(text)")
  }

  /// Eight bytes are counted at once where they are plain: wherever those begin, the same comes out.
  @Test func countsTheSameAtEveryPlace() {
    let text = "the mayor of the harbour town said nothing at all"
    for shift in 0..<16 {
      let facts = facts(String(repeating: ".", count: shift) + text)
      #expect(facts.words == 10)
      #expect(facts.last == UInt8(ascii: "l"))
      #expect(!facts.isClosed)
    }
  }

  @Test func tellsTheLastCharacterAndWhatClosesBehindIt() {
    #expect(facts("she said so ").last == UInt8(ascii: "o"))
    #expect(facts("she said so.)").last == UInt8(ascii: "."))
    #expect(facts("she said so.)").isClosed)
    #expect(!facts("(she) said it all then ").isClosed)
  }
}
