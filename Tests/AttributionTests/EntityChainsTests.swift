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

  @Test func ofTwoOfANameTheOneWhomTheTextIsAbout() throws {
    let main = "Anna Quillon came. Anna Quillon spoke. Anna Quillon left. "
    let other = "Peter Quillon did not. "
    let saying = "Quillon said that the harbour had been sold."
    #expect(try Speaking.speakers(main + other + saying) == ["Anna Quillon"])
    #expect(try Speaking.speakers("Anna Quillon came. " + other + saying) == ["Quillon"])
  }

  @Test func capitalsAreNoPronoun() throws {
    #expect(try Speaking.speakers("WHO said that the water was safe.") == ["World Health Organization"])
  }
}
