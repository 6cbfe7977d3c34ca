import Documents
import Testing

@testable import Batch

struct WARCReaderTests {
  private func list(_ bytes: [UInt8], limit: Int = 1 << 20, pieces: Int = 700) throws -> [String] {
    listing(WARCReader(try byteReader(bytes, pieces: pieces, isStrict: true), limits: ReadLimits(maxBytes: limit)))
  }

  private func members(_ bytes: [UInt8]) throws -> [ArchiveMember] {
    let reader = WARCReader(try byteReader(bytes), limits: ReadLimits())
    var members: [ArchiveMember] = []
    while let entry = reader.next() { if case .article(let member) = entry { members.append(member) } }
    return members
  }

  private let info = WARCWriter.record(
    "i", Array("software: crawler\r\n".utf8), type: "warcinfo", uri: nil, contentType: "application/warc-fields")

  private func page(_ id: String, _ body: String) -> [UInt8] { WARCWriter.record(id, WARCWriter.page(body)) }

  @Test(arguments: [1, 37, 100_000])
  func responsesAreArticles(pieces: Int) throws {
    let request = WARCWriter.record("q", Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request")
    let records = [info, request, page("a", "<p>One."), page("b", "<p>Two.")]
    let wanted = ["- other", "- other", "urn:uuid:a: <p>One.", "urn:uuid:b: <p>Two."]
    #expect(try list(Array(records.joined()), pieces: pieces) == wanted)
    #expect(try list(records.flatMap { PackedData.gzip($0) }, pieces: pieces) == wanted)
    #expect(try list(PackedData.gzip(Array(records.joined())), pieces: pieces) == wanted)
    #expect(try list(records.flatMap { PackedData.zstandard($0) }, pieces: pieces) == wanted)
  }

  @Test func theAddressIsKnownAndNoDate() throws {
    let member = try #require(
      try members(
        WARCWriter.record(
          "a", WARCWriter.page("<p>x", header: ["content-type: Text/HTML;  Charset=\"windows-1251\""]),
          uri: "<https://news.example/1>", extra: ["WARC-Truncated: length"])
      ).first)
    #expect(member.known.url == "https://news.example/1")
    #expect(member.known.date == nil)
    #expect(member.encoding == "windows-1251")
    #expect(member.warnings.map(\.code) == ["truncated"])
  }

  @Test func onlyPagesThatWereFoundAreArticles() throws {
    let records = [
      WARCWriter.record("a", WARCWriter.page([], status: "301 Moved Permanently")),
      WARCWriter.record("b", WARCWriter.page(Array("gone".utf8), status: "404 Not Found")),
      WARCWriter.record("c", WARCWriter.page([0xFF, 0xD8], header: ["Content-Type: image/jpeg"])),
      WARCWriter.record("d", WARCWriter.page("<rss/>", header: ["Content-Type: application/rss+xml"])),
      WARCWriter.record("e", WARCWriter.page("<p>no type", header: ["Server: x"])),
      WARCWriter.record("f", Array("Plain words.".utf8), type: "conversion", contentType: "text/plain"),
      WARCWriter.record("g", Array("192.0.2.1".utf8), type: "response", contentType: "text/dns"),
      WARCWriter.record("h", [], type: "revisit"),
    ]
    #expect(
      try list(Array(records.joined())) == [
        "- other", "- other", "- other", "urn:uuid:d: <rss/>", "urn:uuid:e: <p>no type", "urn:uuid:f: Plain words.",
        "- other", "- other",
      ])
  }

  @Test func aRecordWithoutAnIDIsNamedByItsPlace() throws {
    let text = "WARC/1.1\nWARC-Type: response\nContent-Length: 30\n\nHTTP/1.0 200 OK\n\n<p>Unix line."
    #expect(try list(Array(text.utf8)) == ["byte-0: <p>Unix line."])
  }

  @Test func wrongLengthsLoseTheirRecordAlone() throws {
    for length in [3, 150, 100_000] {
      let liar = WARCWriter.record("liar", WARCWriter.page("<p>Lie."), length: length)
      let records = [page("a", "<p>One."), liar, page("b", "<p>Two."), page("c", "<p>Three.")]
      let wanted = ["urn:uuid:a: <p>One.", "urn:uuid:liar! damaged", "urn:uuid:b: <p>Two.", "urn:uuid:c: <p>Three."]
      #expect(try list(Array(records.joined()), limit: 5000) == wanted, "length \(length)")
      #expect(try list(Array(records.joined()), limit: 1_000_000) == wanted, "length \(length)")
      #expect(try list(records.flatMap { PackedData.gzip($0) }, limit: 5000) == wanted, "length \(length), packed")
    }
  }

  @Test func brokenHeadersLoseTheirRecordAlone() throws {
    var broken = page("x", "<p>Lost.")
    broken[0] = UInt8(ascii: "V")
    var silent = page("y", "<p>Lost.")
    silent.replaceSubrange(0..<silent.count, with: Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n".utf8))
    for damaged in [broken, silent] {
      let lines = try list(page("a", "<p>One.") + damaged + page("b", "<p>Two."))
      #expect(lines.count == 3)
      #expect(lines.first == "urn:uuid:a: <p>One." && lines.last == "urn:uuid:b: <p>Two.")
      #expect(lines[1].hasSuffix("! damaged"))
    }
  }

  @Test func aDamagedMemberLosesItsRecordAlone() throws {
    let packed = ["a", "b", "c"].map {
      PackedData.gzip(page($0, "<p>" + String(repeating: "words \($0) ", count: 200)))
    }
    for place in [0, 11, 60, packed[1].count - 6] {
      var damaged = packed[1]
      damaged[place] ^= 0x55
      let lines = try list(packed[0] + damaged + packed[2])
      #expect(lines.first?.hasPrefix("urn:uuid:a: ") ?? false)
      #expect(lines.last?.hasPrefix("urn:uuid:c: ") ?? false, "byte \(place)")
      #expect(lines.contains { $0.hasSuffix("! damaged") }, "byte \(place)")
    }
    let cut = packed[0] + packed[1].prefix(80) + packed[2]
    #expect(try list(cut).first?.hasPrefix("urn:uuid:a: ") ?? false)
    #expect(try list(cut).last?.hasPrefix("urn:uuid:c: ") ?? false)
    #expect(try list(cut).count == 3)
  }

  @Test func aCutFileKeepsWhatIsWhole() throws {
    let records = [page("a", "<p>One."), page("b", "<p>Two.")]
    #expect(try list(Array(records.joined().dropLast(8))) == ["urn:uuid:a: <p>One.", "urn:uuid:b! damaged"])
    let packed = records.flatMap { PackedData.gzip($0) }
    let lines = try list(Array(packed.dropLast(30)))
    #expect(lines.count == 2)
    #expect(lines.last?.hasSuffix("! damaged") ?? false)
  }

  @Test func largeRecordsAreSkipped() throws {
    let large = page("big", String(repeating: "x", count: 9000))
    let film = WARCWriter.record(
      "film", WARCWriter.page([UInt8](repeating: 1, count: 9000), header: ["Content-Type: video/mp4"]))
    #expect(
      try list(large + film + page("b", "<p>Two."), limit: 2000)
        == ["urn:uuid:big! too-large", "- other", "urn:uuid:b: <p>Two."])
  }

  @Test func whatIsNoArchive() throws {
    #expect(try list([]) == ["archive! empty"])
    #expect(try list(Array("Just a text.\nAnd another line.".utf8)) == ["archive! damaged"])
    #expect(try list(Array(PackedData.gzip("WARC/1.0\r\n").prefix(12))) == ["archive! damaged"])
  }

  @Test func bytesAtRandomDoNoHarm() throws {
    let whole = info + page("a", "<p>One.") + page("b", "<p>Two.")
    let packed = PackedData.gzip(info) + PackedData.gzip(page("a", "<p>One.")) + PackedData.gzip(page("b", "<p>Two."))
    var state: UInt64 = 3
    for round in 0..<600 {
      var bytes = round % 2 == 0 ? whole : packed
      for _ in 0..<2 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      #expect(try list(bytes, limit: 5000).count <= 8)
    }
  }
}
