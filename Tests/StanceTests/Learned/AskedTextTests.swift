import Documents
import Testing

@testable import Stance

@Suite struct AskedTextTests {
  static func asked(_ text: String) throws -> AskedText {
    let segmented = try PairScorerTests.scored(text).resolved.attributed.segmented
    let tags = try #require(segmented.syntax?.tags)
    let ids = [Int32](repeating: 0, count: tags.count)
    return AskedText(StanceReading(segmented: segmented, ids: ids, tags: tags, mentions: []), terms: [])
  }

  @Test func holdsWhatNoQuestionChanges() throws {
    let facts = try #require(try AskedTextTests.asked("Marta Quillon never praised Oriel Tarnov.").facts)
    #expect(facts.names == [0..<2, 4..<6])
    #expect(facts.isNegated.indices.filter { facts.isNegated[$0] } == [3])
    #expect(facts.verb(above: 5) == 3 && facts.verb(above: 5) == 3)
    #expect(facts.ways(to: 3) === facts.ways(to: 3) && facts.ways(to: 3).head == 3)
  }

  @Test func masksOnlyTheAsked() throws {
    let facts = try #require(try AskedTextTests.asked("Marta Quillon never praised Oriel Tarnov.").facts)
    let words = MaskedWords(facts, target: 4..<6, holder: 0..<2)
    #expect(words.lemma(0) == MaskedWords.holder && words.word(5) == MaskedWords.target)
    #expect(words.lemma(3) == facts.lemmas[3] && facts.lemmas[4] == MaskedWords.name)
    #expect(words.word(-1) == MaskedWords.beyond && words.word(7) == MaskedWords.beyond)
  }
}
