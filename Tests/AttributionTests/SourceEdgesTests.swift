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
}
