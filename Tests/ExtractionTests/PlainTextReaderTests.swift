import Documents
import Testing

@testable import Extraction

struct PlainTextReaderTests {
  private static let opinion = """
    The Karasuk Gazette

    [Editorial] A bridge too late

    The town must not wait for the ferry company

    By Karasuk Gazette

    Published : March 4, 2024 - 05:30

        • Link copied

    The old bridge has been closed for three years. Nobody in the town hall seems to mind, and nobody has said why.

    It is time that the council acts. The ferry company has had its chance, and it has wasted it in every way it could.

    What the ferry company's new timetable means for the people of the islands

    The mayor said on Friday that the work would begin "when the money is there." That is not good enough for us.

    Mayor opens talks with ferry company over bridge repairs

    Mayor opens talks with ferry company over bridge repairs

    The bridge at Karasuk in spring. Photo: Agency

    What comes next

    The council meets on Tuesday. It should vote for the bridge, and it should do so in public, with the reasons given.

    Source link

    Related Articles

    Leave a Reply

    Your email address will not be published. Required fields are marked *

    I think the mayor is right about the bridge and about the ferry company as well, to be honest with you all.

    Back to top buttonThe Karasuk Gazette
    """

  @Test func theKindsOfACopiedPage() throws {
    let read = try article(Self.opinion, "a.txt")
    #expect(read.text.string == Self.opinion)
    #expect(read.blocksHoldAll)
    #expect(
      read.blocks.map(\.kind) == [
        .boilerplate, .headline, .deck, .byline, .dateline, .boilerplate, .paragraph, .paragraph, .boilerplate,
        .paragraph,
        .boilerplate, .boilerplate, .caption, .subheading, .paragraph, .boilerplate, .boilerplate, .boilerplate,
        .boilerplate, .boilerplate, .boilerplate,
      ])
  }

  @Test func theMetadataOfACopiedPage() throws {
    let metadata = try article(Self.opinion, "a.txt").metadata
    #expect(metadata.title == "[Editorial] A bridge too late")
    #expect(metadata.site == "The Karasuk Gazette")
    #expect(metadata.date == "2024-03-04T05:30:00")
    #expect(metadata.genre == .editorial)
    #expect(metadata.authors == [])
  }

  @Test func bylinesGiveAuthors() throws {
    let text =
      "Night train returns\n\nBy Ada Lindqvist and Tom Reyes, Staff Writers\n\n"
      + "The night train to the coast is running again after eleven years, the railway said on Monday.\n"
    #expect(try article(text, "a.txt").metadata.authors == ["Ada Lindqvist", "Tom Reyes"])
  }

  @Test func speakersAreNoHeadlines() throws {
    let text =
      "Interview with the mayor\n\nQ: How long will the bridge stay closed to all traffic?\n\nA: As long as it takes\n\n"
      + "Q: And the ferry?\n\nA: The ferry will run until the last day of the year, and no longer than that, I am afraid.\n"
    let read = try article(text, "a.txt")
    #expect(read.texts(.boilerplate) == [])
    #expect(read.metadata.genre == .interview)
  }

  @Test func quotationsAndExclamationsStay() throws {
    let text =
      "Crowd cheers the bridge\n\nThe mayor cut the ribbon at noon, before a crowd of some two hundred people from all sides.\n\n"
      + "One of them, an old ferryman, climbed on a bench and cried, “I never thought I would live to see it!”\n\n"
      + "Then the band played, and the mayor drove across the bridge in a car that was older than the bridge itself.\n"
    #expect(try article(text, "a.txt").body.count == 3)
  }

  @Test func wrappedLinesAreOneParagraph() throws {
    let text =
      "Night train returns\n\nThe night train to the coast is running again after eleven\nyears, the railway said on Monday. It leaves at ten in the\nevening and arrives in time for breakfast.\n\nTickets are on sale from Friday on, at the station and in\nthe usual shops, the railway said.\n"
    let read = try article(text, "a.txt")
    #expect(read.blocks.map(\.kind) == [.headline, .paragraph, .paragraph])
  }

  @Test func everyLineAParagraph() throws {
    let text =
      "Night train returns\r\nThe night train to the coast is running again after eleven years, the railway said on Monday.\r\nTickets are on sale from Friday on, the railway said, and they cost no more than they did eleven years ago.\r\n"
    let read = try article(text, "a.txt")
    #expect(read.text.string == text)
    #expect(read.blocks.map(\.kind) == [.headline, .paragraph, .paragraph])
  }

  @Test func aSingleLineIsBody() throws {
    #expect(try article("Hello World", "a.txt").outline == ["paragraph| Hello World"])
  }

  @Test func listItemsAreLists() throws {
    let text =
      "Three things to know\n\nThe council decided three things about the bridge on Monday, in a meeting of two hours:\n\n- It will be rebuilt.\n\n• It will be blue.\n\n3. It will be late.\n"
    #expect(
      try article(text, "a.txt").texts(.list) == ["- It will be rebuilt.", "• It will be blue.", "3. It will be late."])
  }

  @Test func aLiveBlogInPieces() throws {
    let text =
      "LIVE: Election night\n\nLast updated 23:14\n\n23:14\nReyes concedes\n\nTom Reyes has conceded defeat, telling his people "
      + "that he had called his rival.\n\n22:50\nFirst results\n\nLindqvist leads, the election office said.\n"
    let read = try article(text, "a.txt")
    #expect(
      read.blocks.map(\.kind) == [
        .headline, .dateline, .dateline, .subheading, .paragraph, .dateline, .subheading, .paragraph,
      ])
    #expect(read.metadata.genre == .live)
  }

  @Test func aWireStoryWithoutAHeadline() throws {
    let text =
      "KARASUK (Agency) — The mayor said Tuesday that she would not run again.\n\n``It is time,'' she told reporters "
      + "at the town hall, where she has worked for twenty years.\n\nTom Reyes contributed to this report.\n"
    let read = try article(text, "a.txt")
    #expect(read.blocks.map(\.kind) == [.paragraph, .paragraph, .boilerplate])
    #expect(read.metadata.title == nil)
  }

  @Test func markdown() throws {
    let text = """
      ---
      title: "Flood waters fall"
      date: 2024-05-13
      ---
      # Flood waters fall

      *By Ada Lindqvist*

      The river fell by half a metre overnight,
      the water board said on Monday.

      ## What comes next
      > We are not out of the woods, he said.

      - Schools stay closed
      - Trains run again

      ![The river at night](river.jpg)

      [Read the full report](https://gazette.example/report)
      """
    let read = try article(text, "a.md")
    #expect(read.text.string == text)
    #expect(read.blocksHoldAll)
    #expect(
      read.blocks.map(\.kind) == [
        .boilerplate, .boilerplate, .boilerplate, .headline, .byline, .paragraph, .subheading, .quote, .list, .list,
        .caption,
        .boilerplate,
      ])
    #expect(read.metadata.authors == ["Ada Lindqvist"])
    #expect(read.metadata.date == "2024-05-13")
  }
}
