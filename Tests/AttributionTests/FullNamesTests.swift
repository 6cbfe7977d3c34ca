import Documents
import Testing

@Suite struct FullNamesTests {
  @Test func aHeadlinesWordsAreNoPartOfTheName() throws {
    let text = """
      Port Min Anna Quillon quits over pier

      Anna Quillon said on Monday that the harbour had been sold. She left the council in May, and nobody was sad.
      """
    #expect(try Speaking.speakers(text).contains("Anna Quillon"))
  }

  @Test func aTauntIsNoPartOfTheName() throws {
    let text = "Anna Quillon left. “Crooked Anna Quillon lied,” said Oskar Imre. Anna Quillon said that she had not."
    #expect(try Speaking.speakers(text).last == "Anna Quillon")
  }

  @Test func verbsOfHeadlinesAreNoNames() throws {
    let text = """
      Anna Quillon Blocks Harbour Bill

      Anna Quillon said on Monday that the harbour would not be sold. She left the council in May, and nobody was sad.
      """
    let document = try Speaking.resolved(text)
    #expect(document.targets.contains { $0.name == "Anna Quillon" })
    #expect(!document.targets.contains { $0.name.contains("Blocks") })
  }

  @Test func aNameOverTwoLines() throws {
    let text = """
      The pier was closed after a long and bitter dispute in the town, and Marta
      Quillon, the mayor, said that the harbour had been sold. On the next day
      the answer came. Quillon said she would go to the court.
      """
    #expect(try Speaking.speakers(text) == ["Marta Quillon", "Marta Quillon"])
  }
}
