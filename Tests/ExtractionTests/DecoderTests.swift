import Testing

@testable import Extraction

struct DecoderTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: Decoder.decode(bytes).bytes, as: UTF8.self) }

  @Test func utf8MarkIsTakenOff() {
    #expect(text([0xEF, 0xBB, 0xBF] + Array("Zoë".utf8)) == "Zoë")
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE] as [UInt8], "A😀"),
    ([0xFE, 0xFF, 0x00, 0x41, 0x20, 0x1C], "A“"),
    ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "A"),
    ([0, 0, 0xFE, 0xFF, 0, 0, 0x20, 0x1C], "“"),
  ])
  func wideTextWithAMark(bytes: [UInt8], expected: String) { #expect(text(bytes) == expected) }

  @Test func utf16WithoutAMark() {
    let bytes = Array("The harbour is closed today.".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(text(bytes) == "The harbour is closed today.")
  }

  @Test func validUTF8BeatsAWrongLabel() {
    let decoded = Decoder.decode(Array("<meta charset=iso-8859-1><p>“Zoë”".utf8))
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("“Zoë”"))
    #expect(decoded.warnings.map(\.code) == ["wrong-encoding-label"])
  }

  @Test func windows1252UnderAUTF8Label() {
    let decoded = Decoder.decode(Array("<meta charset=utf-8><p>".utf8) + [0x93, 0x4E, 0x6F, 0x94, 0x2C, 0x97])
    #expect(String(decoding: decoded.bytes, as: UTF8.self).hasSuffix("“No”,—"))
    #expect(decoded.warnings.map(\.code) == ["wrong-encoding-label"])
  }

  @Test(arguments: [
    ("windows-1251", [0xCC, 0xE8, 0xF0] as [UInt8], "Мир"), ("koi8-r", [0xED, 0xC9, 0xD2], "Мир"),
    ("latin2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"), ("iso-8859-15", [0xA4], "€"), ("ISO-8859-1", [0x80], "€"),
    ("cp1254", [0xFE], "ş"), ("us-ascii", [0xE9], "é"), ("nonsense", [0xE9], "é"), ("shift_jis", [0x93, 0xFA], "日"),
    ("gbk", [0xD6, 0xD0], "中"),
  ])
  func declaredLabels(label: String, bytes: [UInt8], expected: String) {
    #expect(text(Array("<meta charset=\"\(label)\">".utf8) + bytes).hasSuffix(expected))
  }

  @Test func labelsOfXMLAndHTTPEquivalents() {
    #expect(DeclaredEncoding.label(in: Array("<?xml version='1.0' encoding='ISO-8859-2'?>".utf8)) == "ISO-8859-2")
    let meta = "<META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=koi8-r\">"
    #expect(DeclaredEncoding.label(in: Array(meta.utf8)) == "koi8-r")
    #expect(DeclaredEncoding.label(in: Array("<p>charset=latin1</p>".utf8)) == nil)
  }

  @Test func aFewBadBytesAreReplacedAndCounted() {
    let decoded = Decoder.decode(Array("“a” “b” “c”".utf8) + [0xFF] + Array(" end".utf8))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "“a” “b” “c”\u{FFFD} end")
    #expect(decoded.warnings.map(\.message) == ["1 invalid byte sequence replaced by U+FFFD"])
  }

  @Test func truncatedUTF8AtTheEnd() {
    let decoded = Decoder.decode(Array("plain text ".utf8) + [0xE2, 0x80])
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "plain text \u{FFFD}")
  }

  @Test func noBytesBeyondUnicodeGetThrough() {
    for piece in [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80]] as [[UInt8]] {
      #expect(!UTF8Repair.survey(piece).isValid)
      #expect(
        String(decoding: UTF8Repair.repaired(piece), as: UTF8.self).unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
    }
  }
}
