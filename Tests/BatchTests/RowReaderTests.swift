import Documents
import Testing

@testable import Batch

struct RowReaderTests {
  private func list(
    _ bytes: [UInt8], _ kind: RowKind, partSize: Int, limit: Int = 1 << 20, pieces: Int = 5
  ) throws -> [String] {
    listing(
      RowReader(
        try byteReader(bytes, pieces: pieces), kind: kind, limits: ReadLimits(maxBytes: limit), partSize: partSize))
  }

  private func list(
    _ text: String, _ kind: RowKind, partSize: Int, limit: Int = 1 << 20, pieces: Int = 5
  ) throws -> [String] {
    try list(Array(text.utf8), kind, partSize: partSize, limit: limit, pieces: pieces)
  }

  @Test(arguments: [1, 2, 7, 1000])
  func linesStayWhole(pieces: Int) throws {
    let text = "{1}\n{22}\n\n{333}\n{4}"
    #expect(try list(text, .jsonLines, partSize: 1000, pieces: pieces) == ["0+ " + text])
    #expect(try list(text, .jsonLines, partSize: 5, pieces: pieces) == ["0+ {1}\n{22}\n", "2+ \n{333}\n", "4+ {4}"])
    #expect(try list(text + "\n", .jsonLines, partSize: 3, pieces: pieces).last == "4+ {4}\n")
  }

  @Test(arguments: [1, 2, 7, 1000])
  func partsOfTablesHaveTheHeader(pieces: Int) throws {
    let text = "id,text\n1,\"a\nb\"\"\n\"\r\n2,c\"\n3,\"\"\n"
    let wanted = ["0+ id,text\n1,\"a\nb\"\"\n\"\r\n", "3+ id,text\n2,c\"\n", "4+ id,text\n3,\"\"\n"]
    #expect(try list(text, .table, partSize: 3, pieces: pieces) == wanted)
    #expect(try list(PackedData.gzip(text), .table, partSize: 3, pieces: pieces) == wanted)
  }

  /// The numbers of lines are those that the whole file would have given.
  @Test func linesOfPartsAddUp() throws {
    let text = "a;\"b\nc\"\r\n1;\"x\ny\"\r\r\n2;z\n\"3\";\"\"\"\n\"\n4;"
    let whole = CSVRecords.read(Array(text.utf8)[...], separator: UInt8(ascii: ";"))
    for partSize in 1...20 {
      var lines: [Int] = []
      let reader = RowReader(
        try byteReader(Array(text.utf8), pieces: 3), kind: .table, limits: ReadLimits(), partSize: partSize)
      while let entry = reader.next() {
        guard case .rows(let bytes, let offset) = entry else { continue }
        lines += CSVRecords.read(bytes[...], separator: UInt8(ascii: ";")).dropFirst().map { $0.line + offset }
      }
      #expect(lines == whole.dropFirst().map(\.line), "parts of \(partSize)")
    }
  }

  @Test func aRowTooLargeIsLostAlone() throws {
    let text = "{1}\n" + String(repeating: "x", count: 300) + "\n{3}\n"
    #expect(try list(text, .jsonLines, partSize: 3, limit: 50) == ["0+ {1}\n", "2! too-large", "2+ {3}\n"])
    #expect(
      try list("id,text\n" + text, .table, partSize: 3, limit: 50)
        == ["0+ id,text\n{1}\n", "3! too-large", "2+ id,text\n{3}\n"])
  }

  @Test func whatIsCutShortKeepsItsWholeRows() throws {
    let lines = (0..<3000).map { "{\"text\": \"Number \($0 &* 7919 % 10007)\"}\n" }.joined()
    let parts = try list(Array(PackedData.gzip(lines).dropLast(2000)), .jsonLines, partSize: 1000)
    #expect(parts.count > 3)
    #expect(parts.dropLast().allSatisfy { $0.hasSuffix("\n") })
    #expect(parts.last?.hasSuffix("! damaged") ?? false)
  }

  @Test func withoutRows() throws {
    #expect(try list("", .jsonLines, partSize: 10) == ["0+ "])
    #expect(try list("id,text", .table, partSize: 10) == ["0+ id,text"])
    #expect(try list("id,text\n", .table, partSize: 10) == ["0+ id,text\n"])
  }
}
