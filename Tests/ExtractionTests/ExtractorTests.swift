import Documents
import Extraction
import Foundation
import Testing

struct ExtractorTests {
  @Test(arguments: [
    ("", "a.html", "empty"), ("  \n\t ", "a.txt", "empty"), ("%PDF-1.7 x", "a.html", "binary"),
    ("<html><body><div class=x></div></body></html>", "a.html", "no-body"),
    ("<?xml version='1.0'?><nitf><body></body></nitf>", "a.xml", "no-body"),
    ("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a.xml", "malformed"),
  ])
  func whatCannotBeReadHasACode(text: String, name: String, code: String) {
    #expect(errorCode(Array(text.utf8), name) == code)
  }

  @Test func binaryBytesUnderAPageName() {
    #expect(errorCode([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a.html") == "binary")
    #expect(errorCode((0..<4000).map { UInt8(truncatingIfNeeded: $0 * 7 % 251) }, "a.html") == "binary")
  }

  @Test func tooLarge() {
    let extractor = Extractor(options: .init(maxBytes: 10))
    #expect(throws: DocumentError.self) { try extractor.extract(source("<p>More than ten bytes.</p>")) }
  }

  @Test(arguments: [("<div>", "a.html"), ("<a>", "a.xml")])
  func tooDeep(tag: String, name: String) throws {
    let words = "<p>The bridge is open again, the town said on Monday.</p>"
    let opening = name == "a.xml" ? "<?xml version='1.0'?><doc>" : "<!DOCTYPE html><html><body>"
    let end = tag.replacingOccurrences(of: "<", with: "</")
    let text = opening + String(repeating: tag, count: 60) + words + String(repeating: end, count: 60)
    let closed = text + (name == "a.xml" ? "</doc>" : "</body></html>")
    for (limit, code) in [(100, nil), (50, "too-deep")] {
      let extractor = Extractor(options: .init(refusedDepth: limit))
      do {
        #expect(try extractor.extract(source(closed, name)).text.string.contains("bridge is open"))
        #expect(code == nil)
      } catch {
        #expect(error.code == code)
      }
    }
  }

  @Test func metadataFromFirstToLast() throws {
    var document = source(
      "<html><head><title>Own title</title></head><body><p>The bridge is open again.</p></body></html>")
    document.fallback.title = "Name"
    document.fallback.site = "Tribune"
    #expect(try Extractor().extract(document).metadata.title == "Own title")
    #expect(try Extractor().extract(document).metadata.site == "Tribune")
  }

  @Test func theTransportsEncodingGoesFirst() throws {
    let bytes =
      Array("<html><head><meta charset=iso-8859-5></head><body><p>The caf".utf8) + [0xE9]
      + Array(" is open again, they said.".utf8)
    var document = SourceDocument(id: "a", path: "a.html", bytes: bytes)
    #expect(try !Extractor().extract(document).text.string.contains("café"))
    document.declaredEncoding = "windows-1252"
    #expect(try Extractor().extract(document).text.string.contains("café"))
    document.declaredEncoding = "no-such-label"
    #expect(try !Extractor().extract(document).text.string.contains("café"))
  }

  @Test func contentSaysTheFormatBeforeTheName() throws {
    #expect(
      try article("<!DOCTYPE html><html><body><p>The ferry was late again, said its captain.</p>", "a.txt").body
        == ["The ferry was late again, said its captain."])
    #expect(
      try article("No tags in here, only a sentence.\n", "a.html").text.string == "No tags in here, only a sentence.\n")
    #expect(
      try article("2 < 3, says the mayor of the town.", "a.txt").text.string == "2 < 3, says the mayor of the town.")
  }

  @Test func deepNestingAndManyAttributes() throws {
    let deep = String(repeating: "<div>", count: 100_000) + "<p>The bridge is open again, the town said on Monday.</p>"
    #expect(try article(deep).text.string.contains("bridge is open"))
    let wide =
      "<p " + (0..<40_000).map { "a\($0)=b" }.joined(separator: " ") + ">The bridge is open again, the town said.</p>"
    #expect(try article(wide).text.string.contains("bridge is open"))
    let open =
      String(repeating: "<textarea>", count: 20_000) + String(repeating: "<!--", count: 20_000)
      + "<p>The bridge is open again, the town said.</p>"
    #expect(try article(open).text.string.contains("bridge is open"))
  }

  @Test func blocksHoldEveryCharacter() throws {
    let pieces = [
      "<p>One.</p>", "<div>Two <b>words</b></div>", "<ul><li>Three</ul>", "<br>", "Four", "<h2>Five</h2>", "\0", "&#0;",
    ]
    for shift in pieces.indices {
      let page =
        (pieces[shift...] + pieces[..<shift]).joined() + "<p>The bridge is open again, the town said on Monday.</p>"
      #expect(try article(page).blocksHoldAll)
    }
  }

  @Test func anotherLanguageIsAWarning() throws {
    let german =
      "<html lang=de><p>Die Brücke ist seit Montag wieder offen, sagte der Bürgermeister der Stadt am Abend, "
      + "und die Fähre fährt nicht mehr, weil sie niemand braucht und sie zu teuer ist.</p>"
    let read = try article(german)
    #expect(read.metadata.language == "de")
    #expect(read.warnings.map(\.code) == ["not-english"])
  }
}
