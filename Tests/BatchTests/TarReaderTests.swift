import Documents
import Testing

@testable import Batch

struct TarReaderTests {
  private func list(_ bytes: [UInt8], limit: Int = 1 << 20, pieces: Int = 700) throws -> [String] {
    listing(TarReader(try byteReader(bytes, pieces: pieces), limits: ReadLimits(maxBytes: limit)))
  }

  private func sample() -> TarWriter {
    var tar = TarWriter()
    tar.add("news/", [], type: "5")
    tar.add("./news/a.txt", "One.")
    tar.add("news/b.html", String(repeating: "x", count: 512))
    tar.add("news/c.txt", "")
    return tar
  }

  @Test(arguments: [1, 511, 513, 100_000])
  func membersComeInOrder(pieces: Int) throws {
    var tar = sample()
    tar.end()
    let wanted = ["news/a.txt: One.", "news/b.html: " + String(repeating: "x", count: 512), "news/c.txt: "]
    #expect(try list(tar.bytes, pieces: pieces) == wanted)
    #expect(try list(PackedData.gzip(tar.bytes), pieces: pieces) == wanted)
    #expect(try list(PackedData.zstandard(tar.bytes), pieces: pieces) == wanted)
  }

  @Test func anArchiveMayLackItsEnd() throws {
    #expect(try list(sample().bytes).count == 3)
  }

  @Test func longNamesOfAllKinds() throws {
    let long = String(repeating: "folder/", count: 30) + "é.txt"
    var tar = TarWriter()
    tar.addFields([("mtime", "1.5"), ("path", long), ("comment", "a = b")])
    tar.add("short.txt", "pax")
    tar.add("././@LongLink", Array((long + "\u{0}").utf8), type: "L", magic: "ustar  \u{0}")
    tar.add("short.txt", Array("gnu".utf8), magic: "ustar  \u{0}")
    tar.add("end.txt", Array("ustar".utf8), prefix: "a/b")
    tar.add("plain.txt", Array("v7".utf8), type: "\u{0}", magic: "")
    #expect(try list(tar.bytes) == ["\(long): pax", "\(long): gnu", "a/b/end.txt: ustar", "plain.txt: v7"])
  }

  @Test func paxSizesGoBeforeTheHeaders() throws {
    var tar = TarWriter()
    tar.addFields([("size", "5")])
    tar.add("a.txt", Array("12345".utf8), size: 0)
    tar.add("b.txt", "next")
    #expect(try list(tar.bytes) == ["a.txt: 12345", "b.txt: next"])
  }

  @Test func whatIsNoArticleIsPassedOver() throws {
    var tar = TarWriter()
    tar.add("pic.png", "p")
    tar.add(".hidden/a.txt", "h")
    tar.add("link.txt", [], type: "2", size: 40)
    tar.add("fifo", [], type: "6")
    tar.add("inner.tar.gz", "t")
    tar.add("/etc/../../a.txt", "absolute")
    #expect(
      try list(tar.bytes)
        == ["- unknown", "- hidden", "- special", "- special", "- nested inner.tar.gz", "etc/../../a.txt: absolute"])
  }

  @Test func packedMembersAreUnpacked() throws {
    var tar = TarWriter()
    tar.add("a.txt.gz", PackedData.gzip("gz"))
    tar.add("b.html.zst", PackedData.zstandard("zst"))
    tar.add("c.txt.gz", "no gzip")
    tar.add("d.txt.gz", PackedData.gzip(String(repeating: "0", count: 5000)))
    #expect(
      try list(tar.bytes, limit: 4000)
        == ["a.txt.gz: gz", "b.html.zst: zst", "c.txt.gz! damaged", "d.txt.gz! too-large"])
  }

  @Test func aDamagedHeaderLosesItsMemberAlone() throws {
    var bytes = sample().bytes
    // The name of b.html: its check sum is wrong now. Its content stands where a header should.
    bytes[512 + 1024 + 3] ^= 0xFF
    #expect(try list(bytes) == ["news/a.txt: One.", "byte-1536! damaged", "news/c.txt: "])
  }

  @Test func largeMembersAreSkipped() throws {
    #expect(try list(sample().bytes, limit: 511) == ["news/a.txt: One.", "news/b.html! too-large", "news/c.txt: "])
  }

  @Test func aSizeBeyondTheEndIsDamage() throws {
    for size in [1000, 0o7777_7777_777] {
      var tar = sample()
      tar.add("liar.txt", Array("short".utf8), size: size)
      #expect(try list(tar.bytes).last == "liar.txt! damaged")
      #expect(try list(tar.bytes).count == 4)
    }
  }

  @Test func archivesBehindOneAnotherAreReadAndGarbageIsNot() throws {
    var tar = sample()
    tar.end()
    #expect(try list(tar.bytes + tar.bytes).count == 6)
    #expect(try list(tar.bytes + [UInt8](repeating: 0x41, count: 3000)).count == 3)
  }

  @Test func whatIsNoArchive() throws {
    #expect(try list([]) == ["archive! empty"])
    #expect(try list(Array("Just a text.".utf8)) == ["archive! damaged"])
    #expect(try list([UInt8](repeating: 0x78, count: 5000)) == ["archive! damaged"])
  }

  @Test func aCutArchiveKeepsWhatIsWhole() throws {
    let whole = sample().bytes
    let packed = PackedData.gzip(whole)
    #expect(try list(Array(whole.prefix(2100))) == ["news/a.txt: One.", "news/b.html! damaged"])
    #expect(try list(Array(whole.prefix(1700))) == ["news/a.txt: One.", "byte-1536! damaged"])
    #expect(try list(Array(packed.dropLast(12))).last?.hasSuffix("! damaged") ?? false)
  }

  /// Nothing may crash or hang, and nothing may come out twice.
  @Test func bytesAtRandomDoNoHarm() throws {
    var tar = sample()
    tar.end()
    var state: UInt64 = 7
    for _ in 0..<400 {
      var bytes = tar.bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      #expect(try list(bytes, limit: 5000).count <= 8)
      _ = try list(Array(bytes.prefix(Int(state >> 40) % bytes.count)), limit: 5000)
    }
  }
}
