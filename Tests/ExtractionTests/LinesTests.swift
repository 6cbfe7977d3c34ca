import Documents
import Testing

@testable import Extraction

struct LinesTests {
  private func line(_ text: String) -> Line { Line(Array(text.utf8)[...]) }

  /// What a line folds to, character by character.
  private func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let plain: Character =
        switch scalar {
        case "\u{0}"..."\u{20}", "\u{A0}": " "
        case "‘", "’": "'"
        case "“", "”": "\""
        case "–", "—": "-"
        case "…": "."
        default: Character(scalar)
        }
      if plain != " " || !(result.isEmpty || result.hasSuffix(" ")) { result.append(plain) }
    }
    while result.hasSuffix(" ") { result.removeLast() }
    let bytes = result.utf8.prefix(Line.foldLimit).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func foldsAsCharacterByCharacter() {
    let pieces = [
      "The QUAY", " ", "  ", "\u{A0}", "“Ships”", " – ", "é", "it’s", "\t\n", "…", "Zz[@`{", "dredger and 9 boats",
    ]
    for step in 1..<12 {
      var text = "A"
      for number in 0..<90 {
        text += pieces[number * step % pieces.count]
        #expect(String(decoding: line(text).folded, as: UTF8.self) == folded(text))
      }
    }
    let long = String(repeating: "x", count: Line.foldLimit - 1)
    for end in [" ", "  ", " y", "  \u{A0} ", "y "] {
      #expect(String(decoding: line(long + end).folded, as: UTF8.self) == folded(long + end))
    }
  }

  @Test func countsWords() {
    let line = line("“The QUAY is shut,” said Élise Quillon–Reyes. Why? It’s the A&B dredger’s fault (again.)")
    #expect(line.wordCount == 16 && line.capitalised == 8 && line.shouted == 2)
    #expect(line.innerStops == 2 && line.lastByte == UInt8(ascii: ".") && line.endsClosed && !line.hasBullet)
  }

  @Test(arguments: [
    ("2023-09-18T05:30:00+09:00", "2023-09-18T05:30:00+09:00"), ("Sept. 18, 2023 - 05:30", "2023-09-18T05:30:00"),
    ("18 September 2023", "2023-09-18"), ("Friday, July 21, 2017", "2017-07-21"),
    ("20230918T0530Z", "2023-09-18T05:30:00Z"),
    ("Updated 3:45 PM ET, Mon March 3, 2014", "2014-03-03T15:45:00"), ("the 3rd of May, 2021", "2021-05-03"),
    ("Harbour newsMAY 22, 2022Updated: JUNE 2, 2023", "2022-05-22"),
    ("18.09.2023", "2023-09-18"), ("9/18/2023", "2023-09-18"),
    ("Mon, 04 Mar 2024 10:00:00 GMT", "2024-03-04T10:00:00Z"),
    ("2024-03-04 7:05 a.m. EST", "2024-03-04T07:05:00-05:00"),
  ])
  func dates(text: String, expected: String) { #expect(DateReader.read(text)?.iso == expected) }

  @Test(arguments: ["2023-13-01", "February 30, 2023", "31/31/2023", "1234567890", "May the fourth", ""])
  func noDates(text: String) { #expect(DateReader.read(text) == nil) }

  @Test(arguments: [
    "Published : Sept. 18, 2023 - 05:30", "Friday, July 21, 2017", "Updated 3 hours ago", "2023-09-18 10:22",
    "14 August 1947",
  ])
  func dateLines(text: String) { #expect(DateLine.isDateLine(line(text))) }

  @Test(arguments: ["The bridge opened on July 21, 2017.", "Monday", "In 2017 nobody came", "Route 66"])
  func noDateLines(text: String) { #expect(!DateLine.isDateLine(line(text))) }

  @Test(arguments: [
    ("Posted on 3 May 2024 in Harbour news", "2024-05-03"), ("Published: Friday, May 3rd, 2024", "2024-05-03"),
    ("Post time: 05-03-2024", "2024-05-03"), ("Published 05:30 GMT, 3 May 2024", "2024-05-03T05:30:00Z"),
    ("Posted by Ada Lindqvist on May 3, 2024", nil), ("Published studies of May 3, 2024", nil),
    ("Posted 3 hours ago", nil), ("Updated May 3, 2024", nil),
  ])
  func postings(text: String, expected: String?) { #expect(DateLine.posting(line(text))?.iso == expected) }

  @Test(arguments: [
    ("Updated May 3, 2024", true), ("Last modified: 3 May 2024, 10:15", true), ("May 3, 2024", false),
    ("May 3, 2024. Updated: May 9, 2024", false), ("Published May 3, 2024, updated May 9, 2024", false),
  ])
  func changes(text: String, isChange: Bool) { #expect(DateLine.isModification(line(text)) == isChange) }

  @Test(arguments: [
    "By Ada Lindqvist", "BY ADA LINDQVIST AND TOM REYES", "By Ada Lindqvist, Staff Writer", "Written by Ada Lindqvist",
    "Words by Tom Reyes for the Gazette",
  ])
  func bylines(text: String) { #expect(Byline.isByline(line(text))) }

  @Test(arguments: [
    "By Monday, the water had gone.", "By then it was late", "By 2030", "By all accounts the night was cold and long",
    "Bystanders cheered",
  ])
  func noBylines(text: String) { #expect(!Byline.isByline(line(text))) }

  @Test(arguments: [
    ("By Ada Lindqvist and Tom Reyes", ["Ada Lindqvist", "Tom Reyes"]), ("BY ADA LINDQVIST", ["Ada Lindqvist"]),
    ("Ada Lindqvist, Senior Editor", ["Ada Lindqvist"]), ("Staff", []), ("Gazette Staff", []),
    ("By Tom Reyes in Karasuk", ["Tom Reyes"]), ("Ada Lindqvist | Tom Reyes", ["Ada Lindqvist", "Tom Reyes"]),
  ])
  func authors(text: String, expected: [String]) { #expect(Byline.authors(in: text) == expected) }

  @Test(arguments: [
    "The bridge at Karasuk in spring. Photo: Agency", "Photo by Ada Lindqvist", "(Photo: Agency)",
    "Tom Reyes on the ferry, in March. (Ada Lindqvist/Getty Images)", "FILE PHOTO: The ferry leaves the harbour.",
    "Image credit: Ada Lindqvist",
  ])
  func captions(text: String) { #expect(Caption.isCaption(line(text))) }

  @Test(arguments: [
    "He gave credit: she had won.", "The photo shows a bridge.",
    "She sold the image rights to the town, the mayor said.",
  ])
  func noCaptions(text: String) { #expect(!Caption.isCaption(line(text))) }

  @Test(arguments: [
    "Link copied", "• Link copied", "Source link", "Leave a Reply", "Related Articles", "Back to top buttonThe Gazette",
    "© 2024 Karasuk Gazette", "Read more: Mayor opens talks", "Advertisement", "Sign up for our newsletter",
    "Follow Tom Reyes on Twitter", "Share this:", "SHARE", "Your email address will not be published.",
  ])
  func furniture(text: String) { #expect(Furniture.of(line(text)) != nil) }

  @Test(arguments: [
    "Shares fell by a fifth on Monday.", "Home is where the ferry lands, he said.",
    "Comments like these, she said, do harm.",
    "Searchers found the boat.", "Advertisements for the ferry hang all over town, though it no longer runs.",
  ])
  func noFurniture(text: String) { #expect(Furniture.of(line(text)) == nil) }

  @Test(arguments: [
    ("[Editorial] A bridge", Metadata.Genre.editorial), ("Opinion | A bridge", .opinion), ("OP-ED: A bridge", .opinion),
    ("LETTERS.", .letter), ("Interview", .interview),
  ])
  func genreLabels(text: String, genre: Metadata.Genre) { #expect(GenreReader.label(text) == genre) }

  @Test func genresOfAddresses() {
    #expect(GenreReader.url("https://gazette.example/opinion/2024/a-bridge") == .opinion)
    #expect(GenreReader.url("https://gazette.example/news/opinion-poll-shows") == nil)
    #expect(GenreReader.label("Live music returns to the harbour") == nil)
    #expect(GenreReader.label("Opinion polls close") == nil)
  }
}
