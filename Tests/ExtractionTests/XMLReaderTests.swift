import Documents
import Extraction
import Testing

struct XMLReaderTests {
  @Test func nitf() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf xml:lang="en-US"><head>
      <docdata><date.issue norm="20240304T053000Z"/></docdata><pubdata name="Karasuk Gazette" position.section="Opinion"/></head>
      <body><body.head><hedline><hl1>Bridge reopens</hl1><hl2>Ferry to stop</hl2></hedline>
      <byline>By <person>Ada Lindqvist</person></byline><dateline><location>KARASUK</location></dateline></body.head>
      <body.content><block><p>The bridge is open&nbsp;again &amp; blue.</p><media media-type="image"><media-reference source="a.jpg"/>
      <media-caption><p>The bridge in spring.</p></media-caption></media><hl2>The cost</hl2><p>Four million, <em>said</em> the mayor.</p>
      <bq><block><p>Too much.</p></block></bq><ul><li>No lorries</li></ul></block></body.content>
      <body.end><tagline>Ada Lindqvist writes for the Gazette.</tagline></body.end></body></nitf>
      """
    let read = try article(text, "a.xml")
    #expect(
      read.outline == [
        "headline| Bridge reopens", "deck| Ferry to stop", "byline| By Ada Lindqvist", "dateline| KARASUK",
        "paragraph| The bridge is open again & blue.", "caption| The bridge in spring.", "subheading| The cost",
        "paragraph| Four million, said the mayor.", "quote| Too much.", "list| No lorries",
        "boilerplate| Ada Lindqvist writes for the Gazette.",
      ])
    #expect(read.metadata.date == "2024-03-04T05:30:00Z")
    #expect(read.metadata.authors == ["Ada Lindqvist"])
    #expect(read.metadata.site == "Karasuk Gazette")
    #expect(read.metadata.genre == .opinion)
    #expect(read.blocksHoldAll)
  }

  @Test func anyXMLWithParagraphs() throws {
    let text =
      "<?xml version='1.0'?><story><headline>Bridge reopens</headline><byline>By Ada Lindqvist</byline><pubDate>4 March 2024</pubDate>"
      + "<text><p>The bridge is open again.</p><p>It is blue, the mayor said on Monday.</p></text></story>"
    let read = try article(text, "a.xml")
    #expect(
      read.outline == [
        "headline| Bridge reopens", "paragraph| The bridge is open again.",
        "paragraph| It is blue, the mayor said on Monday.",
      ])
    #expect(read.metadata.authors == ["Ada Lindqvist"])
    #expect(read.metadata.date == "2024-03-04")
  }

  @Test func brokenXMLIsReadAsFarAsItGoes() throws {
    let read = try article(
      "<?xml version='1.0'?><story><text><p>The bridge is open again, the town said.</p><p>It is", "a.xml")
    #expect(read.body.first == "The bridge is open again, the town said.")
    #expect(read.warnings.map(\.code).contains("malformed"))
  }

  @Test func hostileXML() {
    let bomb = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;'>]><a><p>&c;</p></a>"
    #expect(errorCode(Array(bomb.utf8), "a.xml") == "malformed")
    let quotes =
      "<?xml version='1.0'?><a" + String(repeating: "'", count: 301) + "><p>The bridge is open again.</p></a>"
    #expect(["malformed", "no-body", nil].contains(errorCode(Array(quotes.utf8), "a.xml")))
    let deep = "<?xml version='1.0'?>" + String(repeating: "<a>", count: 100_000) + "<p>The bridge is open again.</p>"
    #expect(errorCode(Array(deep.utf8), "a.xml") == nil)
    let wide =
      "<?xml version='1.0'?><a " + (0..<40_000).map { "b\($0)='c'" }.joined(separator: " ")
      + "><p>The bridge is open again, said the mayor.</p></a>"
    #expect(errorCode(Array(wide.utf8), "a.xml") == nil)
  }
}
