import Testing

@testable import Extraction

struct AuthorNoteTests {
  private func isNote(_ text: String, by authors: [String] = []) -> Bool {
    AuthorNote.isNote(Array(text.utf8)[...], authors: authors)
  }

  @Test(arguments: [
    "Ada Lindqvist is a columnist for the Harbour Herald.",
    "Ælfrida Quillon is a staff writer at the Quay Gazette and covers ports.",
    "Tom Reyes covers the docks. He can be reached at the desk.",
  ])
  func notes(text: String) { #expect(isNote(text)) }

  @Test(arguments: [
    "Ada Lindqvist is a carpenter who lives above the harbour.", "the columnist is a staff writer for the Herald",
    "Ada Lindqvist columnist", "",
  ])
  func noNotes(text: String) { #expect(!isNote(text)) }

  @Test func whoIsTheAuthorNeedsNoRole() {
    #expect(isNote("Ada Lindqvist is at work on a history of dredging.", by: ["Ada Lindqvist"]))
    #expect(isNote("ada lindqvist is at work on a history of dredging.", by: ["Ada Lindqvist"]))
    #expect(!isNote("Tom Reyes is at work on a history of dredging.", by: ["Ada Lindqvist"]))
  }
}
