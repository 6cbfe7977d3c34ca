import Documents
import Testing

@Suite struct SourceReaderTests {
  @Test func anAsideIsNoPartOfTheName() throws {
    #expect(
      try Speaking.speakers("The harbour must close, said Dr Zarafin Ombleworth – no relation.")
        .allSatisfy { !$0.contains("relation") })
  }

  @Test func theNameBehindTheRoleIsTheSpeaker() throws {
    let text = "The harbour team's coach, Oleg Tarnov, said that the match was lost."
    #expect(try Speaking.speakers(text) == ["Oleg Tarnov"])
  }
}
