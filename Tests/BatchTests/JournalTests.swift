import Foundation
import Testing

@testable import Batch

/// The journal's parts, written and read.
struct JournalTests {
  private let record = JournalRecord(
    key: .max, input: 7, tally: Tally(inputs: 1, documents: 2, failed: 3, statements: 4, stances: 5, warnings: 6),
    places: [.init(start: 0, length: 1 << 40), .init(start: 9, length: 0)], checksum: 0xDEAD_BEEF,
    pieces: [.init(item: 3, lengths: [5, 6]), .init(item: 9, lengths: [0, 1])])

  private func header() throws -> Journal.Header {
    Journal.Header(
      pipeline: 1 << 63, shard: try #require(Shard("2/5")), files: ["documents.jsonl", "é.csv"], openings: [0, 12])
  }

  @Test func whatIsWrittenIsRead() throws {
    let scratch = try Scratch()
    try scratch.write("journal", try header().encoded + record.encoded + record.encoded)
    var reader = JournalReader(descriptor: try SystemCalls.openForReading(scratch.path + "/journal"))
    #expect(try reader.header() == header())
    #expect(try reader.next() == record)
    #expect(try reader.next() == record)
    #expect(try reader.next() == nil)
    #expect(reader.position == UInt64(try scratch.read("journal").count))
  }

  @Test func aDamagedRecordEndsIt() throws {
    let scratch = try Scratch()
    let start = try header().encoded
    let whole = start + record.encoded + record.encoded
    for index in stride(from: start.count + record.encoded.count, to: whole.count, by: 3) {
      var damaged = whole
      damaged[index] ^= 0x55
      try scratch.write("journal", damaged)
      var reader = JournalReader(descriptor: try SystemCalls.openForReading(scratch.path + "/journal"))
      _ = try reader.header()
      #expect(try reader.next() == record)
      #expect(try reader.next() == nil, "byte \(index)")
    }
  }
}
