import Documents
import Testing

@testable import Pipelines
@testable import Stance

@Suite struct WordPlacerTests {
  static func placed(_ marked: String) throws -> PlacedWords {
    let features = try StanceModelTests.questions.get().features(of: QuestionTests.query(marked))
    return try #require(features).placed
  }

  static let sentence = "{Quillon} said that Hassan had bravely defended [Tarnov] against 12 cruel critics."

  @Test func wordsArePlacedAndNamesAreNot() throws {
    let placed = try WordPlacerTests.placed(WordPlacerTests.sentence)
    let tokens = placed.words.map(\.token)
    #expect(tokens.first == -1)
    // said, that, had, bravely, defended, against, cruel, critics
    #expect(Set(tokens.dropFirst()) == [1, 2, 4, 5, 6, 8, 10, 11])
    #expect(placed.words.allSatisfy { !$0.places.isEmpty })
    #expect(placed.words.last?.places.upperBound == placed.places.count)
  }

  @Test func theLexiconSpeaksOfItsTerms() throws {
    let words = try WordPlacerTests.placed(WordPlacerTests.sentence).words
    #expect(words.first { $0.token == 6 }?.lexicon != .zero)
    #expect(words.first { $0.token == 2 }?.lexicon == .zero)
  }

  @Test func anotherNameChangesNothing() throws {
    let placed = try WordPlacerTests.placed(WordPlacerTests.sentence)
    let other = try WordPlacerTests.placed(WordPlacerTests.sentence.replacing("Tarnov", with: "Nguyen"))
    #expect(placed.places == other.places)
    #expect(placed.words.map(\.lemma) == other.words.map(\.lemma))
  }

  @Test func longTextsAreCutToTheNearestWords() throws {
    let long = String(repeating: "they walked slowly and ", count: 60)
    let placed = try WordPlacerTests.placed("\(long)praised [Tarnov].")
    #expect(placed.words.count == 61)
    #expect(placed.words[1].token == 240)
  }
}
