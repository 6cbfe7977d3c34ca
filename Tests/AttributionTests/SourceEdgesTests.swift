import Documents
import Testing

/// Sources that stop short of the name grow to it.
@Suite struct SourceEdgesTests {
  @Test func appositionsInARow() throws {
    let text = """
      Professor Marta Quillon, Director of the Pier Study, and Chairman of the Centre for Control of Harbour Silt, says \
      it is crucial that the pier gets new lamps.
      """
    #expect(try Speaking.speakers(text).contains("Marta Quillon"))
  }

  @Test func aPlaceBeforeACommaIsNoName() throws {
    let text = "In Port Easton, the mayor said that the pier would stay."
    #expect(try Speaking.statements(text).first?.hasPrefix("the mayor | said") == true)
  }

  @Test func whatOpensTheSentenceIsNobody() throws {
    let text = "Tired of the long dispute with Norway, Quillon last week said she would close the harbour."
    #expect(try Speaking.statements(text).first?.hasPrefix("Quillon | said") == true)
  }

  @Test(arguments: ["on Tuesday", "late last week", "on May 3"]) func timesAreNoPartOfTheName(time: String) throws {
    let text = "Governor Marta Quillon \(time) said that the pier would stay."
    #expect(try Speaking.statements(text).first?.hasPrefix("Governor Marta Quillon | said") == true)
  }

  @Test func datelinesSayNothing() throws {
    let text = "LAKETOWN, Ill. — Governor Marta Quillon said that the pier would stay."
    #expect(try Speaking.statements(text).first?.hasPrefix("Governor Marta Quillon | said") == true)
  }
}
