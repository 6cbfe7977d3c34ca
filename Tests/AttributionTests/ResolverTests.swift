import Documents
import Testing

@Suite struct ResolverTests {
  @Test func surnamesAndPronounsFollowTheFullName() throws {
    let text = """
      The harbour must close, said Maria Quillon, a professor at Easton University.

      “It is too old,” she said. Quillon said nobody had asked her.
      """
    #expect(try Speaking.speakers(text) == ["Maria Quillon", "Maria Quillon", "Maria Quillon"])
    #expect(try Speaking.resolved(text).speakers[0].role == "a professor at Easton University")
  }

  @Test func pronounsMindGender() throws {
    let text = "Maria Quillon met Peter Ashgrove on Monday. “The harbour must close,” he said."
    #expect(try Speaking.speakers(text) == ["Peter Ashgrove"])
  }

  @Test func metonymsStandForTheirCountries() throws {
    #expect(try Speaking.speakers("Moscow said the talks had failed.") == ["Russia"])
    #expect(try Speaking.speakers("The Kremlin said the talks had failed.") == ["Russia"])
    #expect(try Speaking.speakers("South Korea sent a note. The South said the talks had failed.") == ["South Korea"])
    // Without South Korea in the text the South is any south.
    #expect(try Speaking.speakers("The South said the talks had failed.") != ["South Korea"])
  }

  @Test func twoPeopleOfOneSurnameAreNeverMerged() throws {
    let text = """
      Maria Quillon said the harbour would close. Peter Quillon said it would not.

      “Nobody asked,” Quillon said.
      """
    let names = try Speaking.speakers(text)
    #expect(Array(names.prefix(2)) == ["Maria Quillon", "Peter Quillon"])
    #expect(names[2] != "Maria Quillon" && names[2] != "Peter Quillon")
  }

  @Test func unnamedSourcesAreKeptApart() throws {
    let document = try Speaking.resolved(
      "An official said the talks had failed. Another official said they had not begun.")
    #expect(Set(document.links.map { document.speakers[$0.speaker].id }).count == 2)
    #expect(document.links.allSatisfy { $0.attribution == .anonymous })
  }

  @Test func whatWasSaidBeforeSpeaksForNobody() throws {
    #expect(try Speaking.speakers("The bank raised its rates. This suggests that prices will go on rising.") == ["?"])
  }

  @Test func aPossessorIsNotTheSpeaker() throws {
    #expect(try Speaking.speakers("Maria Quillon's lawyer said the talks had failed.") != ["Maria Quillon"])
  }

  @Test func transcriptsGoByTheirLabels() throws {
    let text = """
      MARIA QUILLON: Why did you leave?

      ASHGROVE: Because nobody asked me.

      MARIA QUILLON: And now?

      ASHGROVE: Now I am back.
      """
    #expect(try Speaking.speakers(text).count == 4)
    #expect(Set(try Speaking.speakers(text)).count == 2)
  }

  @Test func roleBeforeTheNameIsKept() throws {
    let document = try Speaking.resolved("Russian Defence Minister Oleg Tarnov said the talks had failed.")
    #expect(document.speakers.map(\.name) == ["Oleg Tarnov"])
    #expect(document.speakers.map(\.role) == ["Russian Defence Minister"])
  }
}
