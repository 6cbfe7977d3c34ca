import Documents
import Testing

@Suite struct EntityChainsTests {
  @Test func aSurnameThatIsACityToo() throws {
    let text = """
      Maria Paris has said that the harbour will close.

      Paris said that she was sorry. The papers were signed in Paris on Monday.
      """
    #expect(try Speaking.speakers(text) == ["Maria Paris", "Maria Paris"])
  }

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

  @Test func ofTwoOfANameTheOneWhomTheTextIsAbout() throws {
    let main = "Anna Quillon came. Anna Quillon spoke. Anna Quillon left. "
    let other = "Peter Quillon did not. "
    let saying = "Quillon said that the harbour had been sold."
    #expect(try Speaking.speakers(main + other + saying) == ["Anna Quillon"])
    #expect(try Speaking.speakers("Anna Quillon came. " + other + saying) == ["Quillon"])
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

  @Test func capitalsAreNoPronoun() throws {
    #expect(try Speaking.speakers("WHO said that the water was safe.") == ["World Health Organization"])
  }
}
