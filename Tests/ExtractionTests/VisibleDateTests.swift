import Documents
import Extraction
import Testing

struct VisibleDateTests {
  /// The date of a page about a ferry with this in its head, above and below its headline and behind its article.
  private func date(
    head: String = "", classes: String = "", above: String = "", below: String = "", behind: String = ""
  ) throws -> String? {
    try article(
      """
      <html><head><title>The ferry runs again today</title>\(head)</head><body class="\(classes)"><main>\(above)
      <h1>The ferry runs again today</h1>\(below)
      <p>The ferry to Karasuk runs again after a winter of repairs, the harbour said on Monday.</p>
      <p>Its crew had waited since the autumn for a new engine, which came by rail in the end.</p></main>\(behind)
      </body></html>
      """
    ).metadata.date
  }

  private let built = "<meta property='article:published_time' content='2024-03-04T05:30:00Z'>"

  @Test func anEarlierDayBesideTheHeadlineIsThePublications() throws {
    let given = "2024-03-04T05:30:00Z"
    #expect(try date(head: built, below: "<p>January 5, 2024</p>") == "2024-01-05")
    #expect(try date(head: built, above: "<p>January 5, 2024</p>") == "2024-01-05")
    #expect(try date(head: built, below: "<p>March 9, 2024</p>") == given)
    #expect(try date(head: built, below: "<p>March 4, 2024</p>") == given)
    #expect(try date(head: built, below: "<p>Updated January 5, 2024</p>") == given)
    #expect(try date(head: built, below: "<p>01/05/2024</p>") == given)
    #expect(try date(head: built, above: "<p>Winter timetable: January 5, 2024</p>") == given)
  }

  @Test func whatATimeElementSaysInMarkupHolds() throws {
    #expect(try date(below: "<p><time datetime='2024-03-04'>January 5, 2024</time></p>") == "2024-03-04")
  }

  @Test func theNearestTimeElementIsTheArticles() throws {
    let card = "<div><h3>New pier</h3><time datetime='2024-06-01'>June 1, 2024</time></div>"
    let own = "<div><time datetime='2024-03-04'>March 4, 2024</time></div>"
    #expect(try date(above: own, behind: card) == "2024-03-04")
    #expect(try date(above: own, below: "<div><time datetime='2024-03-02'>March 2</time></div>") == "2024-03-02")
  }

  private let ofPage =
    "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2019-03-04\"}</script>"
  private let fixed = "page-template-default page page-id-7"

  @Test func aFixedPageHasTheDayThatReadersSee() throws {
    #expect(try date(head: built, classes: fixed, below: "<p>Last updated: May 9, 2024</p>") == "2024-05-09")
    #expect(try date(head: built, classes: fixed) == "2024-03-04T05:30:00Z")
    #expect(try date(head: built, classes: "page", below: "<p>May 9, 2024</p>") == "2024-03-04T05:30:00Z")
  }

  @Test func theDayAFixedPageWasMadeIsNoPublication() throws {
    #expect(try date(head: ofPage) == "2019-03-04")
    #expect(try date(head: ofPage, classes: "post single single-post postid-7") == "2019-03-04")
    #expect(try date(head: ofPage, classes: fixed) == nil)
    #expect(try date(head: ofPage, classes: fixed, below: "<p>March 4, 2019</p>") == "2019-03-04")
  }

  @Test func aPostingLineBehindTheArticleGivesItsDate() throws {
    #expect(try date(behind: "<div>Posted on May 3, 2024 by the harbour</div>") == "2024-05-03")
    #expect(try date(behind: "<div>Post time: 05-03-2024</div>") == "2024-05-03")
    #expect(try date(behind: "<ul><li>Updated May 9, 2024</li><li>Posted May 3, 2024</li></ul>") == "2024-05-03")
    #expect(
      try date(behind: "<div><b>Published</b><p>May 3, 2024</p></div><p>June 1, 2024</p>") == "2024-05-03")
    #expect(try date(behind: "<div>Posted by Ada Lindqvist at May 3, 2024 about the times of the boats</div>") == nil)
    #expect(try date(behind: "<div>Next sailing: May 3, 2024 at the harbour, ask for the times</div>") == nil)
  }

  @Test func theOnlyDateLineBehindTheArticleGivesItsDate() throws {
    let day = "<p>May 3, 2024</p>"
    #expect(try date(behind: "<div>\(day)</div>") == "2024-05-03")
    #expect(try date(behind: "<div><p>May 3, 2024. Updated: May 9, 2024</p></div>") == "2024-05-03")
    #expect(try date(behind: "<div><p>Last updated: May 3, 2024</p></div>") == nil)
    #expect(try date(behind: "<aside>\(day)</aside>") == nil)
    #expect(try date(behind: "<div>\(day)<h3>New pier</h3><p>May 5, 2024</p></div>") == nil)
  }

  @Test func aLineOfMetadataBehindTheArticleGivesItsDate() throws {
    func line(_ day: Int, _ classes: String = "entry-meta") -> String {
      "<div class='\(classes)'>Ada Lindqvist, May \(day), 2024, about ferries</div>"
    }
    #expect(try date(behind: line(3)) == "2024-05-03")
    #expect(try date(behind: line(3, "plain")) == nil)
    #expect(try date(behind: line(3) + line(4)) == nil)
    #expect(try date(behind: "<div class='comment'>\(line(3))</div>") == nil)
  }

  @Test func aBylineMayHoldTheDate() throws {
    let byline =
      "By Ada Lindqvist and Tom Reyes, Harbour Correspondents – May 3, 2024 at 1:00 PM EST | Read by Senior Editor Mara Holt"
    #expect(try date(below: "<div>\(byline)</div>") == "2024-05-03T13:00:00-05:00")
  }

  @Test func daysOfAListAreNotTheArticles() throws {
    func list(_ days: ClosedRange<Int>) -> String {
      "<ul>" + days.map { "<li class='sailing'>Night boat, May \($0), 2024</li>" }.joined() + "</ul>"
    }
    #expect(try date(below: list(1...5)) == nil)
    #expect(try date(below: "<div class='day'>April 2, 2024</div>" + list(1...5)) == "2024-04-02")
  }

  @Test func aShortSentenceOfTheArticleIsNoDateLine() throws {
    #expect(try date(below: "<p>The harbour wrote on May 3, 2024, in its journal:</p>") == nil)
    #expect(try date(below: "<p>The harbour was closed on May 3, 2024.</p>") == nil)
    #expect(try date(below: "<p>Harbour Press | May 3, 2024 | Ferries</p>") == "2024-05-03")
  }
}
