import Testing

@testable import Attribution

@Suite struct SignatureTests {
  @Test(arguments: [
    "“The sea gives and the sea takes what it wants.” — Marta Quillon",
    "“The sea gives and the sea takes what it wants.” ― Marta Quillon.",
    "“The sea gives and the sea takes what it wants.”\n\n— Marta Quillon",
  ])
  func signedQuotations(text: String) throws {
    for pipeline in [Speaking.pipeline, Speaking.rules] {
      let found = try Speaking.resolved("The island\n\nIt rained all day on the island.\n\n" + text, by: pipeline)
      let signed = found.attributed.statements.filter { $0.rule == "signature" }
      #expect(signed.map { $0.source.map(found.article.text.string) } == [["Marta Quillon"]])
      #expect(
        signed.map { $0.content.map(found.article.text.string) }
          == [["“The sea gives and the sea takes what it wants.”"]])
    }
  }

  @Test(arguments: [
    "“The sea gives and the sea takes what it wants.” – he then went home.",
    "“No.” — Marta Quillon",
    "He said “the sea gives and the sea takes” — Marta Quillon agreed.",
  ])
  func otherDashes(text: String) throws {
    let found = try Speaking.resolved("The island\n\nIt rained all day on the island.\n\n" + text)
    #expect(!found.attributed.statements.contains { $0.rule == "signature" })
  }
}
