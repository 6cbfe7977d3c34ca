import Documents
import Extraction
import Testing

/// Files that hold several articles, written after the published specifications.
struct ContainersTests {
  private func items(_ text: String, _ name: String, _ columns: [ArticleColumns.Field: String] = [:]) throws
    -> [Article]
  {
    var options = Extractor.Options()
    options.columns = ArticleColumns(columns)
    let extractor = Extractor(options: options)
    return try extractor.items(of: source(text, name)).map { try extractor.extract($0) }
  }

  @Test func linesOfNewsPlease() throws {
    let lines = """
      {"title": "Bridge opens", "maintext": "The bridge is open again, said the mayor.", "authors": ["Ada Lindqvist"], \
      "date_publish": "2024-03-04 10:00:00", "source_domain": "gazette.example", "language": "en", \
      "url": "https://gazette.example/1"}

      {"title": "Ferry stays", "maintext": "The ferry stays in the harbour.", "id": 7}
      """
    let articles = try items(lines, "news.jsonl")
    #expect(articles.map(\.id) == ["news.jsonl#https://gazette.example/1", "news.jsonl#7"])
    #expect(articles[0].body == ["The bridge is open again, said the mayor."])
    #expect(articles[0].metadata.title == "Bridge opens")
    #expect(articles[0].metadata.authors == ["Ada Lindqvist"])
    #expect(articles[0].metadata.date == "2024-03-04T10:00:00")
    #expect(articles[0].metadata.site == "gazette.example")
  }

  @Test func lineOfTrafilatura() throws {
    let line = """
      {"title": "Bridge opens", "author": "Ada Lindqvist; Tom Reyes", "hostname": "gazette.example", "date": "2024-03-04", \
      "sitename": "Karasuk Gazette", "raw_text": "folded", "text": "The bridge is open again.\\nIt is blue."}
      """
    let article = try #require(try items(line, "one.ndjson").first)
    #expect(article.body == ["The bridge is open again.", "It is blue."])
    #expect(article.metadata.authors == ["Ada Lindqvist", "Tom Reyes"])
    #expect(article.metadata.site == "Karasuk Gazette")
  }

  @Test func lineWithoutTextIsAnErrorOfItsOwn() throws {
    let documents = try Extractor().items(
      of: source("{\"title\": \"Bridge\"}\n{\"text\": \"It is blue.\"}\n", "a.jsonl"))
    #expect(documents.map(\.id) == ["a.jsonl#1", "a.jsonl#2"])
    #expect(throws: DocumentError.self) { try Extractor().extract(documents[0]) }
    #expect(try Extractor().extract(documents[1]).body == ["It is blue."])
  }

  @Test func tableWithItsOwnColumns() throws {
    let table = """
      Nr;Heading;Words of it;When
      1;"Bridge; opens";"The bridge is open again.

      It is ""blue"".";04.03.2024
      2;Ferry;The ferry stays.;05.03.2024
      """
    let articles = try items(table, "t.csv", [.text: "Words of it", .date: "When", .title: "heading"])
    #expect(articles.map(\.body) == [["The bridge is open again.", "It is \"blue\"."], ["The ferry stays."]])
    #expect(articles[0].metadata.title == "Bridge; opens")
    #expect(articles[0].metadata.date == "2024-03-04")
    #expect(throws: DocumentError.self) { try items(table, "t.csv") }
  }

  @Test func ninjs() throws {
    let first = """
      {"uri": "urn:karasuk:1", "type": "text", "headline": "Bridge opens", "byline": "By Ada Lindqvist",
       "versioncreated": "2024-03-04T10:00:00Z", "language": "en", "description_text": "Short.",
       "body_html": "<p>The bridge is open again.</p><p>It is blue.</p>"}
      """
    let article = try #require(try items(first, "first.json").first)
    #expect(article.id == "first.json")
    #expect(article.body == ["The bridge is open again.", "It is blue."])
    #expect(article.metadata.authors == ["Ada Lindqvist"])
    #expect(article.metadata.date == "2024-03-04T10:00:00Z")
    let second = """
      {"uri": "urn:karasuk:2", "type": "text", "contentcreated": "2024-03-05T10:00:00Z",
       "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry stays in the harbour"}],
       "infosources": [{"name": "Karasuk Press"}],
       "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>The ferry stays, she said.</p>"}]}
      """
    let other = try #require(try items(second, "second.json").first)
    #expect(other.metadata.title == "Ferry stays in the harbour")
    #expect(other.metadata.site == "Karasuk Press")
    #expect(other.body == ["The ferry stays, she said."])
  }

  @Test func newsMLMessage() throws {
    let message = """
      <?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
      <packageItem guid="urn:p"><groupSet root="G1"><group id="G1"/></groupSet></packageItem>
      <newsItem guid="urn:1" xml:lang="en"><itemMeta><provider literal="Karasuk Press"/>
      <versionCreated>2024-03-04T12:00:00Z</versionCreated></itemMeta><contentMeta>
      <contentCreated>2024-03-04T10:00:00Z</contentCreated><by>By Ada Lindqvist</by><headline>Bridge opens</headline>
      </contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
      <head><title>Bridge opens</title></head><body><p>The bridge is open again, said the mayor of the town.</p>
      <p>It is blue.</p></body></html></inlineXML></contentSet></newsItem>
      <newsItem guid="urn:2"><contentMeta><headline>Ferry</headline></contentMeta><contentSet>
      <inlineData contenttype="text/plain">The ferry stays in the harbour.</inlineData></contentSet></newsItem>
      <newsItem guid="urn:3"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
      </itemSet></newsMessage>
      """
    let articles = try items(message, "message.xml")
    #expect(articles.map(\.id) == ["message.xml#urn:1", "message.xml#urn:2"])
    #expect(articles[0].body == ["The bridge is open again, said the mayor of the town.", "It is blue."])
    #expect(articles[0].metadata.authors == ["Ada Lindqvist"])
    #expect(articles[0].metadata.date == "2024-03-04T10:00:00Z")
    #expect(articles[0].metadata.site == "Karasuk Press")
    #expect(articles[1].metadata.title == "Ferry")
    #expect(articles[1].body == ["The ferry stays in the harbour."])
  }

  @Test func nexisExport() throws {
    let export = """
                                     1 of 3 DOCUMENTS


                                   The Karasuk Gazette

                                  March 4, 2024 Monday
                                     Late Edition

      Bridge Opens Again

      BYLINE: By ADA LINDQVIST

      SECTION: Opinion; Pg. 4

      LENGTH: 24 words

        The bridge is open again, and people who were
      waiting for it went over it at once.

        It is blue.

      LOAD-DATE: March 4, 2024

      LANGUAGE: ENGLISH

      Copyright 2024 The Karasuk Gazette
      All Rights Reserved

                                     2 of 3 DOCUMENTS

                                   The Karasuk Gazette

                                 March 5, 2024 Tuesday

      Ferry Stays

      LENGTH: 6 words

      The ferry stays in the harbour.

      LOAD-DATE: March 5, 2024
      """
    let articles = try items(export, "export.txt")
    #expect(articles.map(\.id) == ["export.txt#1", "export.txt#2"])
    #expect(
      articles[0].body == [
        "The bridge is open again, and people who were waiting for it went over it at once.", "It is blue.",
      ])
    #expect(articles[0].metadata.title == "Bridge Opens Again")
    #expect(articles[0].metadata.authors == ["Ada Lindqvist"])
    #expect(articles[0].metadata.date == "2024-03-04")
    #expect(articles[0].metadata.site == "The Karasuk Gazette")
    #expect(articles[0].metadata.genre == .opinion)
    #expect(articles[0].warnings.map(\.code) == ["count"])
    #expect(articles[1].body == ["The ferry stays in the harbour."])
    #expect(articles[1].warnings.isEmpty)
  }

  @Test func jatsBody() throws {
    let paper = """
      <?xml version="1.0"?><article xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta><journal-title>Bridges</journal-title>
      </journal-meta><article-meta><title-group><article-title>On blue bridges</article-title></title-group>
      <contrib-group><contrib><name><surname>Lindqvist</surname><given-names>Ada</given-names></name></contrib>
      </contrib-group><pub-date><day>4</day><month>3</month><year>2024</year></pub-date></article-meta></front>
      <body><sec><title>Paint</title><p>Blue paint lasts.</p></sec></body></article>
      """
    let article = try article(paper, "paper.xml")
    #expect(article.outline == ["headline| On blue bridges", "subheading| Paint", "paragraph| Blue paint lasts."])
    #expect(article.metadata.authors == ["Ada Lindqvist"])
    #expect(article.metadata.date == "2024-03-04")
  }
}
