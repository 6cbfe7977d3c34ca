import Documents
import Testing

@testable import Extraction

struct KeptBlocksTests {
  private func kept(_ body: String) throws -> [String] {
    let prepared = try PreparedPage(
      Array("<html><head><title>T</title></head><body>\(body)</body></html>".utf8), options: .init(), known: Metadata())
    let sure = [Float](repeating: 0.9, count: prepared.page.blocks.count)
    let answer = KeptBlocks(prepared, probabilities: sure, threshold: 0.5)
    return prepared.page.blocks.indices.filter { answer.kept[$0] }.map {
      prepared.page.string(prepared.page.blocks[$0])
    }
  }

  private let story = String(repeating: "The ferry to Karasuk runs again. ", count: 6).dropLast()
  private let remark = String(repeating: "I never liked that ferry. ", count: 9).dropLast()

  @Test func commentsGoHoweverManyTheyAre() throws {
    let comments = String(repeating: "<p>\(remark)</p>", count: 20)
    // Hints of an element that holds most of the page are not trusted: two lists of comments.
    #expect(
      try kept(
        "<p>\(story)</p><div class='comments'>\(comments)</div><div class='comments'>\(comments)</div>"
          + "<div class='comments'>\(comments)</div>") == [String(story)])
  }

  @Test func aPageOfCommentsStays() throws {
    let list = "<div class='comments'><p>\(remark)</p></div>"
    #expect(try kept("<p>Join in.</p>\(list)\(list)\(list)").count == 4)
  }

  @Test func whatTheRulesPickStaysWhereHeadingsAloneAreKept() throws {
    let html = """
      <html><head><title>T</title></head><body><h2>Sailings of the week</h2><nav><a href="/">Home</a></nav>
      <p>The ferry to Karasuk runs again after a winter of repairs, said the harbour.</p></body></html>
      """
    let prepared = try PreparedPage(Array(html.utf8), options: .init(), known: Metadata())
    var picker = BodyPicker(prepared)
    picker.run()
    let probabilities = prepared.page.blocks.map { $0.context.contains(.heading) ? Float(0.9) : 0 }
    picker.settle(KeptBlocks(prepared, probabilities: probabilities, threshold: 0.5))
    let body = picker.kinds.indices.filter { picker.kinds[$0].isBody }.map {
      prepared.page.string(prepared.page.blocks[$0])
    }
    #expect(body.contains { $0.hasPrefix("The ferry") })
  }
}
