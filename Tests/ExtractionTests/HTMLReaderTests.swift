import Documents
import Extraction
import Testing

struct HTMLReaderTests {
  private static let page = """
    <!DOCTYPE html><html lang="en-GB"><head><title>Bridge reopens after three years - Karasuk Gazette</title>
    <meta property="og:title" content="Bridge reopens after three years"><meta property="og:site_name" content="Karasuk Gazette">
    <meta property="article:published_time" content="2024-03-04T05:30:00+01:00">
    <link rel="canonical" href="https://gazette.example/news/2024/03/04/bridge">
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":
    "Bridge reopens after three years","author":[{"@type":"Person","name":"Ada Lindqvist"},{"@type":"Organization","name":"Gazette"}],
    "dateModified":"2024-03-05","articleSection":"Local"}]}</script></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <main><article><header><h1>Bridge reopens after three years</h1><p class="standfirst">The ferry will stop at the end of the month</p>
    <div class="byline">By <a rel="author" href="/ada">Ada Lindqvist</a></div><time datetime="2024-03-04">4 March 2024</time></header>
    <div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
    <figure><img src="b.jpg"><figcaption>The bridge in spring. Photo: Agency</figcaption></figure>
    <div class="article-body"><p>The bridge at Karasuk is open again, the town said on Monday, three years after it was closed.</p>
    <p>“We lost a lot of time,” said the mayor, Tom Reyes, who cut the ribbon at noon before a crowd of two hundred people.</p>
    <div class="related"><h3>Related articles</h3><ul><li><a href="/x">Ferry company in talks with the mayor about its future</a></li></ul></div>
    <h2>What it cost</h2>
    <p>The work cost four million, a third more than was planned, and the town will pay for it until the year 2050.</p>
    <blockquote><p>Nobody asked us whether we wanted a blue bridge, and nobody told us what it would cost in the end.</p></blockquote>
    <ul><li>Open from six in the morning</li><li>No lorries</li></ul>
    <div class="newsletter-signup"><p>Sign up for our newsletter and get all the news from the islands, every morning, for free.</p></div>
    <p>The ferry will run until the end of the month, the company said, and then it will be sold to whoever wants it.</p></div>
    <section class="comments"><h2>Comments</h2><p>I think that the mayor is right about the bridge, and about the ferry too, for once.</p></section>
    </article></main><footer><p>© 2024 Karasuk Gazette. All rights reserved, and nothing may be used without our leave.</p></footer></body></html>
    """

  @Test func theArticleAndNothingElse() throws {
    let read = try article(Self.page)
    #expect(
      read.outline == [
        "headline| Bridge reopens after three years", "deck| The ferry will stop at the end of the month",
        "byline| By Ada Lindqvist", "dateline| 4 March 2024", "caption| The bridge in spring. Photo: Agency",
        "paragraph| The bridge at Karasuk is open again, the town said on Monday, three years after it was closed.",
        "paragraph| “We lost a lot of time,” said the mayor, Tom Reyes, who cut the ribbon at noon before a crowd of two hundred people.",
        "subheading| What it cost",
        "paragraph| The work cost four million, a third more than was planned, and the town will pay for it until the year 2050.",
        "quote| Nobody asked us whether we wanted a blue bridge, and nobody told us what it would cost in the end.",
        "list| Open from six in the morning", "list| No lorries",
        "paragraph| The ferry will run until the end of the month, the company said, and then it will be sold to whoever wants it.",
      ])
    #expect(read.blocksHoldAll)
  }

  @Test func theMetadata() throws {
    let metadata = try article(Self.page).metadata
    #expect(metadata.title == "Bridge reopens after three years")
    #expect(metadata.authors == ["Ada Lindqvist"])
    #expect(metadata.date == "2024-03-04T05:30:00+01:00")
    #expect(metadata.modified == "2024-03-05")
    #expect(metadata.site == "Karasuk Gazette")
    #expect(metadata.section == "Local")
    #expect(metadata.url == "https://gazette.example/news/2024/03/04/bridge")
    #expect(metadata.language == "en")
    #expect(metadata.genre == .news)
  }

  @Test func aFragmentIsAllArticle() throws {
    let read = try article("<p>Two boats collided in the bay.</p><p>Nobody was hurt.</p>")
    #expect(read.body == ["Two boats collided in the bay.", "Nobody was hurt."])
  }

  @Test func lineBreaksSplitParagraphsButNotSentences() throws {
    let page =
      "<div>The first paragraph of this article ends here, as you see.<br><br>The second one is broken in the middle,<br>"
      + "and goes on until its end.</div>"
    #expect(
      try article(page).body == [
        "The first paragraph of this article ends here, as you see.",
        "The second one is broken in the middle,\nand goes on until its end.",
      ])
  }

  @Test func entitiesAndSpaces() throws {
    #expect(
      try article(
        "<p>Caf&eacute;&nbsp;owners &amp; ferrymen\n met&#8212;twice &mdash; on&#x20;Monday, said&shy;they.</p>"
      ).body
        == ["Café owners & ferrymen met—twice — on Monday, saidthey."])
  }
}

struct DeckTests {
  private func outline(_ head: String) throws -> [String] {
    let page = try article(
      """
      <html><head><title>The ferry runs again today</title></head><body><main><h1>The ferry runs again today</h1>\(head)
      <p>The ferry to Karasuk runs again after a winter of repairs, the harbour said on Monday.</p>
      <p>Its crew had waited since the autumn for a new engine, which came by rail in the end.</p></main></body></html>
      """)
    return Array(page.outline.prefix(4))
  }

  @Test func aLineBetweenHeadlineAndBylineIsADeck() throws {
    #expect(
      try outline(
        "<p>Harbour master calls the repairs ‘a long night’; islanders want a second boat</p><p>By Ada Lindqvist</p>")
        == [
          "headline| The ferry runs again today",
          "deck| Harbour master calls the repairs ‘a long night’; islanders want a second boat",
          "byline| By Ada Lindqvist",
          "paragraph| The ferry to Karasuk runs again after a winter of repairs, the harbour said on Monday.",
        ])
  }

  @Test func withoutABylineBehindItALineIsAParagraph() throws {
    #expect(
      try outline("<p>The harbour master calls the repairs a long night, and islanders want a second boat.</p>")[1]
        == "paragraph| The harbour master calls the repairs a long night, and islanders want a second boat.")
  }
}

struct PageCheckTests {
  private func page(_ title: String, _ body: String) -> String {
    "<html><head><title>\(title)</title></head><body><main>\(body)</main></body></html>"
  }

  @Test func aConsentWallHasNoBody() throws {
    let wall = page(
      "Karasuk Gazette",
      "<p>We and our partners store and use information on your device, such as cookies, and process personal "
        + "data with your consent. You may change your preferences at any time in our privacy policy.</p>")
    let read = try article(wall)
    #expect(read.warnings.map(\.code) == ["consent-wall"])
    #expect(read.body == [])
  }

  @Test func anErrorPageHasNoBody() throws {
    let read = try article(
      page("Page not found", "<p>The page that you are looking for has been moved or never existed at all.</p>"))
    #expect(read.warnings.map(\.code) == ["error-page"])
    #expect(read.body == [])
  }

  @Test func aPaywallLeavesTheBeginning() throws {
    let stub = page(
      "Bridge reopens",
      "<article><h1>Bridge reopens</h1><p>The bridge at Karasuk is open again, the town said on Monday, after "
        + "three years of work.</p><p>Subscribe to continue reading this article and many more.</p></article>")
    let read = try article(stub)
    #expect(read.warnings.map(\.code) == ["paywall"])
    #expect(read.body == ["The bridge at Karasuk is open again, the town said on Monday, after three years of work."])
  }

  @Test func aPaywallAloneHasNoBody() throws {
    let stub = page(
      "Bridge reopens",
      "<article><h1>Bridge reopens</h1><p>Subscribe to continue reading this article and many more.</p>"
        + "<p>Already a member? Log in</p></article>")
    let read = try article(stub)
    #expect(read.warnings.map(\.code) == ["paywall"])
    #expect(read.body == [])
  }
}
