import Documents
import Testing

@testable import Batch

struct ZipReaderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func list(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [String] {
    try scratch.write("a.zip", bytes)
    return listing(try ZipReader(OpenFile(scratch.path + "/a.zip"), limits: ReadLimits(maxBytes: limit)))
  }

  private func sample() -> ZipWriter {
    var zip = ZipWriter()
    zip.add("news/", "", .init(method: 0))
    zip.add("news/a.txt", "Deflated.")
    zip.add("news/b.html", "Stored.", .init(method: 0))
    zip.add("news\\é.md", "Zstandard.", .init(method: 93))
    return zip
  }

  private let wanted = ["news/a.txt: Deflated.", "news/b.html: Stored.", "news/é.md: Zstandard."]

  @Test func membersComeInOrder() throws { #expect(try list(sample().bytes) == wanted) }

  @Test func whatStandsAroundTheArchiveIsNoMatter() throws {
    #expect(try list(Array("#!/bin/sh\n".utf8) + sample().bytes) == wanted)
    #expect(try list(sample().bytes + [UInt8](repeating: 10, count: 300)) == wanted)
  }

  @Test func zip64() throws {
    var zip = ZipWriter()
    zip.add("a.txt", "Large, it says.", .init(isLarge: true))
    #expect(try list(zip.bytes) == ["a.txt: Large, it says."])
  }

  @Test func whatIsNoArticleIsPassedOver() throws {
    var zip = ZipWriter()
    zip.add("a.png", "p")
    zip.add("__MACOSX/._a.txt", "m")
    zip.add("link.txt", "target", .init(method: 0, mode: 0o120777))
    zip.add("inner.zip", "z")
    zip.add("../../up.txt", "only a name")
    #expect(
      try list(zip.bytes)
        == ["- unknown", "- hidden", "- special", "- nested inner.zip", "../../up.txt: only a name"])
  }

  @Test func membersThatCannotBeReadAreErrorsOfTheirOwn() throws {
    var zip = ZipWriter()
    zip.add("locked.txt", "secret", .init(flags: 0x801))
    zip.add("odd.txt", "x", .init(method: 14))
    zip.add("bomb.txt", [UInt8](repeating: 0x30, count: 100_000), .init())
    zip.add("liar.txt", [UInt8](repeating: 0x30, count: 9000), .init(size: 10))
    zip.add("good.txt", "Fine.")
    #expect(
      try list(zip.bytes, limit: 10_000)
        == [
          "locked.txt! encrypted", "odd.txt! unsupported", "bomb.txt! too-large", "liar.txt! damaged",
          "good.txt: Fine.",
        ])
  }

  @Test func aDamagedMemberLosesItselfAlone() throws {
    var bytes = sample().bytes
    let stored = try #require(bytes.firstRange(of: Array("Stored.".utf8))?.lowerBound)
    bytes[stored] ^= 1
    #expect(try list(bytes) == [wanted[0], "news/b.html! damaged", wanted[2]])
  }

  @Test func overlappingMembersEndTheArchive() throws {
    var zip = ZipWriter()
    zip.add("a.txt", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }, .init(method: 0))
    let size = zip.listSize
    for _ in 0..<3 { zip.repeatLast(from: zip.listSize - size) }
    let lines = try list(zip.bytes)
    #expect(lines.count == 2)
    #expect(lines.last == "archive! damaged")
  }

  @Test func whatIsNoArchive() throws {
    #expect(try list([]) == ["archive! empty"])
    #expect(try list(Array("Just a text.".utf8)) == ["archive! damaged"])
    #expect(try list(Array(sample().bytes.dropLast(30))) == ["archive! damaged"])
  }

  @Test func placesBeyondTheFileAreErrors() throws {
    var bytes = sample().bytes
    // The size of the list.
    bytes.replaceSubrange((bytes.count - 10)..<(bytes.count - 6), with: [0xF0, 0xFF, 0xFF, 0x7F])
    #expect(try list(bytes) == ["archive! damaged"])
  }

  @Test func bytesAtRandomDoNoHarm() throws {
    let whole = sample().bytes
    var state: UInt64 = 11
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      #expect(try list(bytes, limit: 5000).count <= 5)
    }
  }
}
