import Documents
import Extraction
import Testing

struct FeedReaderTests {
  @Test func rss() throws {
    let feed = """
      <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Karasuk Gazette</title><language>en-gb</language>
      <item><title>Bridge &amp; ferry</title><link>https://gazette.example/opinion/1</link><guid>gz-1</guid>
      <pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate><dc:creator>Ada Lindqvist</dc:creator><description>Short.</description>
      <content:encoded><![CDATA[<p>The bridge is open again, said the mayor.</p><p>It is blue.</p>]]></content:encoded></item>
      <item><title>Boats collide</title><description>&lt;p&gt;Two boats collided in the bay.&lt;/p&gt;</description></item>
      <item><title>Boats</title><guid>gz-1</guid><description>Nobody was hurt.</description></item></channel></rss>
      """
    let items = try Extractor().items(of: SourceDocument(id: "feed", path: "feed.xml", bytes: Array(feed.utf8)))
    #expect(items.map(\.id).first == "feed#gz-1")
    #expect(items.map(\.id).last == "feed#gz-1-2")
    #expect(Set(items.map(\.id)).count == 3)
    let first = try Extractor().extract(items[0])
    #expect(
      first.outline == [
        "headline| Bridge & ferry", "paragraph| The bridge is open again, said the mayor.", "paragraph| It is blue.",
      ])
    #expect(first.metadata.date == "2024-03-04T10:00:00Z")
    #expect(first.metadata.authors == ["Ada Lindqvist"])
    #expect(first.metadata.site == "Karasuk Gazette")
    #expect(first.metadata.genre == .opinion)
    #expect(try Extractor().extract(items[1]).body == ["Two boats collided in the bay."])
    #expect(try Extractor().extract(items[2]).body == ["Nobody was hurt."])
  }

  @Test func atom() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Karasuk Gazette</title><entry><id>urn:1</id><title>Bridge</title>
      <link rel="alternate" href="https://gazette.example/1"/><updated>2024-03-04T10:00:00Z</updated>
      <author><name>Tom Reyes</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The bridge is
      <b>open</b> again.</p><p>It is blue, he said.</p></div></content></entry></feed>
      """
    let items = try Extractor().items(of: SourceDocument(id: "feed", path: "feed.atom", bytes: Array(feed.utf8)))
    #expect(items.map(\.id) == ["feed#urn:1"])
    let read = try Extractor().extract(items[0])
    #expect(read.body == ["The bridge is open again.", "It is blue, he said."])
    #expect(read.metadata.authors == ["Tom Reyes"])
    #expect(read.metadata.url == "https://gazette.example/1")
  }

  @Test func whatIsNoFeedStaysItself() throws {
    for (text, name) in [
      ("<p>A page about &lt;rss&gt;.</p>", "a.html"), ("plain", "a.txt"), ("<a><b>c</b></a>", "a.xml"),
    ] {
      #expect(try Extractor().items(of: source(text, name)).map(\.id) == [name])
    }
  }
}
