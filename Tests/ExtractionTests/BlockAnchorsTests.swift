import Documents
import Testing

@testable import Extraction

struct BlockAnchorsTests {
  /// The story in an `<article>` of its own, teasers of others in theirs.
  private static let html = """
    <html><head><title>Ferry runs again</title>
    <meta name="description" content="The ferry to Karasuk runs again after a winter of repairs"></head><body>
    <article><h1>Other news</h1><p>A market opens on the quay this week, traders said.</p></article>
    <article><h1>Ferry runs again</h1>
    <p>The ferry to Karasuk runs again after a winter of repairs, the harbour said.</p>
    <div><p>Its crew had waited since the autumn for a new engine.</p></div></article>
    <p>Write to the harbour office with any question that you may have.</p></body></html>
    """

  private func rows(_ html: String) throws -> (texts: [String], rows: [[Float]]) {
    let prepared = try PreparedPage(Array(html.utf8), options: .init(), known: Metadata())
    var picker = BodyPicker(prepared)
    picker.run()
    let table = BlockFeatures(prepared, kinds: picker.kinds, frame: picker.frame).table()
    let start = BlockFeatures.wordColumns - BlockAnchors.width
    let rows = prepared.page.blocks.indices.map { index in
      Array(table[(index * BlockFeatures.width + start)..<(index * BlockFeatures.width + BlockFeatures.wordColumns)])
    }
    return (prepared.page.blocks.map { prepared.page.string($0) }, rows)
  }

  @Test func blocksAreMeasuredFromTheTitle() throws {
    let (texts, rows) = try rows(Self.html)
    let title = try #require(texts.firstIndex(of: "Ferry runs again"))
    #expect(rows.map { $0[0] } == texts.indices.map { Float($0 - title) })
    #expect(rows.map { $0[9] } == texts.indices.map { $0 == title ? 1 : 0 })
    // One step up to the article for the paragraph, two for that in the box, two to the body for what stands outside.
    #expect(rows[title + 1][3] == 1)
    #expect(rows[title + 2][3] == 2)
    #expect(rows[title + 3][4] == 2)
    #expect(rows[title + 1][7] == 1)
    #expect(rows[title + 3][7] == 0)
  }

  @Test func theTitlesArticleIsTold() throws {
    let (texts, rows) = try rows(Self.html)
    let title = try #require(texts.firstIndex(of: "Ferry runs again"))
    #expect(rows.allSatisfy { $0[11] == 2 })
    #expect(rows[title - 1][15] == 0)
    #expect(rows[title + 1][15] == 1)
    #expect(rows[title + 3][12] == -1)
  }

  @Test func theDescriptionsBlockIsFound() throws {
    let (texts, rows) = try rows(Self.html)
    let title = try #require(texts.firstIndex(of: "Ferry runs again"))
    #expect(rows[title + 1][27] == 1)
    #expect(rows[title + 1][28] == 0)
    #expect(rows[title + 3][28] == 2)
    #expect(rows[title + 2][26] == 0)
  }

  @Test func aPageWithoutTitleSaysSo() throws {
    let (_, rows) = try rows("<html><body><main><p>Only one line of text stands here, alas.</p></main></body></html>")
    #expect(rows.allSatisfy { $0[0] == -100 && $0[10] == 0 && $0[28] == -100 })
  }
}
