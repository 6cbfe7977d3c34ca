import Documents
import Testing

@testable import Lexicons

@Suite struct DelimitedTableTests {
  @Test func readsListsAndQuotedFields() throws {
    let csv = "\u{FEFF}name,type,aliases\r\n\"Quay Council, North\",organization,QC; the Quay \r\n"
    let file = try LexiconFile.read(path: "mine.csv", bytes: Array(csv.utf8), kind: "actors")
    #expect(file.entries.count == 1)
    #expect(file.entries[0].string("name") == "Quay Council, North")
    #expect(file.entries[0].list("aliases").count == 2)
    #expect(file.entries[0].line == 2)
  }

  @Test func saysWhichLineIsBroken() {
    #expect {
      try LexiconFile.read(path: "mine.csv", bytes: Array("name,type\nA,country\nB,country,x\n".utf8), kind: "actors")
    } throws: { "\($0)".hasPrefix("mine.csv:3:1: error: 3 fields") }
    #expect {
      var settings = LexiconSettings()
      settings.format = .table
      _ = try LexiconFile.read(path: "mine.csv", bytes: Array("a,b\n".utf8), kind: "actors", settings: settings)
    } throws: { "\($0)".contains("`name`") }
  }
}
