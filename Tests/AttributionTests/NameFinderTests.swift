import Documents
import Testing

@Suite struct NameFinderTests {
  /// *the House* is the chamber where Congress is named too, and nobody known where it is not.
  @Test func capitalNamesOfPartsNeedTheWhole() throws {
    let text = "The House said on Monday that the harbour would close."
    #expect(try Speaking.speakers("Congress met in May. \(text)") == ["United States House of Representatives"])
    #expect(try Speaking.speakers(text) != ["United States House of Representatives"])
  }

  @Test func smallNamesOfPartsNeedTheirOwn() throws {
    let text = "Congress met in May. The chamber said on Monday that the harbour would close."
    #expect(try Speaking.speakers(text) == ["The chamber"])
  }
}
