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

  @Test func capitalsAreNoPronoun() throws {
    #expect(try Speaking.speakers("WHO said that the water was safe.") == ["World Health Organization"])
  }
}
