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

  @Test(arguments: ["Marta King", "Rep. Marta King", "Marta B. Cook", "House Majority Leader Anna Cantor (R-Va.)"])
  func surnamesThatAreTitlesToo(source: String) throws {
    let document = try Speaking.resolved("\(source) said that the harbour would close.")
    #expect(document.speakers.map(\.kind) == [.person])
    let name = try #require(document.speakers.first?.name)
    #expect(["Marta King", "Marta B. Cook", "Anna Cantor"].contains(name) && source.contains(name))
  }

  @Test func aTitleOfSeveral() throws {
    let text = "Senators Marta Quillon and Lena Brandt said that the harbour would close."
    #expect(try Speaking.speakers(text) == ["Marta Quillon"])
  }

  @Test(arguments: [
    "Republican lawmakers", "Some Republican leaders", "Congressional Republicans",
    "Republicans on the Harbour Committee",
  ]) func membersAreTheirParty(source: String) throws {
    #expect(try Speaking.speakers("\(source) said that the harbour would close.") == ["Republican Party"])
  }

  @Test func twoOfAPartyAreNotTheParty() throws {
    let text = "Two Republican lawmakers said that the harbour would close."
    #expect(try Speaking.speakers(text) == ["Two Republican lawmakers"])
  }

  @Test func administrationsAndCampaignsAreWhoseTheyAre() throws {
    let before = "President Ann Tarnov came. The Tarnov administration sold the harbour. "
    #expect(try Speaking.speakers(before + "The administration said that the harbour was safe.") == ["Ann Tarnov"])
    #expect(try Speaking.speakers(before + "The Tarnov campaign said that the harbour was safe.") == ["Ann Tarnov"])
    let two = before + "The Brandt administration had built it. Lena Brandt left. "
    #expect(try Speaking.speakers(two + "The administration said that the harbour was safe.") != ["Lena Brandt"])
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
