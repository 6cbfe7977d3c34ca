import Documents
import Extraction
import Testing

struct PublicationReaderTests {
  private func date(head: String, body: String = "") throws -> String? {
    try article(
      """
      <html><head><title>The ferry runs again today</title>\(head)</head><body><main><h1>The ferry runs again today</h1>
      \(body)<p>The ferry to Karasuk runs again after a winter of repairs, the harbour said on Monday.</p>
      <p>Its crew had waited since the autumn for a new engine, which came by rail in the end.</p></main></body></html>
      """
    ).metadata.date
  }

  private func data(_ json: String) -> String { "<script type='application/ld+json'>\(json)</script>" }
  private func address(_ path: String) -> String { "<link rel='canonical' href='https://gazette.example\(path)'>" }

  @Test func sourcesInOrder() throws {
    let meta = "<meta name='pubdate' content='2024-03-01'>"
    let json = data("{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-02\"}")
    let item = "<span itemprop='datePublished' content='2024-03-04'>4 March</span>"
    let time = "<time datetime='2024-03-05'>5 March</time>"
    #expect(try date(head: json + meta + address("/2024/03/03/ferry"), body: item + time) == "2024-03-01")
    #expect(try date(head: json + address("/2024/03/03/ferry"), body: item + time) == "2024-03-02")
    #expect(try date(head: address("/2024/03/03/ferry"), body: item + time) == "2024-03-03")
    #expect(try date(head: "", body: time + item) == "2024-03-04")
    #expect(try date(head: "", body: time) == "2024-03-05")
  }

  @Test func whatIsSaidOfTheArticleIsStrongerThanOfThePage() throws {
    let page = "{\"@type\":\"WebPage\",\"datePublished\":\"2019-03-04\"}"
    #expect(
      try date(head: data("[\(page),{\"@type\":\"Article\",\"datePublished\":\"2024-03-02\"}]")) == "2024-03-02")
    #expect(try date(head: data("[\(page),{\"@type\":\"Article\",\"headline\":\"The ferry\"}]")) == "2019-03-04")
    #expect(try date(head: data(page)) == "2019-03-04")
  }

  @Test func theAddressTellsTheDayInItsOwnTimeZone() throws {
    func given(_ time: String) -> String { "<meta property='article:published_time' content='\(time)'>" }
    #expect(try date(head: given("2025-01-01T02:41:00Z") + address("/2024/12/31/ferry")) == "2024-12-31")
    #expect(try date(head: given("2024-03-01T02:41:00Z") + address("/2024/02/29/ferry")) == "2024-02-29")
    #expect(
      try date(head: given("2024-03-03T02:41:00Z") + address("/2024/03/01/ferry")) == "2024-03-03T02:41:00Z")
    #expect(try date(head: given("2024-02-28T22:41:00+00:00") + address("/2024/02/29/ferry")) == "2024-02-29")
    #expect(
      try date(head: given("2024-03-01T02:41:00+09:00") + address("/2024/02/29/ferry")) == "2024-03-01T02:41:00+09:00")
    #expect(try date(head: given("2024-03-02") + address("/2024/03/01/ferry")) == "2024-03-02")
  }
}
