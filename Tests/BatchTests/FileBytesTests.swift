import Documents
import Foundation
import Testing

@testable import Batch

struct FileBytesTests {
  /// `printf 'Hello, gzip.\n' | gzip -n`, with a check sum of zeros.
  private static let wrongSum: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0x48, 0xAF,
    0xCA, 0x2C, 0xD0, 0xE3, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x0D, 0x00, 0x00, 0x00,
  ]

  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ name: String, limit: Int = 1 << 20) throws(DocumentError) -> [UInt8] {
    try FileBytes.read(scratch.path + "/" + name, limits: ReadLimits(maxBytes: limit))
  }

  private func code(_ name: String, limit: Int = 1 << 20) -> String? {
    do {
      _ = try read(name, limit: limit)
      return nil
    } catch { return error.code }
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 300_000])
  func filesOfEverySize(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write("a.txt", bytes)
    #expect(try read("a.txt") == bytes)
  }

  @Test func theLimitIsInclusive() throws {
    try scratch.write("a.txt", [UInt8](repeating: 0x61, count: 100))
    #expect(code("a.txt", limit: 100) == nil)
    #expect(code("a.txt", limit: 99) == "too-large")
  }

  @Test func aDeviceWithoutEndIsTooLarge() {
    #expect(throws: DocumentError.self) { try FileBytes.read("/dev/zero", limits: ReadLimits(maxBytes: 1000)) }
  }

  @Test func gzipIsKnownByItsBytes() throws {
    try scratch.write("a.txt.gz", try gzip("Hello, gzip.\n"))
    try scratch.write("b.txt", try gzip("Hello") + (try gzip(", members")))
    #expect(try read("a.txt.gz") == Array("Hello, gzip.\n".utf8))
    #expect(try read("b.txt") == Array("Hello, members".utf8))
  }

  @Test func zstandardIsKnownByItsBytes() throws {
    try scratch.write("a.txt.zst", PackedData.zstandard("Hello, Zstandard.\n"))
    // A skippable frame, as seekable archives end in.
    let aside: [UInt8] = [0x5E, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    try scratch.write("b.txt", PackedData.zstandard("Hello") + aside + PackedData.zstandard(", frames"))
    try scratch.write("c.zst", PackedData.zstandard(String(repeating: "a", count: 1_000_000)))
    #expect(try read("a.txt.zst") == Array("Hello, Zstandard.\n".utf8))
    #expect(try read("b.txt") == Array("Hello, frames".utf8))
    #expect(code("c.zst", limit: 1_000_000) == nil)
    #expect(code("c.zst", limit: 999_999) == "too-large")
  }

  @Test func damagedZstandard() throws {
    let packed = PackedData.zstandard(String(repeating: "Some words. ", count: 50))
    try scratch.write("short.zst", Array(packed.dropLast(4)))
    try scratch.write("wrong.zst", Array(packed.prefix(6)) + [0xFF, 0xFF] + Array(packed.dropFirst(8)))
    try scratch.write("none.zst", "no Zstandard")
    // A window of 2 GiB, declared in two bytes.
    try scratch.write("window.zst", [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA8, 0x01, 0x00, 0x00])
    for name in ["short.zst", "wrong.zst", "none.zst", "window.zst"] {
      #expect(code(name) == "damaged", "file \(name)")
    }
  }

  @Test func packedFilesHaveALimitToo() throws {
    try scratch.write("a.gz", try gzip(String(repeating: "a", count: 1_000_000)))
    #expect(code("a.gz", limit: 1_000_000) == nil)
    #expect(code("a.gz", limit: 999_999) == "too-large")
  }

  @Test func damagedGzip() throws {
    let packed = try gzip(String(repeating: "Some words. ", count: 50))
    try scratch.write("short.gz", Array(packed.dropLast(9)))
    try scratch.write("wrong.gz", Array(packed.prefix(12)) + [0xFF, 0xFF, 0xFF] + Array(packed.dropFirst(15)))
    try scratch.write("none.gz", "no gzip")
    try scratch.write("sum.gz", Self.wrongSum)
    for name in ["short.gz", "wrong.gz", "none.gz", "sum.gz"] { #expect(code(name) == "damaged", "file \(name)") }
  }

  @Test func whatCannotBeReadSaysWhy() throws {
    #expect(code("none.txt") == "unreadable")
    try scratch.write("folder/a.txt", "x")
    #expect(code("folder") == "unreadable")
    guard geteuid() != 0 else { return }
    try scratch.write("secret.txt", "x")
    #expect(chmod(scratch.path + "/secret.txt", 0) == 0)
    #expect(code("secret.txt") == "unreadable")
  }

  /// Packs by the program, so that another hand than ours made the data.
  private func gzip(_ text: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-nc"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let packed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](packed)
  }
}
