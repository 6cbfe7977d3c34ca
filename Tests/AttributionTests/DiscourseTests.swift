import Documents
import Testing

/// Pronouns and descriptions: whom the text dwells on.
@Suite struct DiscourseTests {
  @Test func theSubjectBeforeTheObject() throws {
    let text = """
      Lena Brandt met Oleg Tarnov in May, and she told him that the pier was lost. He said that it was not.
      """
    #expect(try Speaking.speakers(text) == ["Lena Brandt", "Oleg Tarnov"])
  }

  @Test func whoeverStandsInTheContentDoesNotSayIt() throws {
    let text = """
      Marta Quillon opened the harbour on Monday. For Peter Ashgrove, a ferry pilot, Quillon was a legend. He said that \
      Quillon had saved the pier.
      """
    #expect(try Speaking.speakers(text).last == "Peter Ashgrove")
  }

  @Test func groupsWithoutNamesCanBeThey() throws {
    let text = """
      The scientists found that the pier was sinking. They estimated that the repair would take ten years.
      """
    let document = try Speaking.resolved(text)
    #expect(document.links.map { document.speakers[$0.speaker].name } == ["The scientists", "The scientists"])
    #expect(document.links.last?.attribution == .pronoun)
  }

  @Test func aRoleInAppositionIsRemembered() throws {
    let text = """
      According to the island's mayor, Lena Brandt, the pier will stay. The mayor said that it would be painted.
      """
    #expect(try Speaking.speakers(text) == ["Lena Brandt", "Lena Brandt"])
  }

  @Test func someoneElsesMotherIsNotTheSomeone() throws {
    let text = """
      Peter Ashgrove left the harbour in May. His mother said that he would never come back.
      """
    #expect(try Speaking.speakers(text) == ["His mother"])
  }

  @Test func whoGoesToTheNounThatItHangsOn() throws {
    let text = """
      Peter Ashgrove disagrees with engineers who say that the pier will fall.
      """
    #expect(!(try Speaking.speakers(text).contains("Peter Ashgrove")))
  }

  @Test func onePartyMemberIsWhoeverTheTextDwellsOn() throws {
    let text = """
      “They chose this road,” Senator Marta Quillon said on Friday. The Kentucky Republican said the council had failed.
      """
    #expect(try Speaking.speakers(text) == ["Marta Quillon", "Marta Quillon"])
  }

  @Test func nobodyIsOfTwoParties() throws {
    let text = """
      “They chose this road,” Democratic Senator Marta Quillon said. The Kentucky Republican said the council had failed.
      """
    #expect(try Speaking.speakers(text).last == "The Kentucky Republican")
  }

  @Test(arguments: ["Marta Quillon (D-Ill.)", "Marta Quillon, the Democrat who wrote the bill,"])
  func theTextTellsTheParty(name: String) throws {
    let text = """
      Peter Ashgrove left early. Senator \(name) said the road was theirs. The Kentucky Republican said it was not.
      """
    #expect(try Speaking.speakers(text) == ["Marta Quillon", "Peter Ashgrove"])
  }

  @Test func reflexivesAreTheSubject() throws {
    let text =
      "Lena Brandt met Marta Quillon in May. Quillon called herself a sailor, and said that she was proud of it."
    let document = try Speaking.resolved(text)
    let quillon = try #require(document.targets.first { $0.name == "Marta Quillon" })
    #expect(quillon.mentions.contains { document.article.text.string($0.span) == "herself" })
  }

  @Test func anotherPartyMemberIsSomebodyNew() throws {
    let text = """
      “They chose this road,” Senator Marta Quillon said on Friday. Another Republican said the council had failed.
      """
    let document = try Speaking.resolved(text)
    let speaker = try #require(document.links.last.map { document.speakers[$0.speaker] })
    #expect(speaker.name == "Another Republican" && speaker.kind == .unnamed)
  }

  @Test func firstPersonInAQuotationIsItsSpeaker() throws {
    let text = """
      “I said that nobody would come to the harbour,” said Peter Ashgrove.
      """
    #expect(try Speaking.speakers(text).allSatisfy { $0 == "Peter Ashgrove" })
  }
}
