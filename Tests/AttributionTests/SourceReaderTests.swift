import Documents
import Testing

@Suite struct SourceReaderTests {
  @Test func anAsideIsNoPartOfTheName() throws {
    #expect(
      try Speaking.speakers("The harbour must close, said Dr Zarafin Ombleworth – no relation.")
        .allSatisfy { !$0.contains("relation") })
  }

  @Test(arguments: ["Secretary of State Ann Tarnov", "Acting Secretary of Defense Ann Tarnov", "Sens. Ann Tarnov"])
  func titlesAreNoPartOfTheName(source: String) throws {
    #expect(try Speaking.speakers("\(source) said that the harbour would close.") == ["Ann Tarnov"])
  }

  @Test func titlesThatStandInSmallLettersElsewhere() throws {
    let text = "The prime minister of Norway left. Prime Minister Ann Tarnov said that the harbour would close."
    #expect(try Speaking.resolved(text).speakers.first { $0.name == "Ann Tarnov" }?.role == "Prime Minister")
  }

  @Test func anotherMemberIsWhoeverIsNamedBehindTheComma() throws {
    let text = "Another Republican, Sen. Lin Gram of South Carolina, defended the plan as “quite good.”"
    #expect(try Speaking.speakers(text) == ["Lin Gram"])
  }

  @Test func ofSeveralTheFirstSpeaks() throws {
    #expect(try Speaking.speakers("Ann Tarnov and Lena Brandt said that the harbour would close.") == ["Ann Tarnov"])
  }

  @Test func wordsWithACapitalAreNoOrganisations() throws {
    let document = try Speaking.resolved("Data showed that the harbour had been sold.")
    #expect(!document.speakers.contains { $0.kind == .organization })
  }

  @Test func sentencesBeginWithWordsThatAreNoNames() throws {
    let text = "Copies of the zarafin letter showed that the harbour had been sold."
    #expect(!(try Speaking.resolved(text).speakers.contains { $0.kind == .person }))
  }

  @Test func theNameBehindTheRoleIsTheSpeaker() throws {
    let text = "The harbour team's coach, Oleg Tarnov, said that the match was lost."
    #expect(try Speaking.speakers(text) == ["Oleg Tarnov"])
  }
}
