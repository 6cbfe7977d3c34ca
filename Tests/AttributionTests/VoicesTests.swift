import Documents
import Testing

/// *I* outside quotation marks.
@Suite struct VoicesTests {
  @Test func theIntervieweeAnswers() throws {
    let text = """
      Marta Quillon: an interview with the keeper of the pier

      Why did you come to the harbour?

      I came because the pier was for sale. Everybody told me to stay away from it for as long as I could.

      What did the mayor want?

      Nothing at all. I say that the pier will outlive us, and nobody believes me when I tell them so.

      Will you stay?

      I think that I shall stay until the last ferry has gone and the lamps are out.
      """
    let names = Set(try Speaking.speakers(text))
    #expect(names.contains("Marta Quillon"))
  }

  @Test func whoIsCalledHasTheFloor() throws {
    let text = """
      Good morning. For the appellant we have Marta Quillon and Peter Ashgrove. Ms Quillon?

      Thank you. I say that the harbour was never the city's to sell, and the papers before the court show it.

      Is that in the papers?

      It is on the first page. I say that the sale was void.
      """
    let document = try Speaking.resolved(text)
    let says = document.links.indices.filter { document.attributed.statements[$0].cueLemma == "say" }
    #expect(!says.isEmpty)
    #expect(says.allSatisfy { document.speakers[document.links[$0].speaker].name == "Marta Quillon" })
  }

  @Test func aPlainArticleTellsNothing() throws {
    let text = """
      Marta Quillon opened the harbour on Monday. I say that it will close again.
      """
    #expect(!(try Speaking.speakers(text).contains("Marta Quillon")))
  }
}
