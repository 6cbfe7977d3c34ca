import Foundation
import Testing

@testable import Outputs

struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Every byte of ASCII, what line readers break at, and characters of two, three and four bytes.
  private static let strings: [String] =
    (0..<0x80).map { "a\(Character(Unicode.Scalar(UInt8($0))))b" } + [
      "", "\u{85}", "\u{2028}x\u{2029}", "\u{2027}\u{202A}", "é\u{80}\u{BF}", "“curly”", "😀🏳️‍🌈", "\u{FFFF}\u{10FFFF}",
      "\\\"/\u{7F}", String(repeating: "ab\n", count: 1000),
    ]

  @Test func everyStringComesBack() throws {
    for string in Self.strings {
      for bytes in [written { $0.value(string) }, written { $0.value(utf8: Array(string.utf8)) }] {
        let parsed = try JSONSerialization.jsonObject(with: Data("[\(bytes)]".utf8)) as? [String]
        let scalars = parsed?.first.map { Array($0.unicodeScalars) }
        #expect(scalars == Array(string.unicodeScalars))
      }
    }
  }

  @Test func aValueIsOneLineForEveryReader() {
    let bytes = written { $0.value("a\r\n\u{0B}\u{0C}\u{1C}\u{1E}\u{85}\u{2028}\u{2029}b") }
    #expect(bytes == #""a\r\n\u000b\f\u001c\u001e\u0085\u2028\u2029b""#)
  }

  @Test(arguments: [
    (0.0, "0.0000"), (-0.0, "0.0000"), (-0.00004, "0.0000"), (0.00005, "0.0001"), (1.0, "1.0000"),
    (-0.62, "-0.6200"), (0.1 + 0.2, "0.3000"), (12_345_678.9, "12345678.9000"), (.infinity, "null"), (.nan, "null"),
    (1e300, "null"),
  ])
  func numbersHaveFourDecimals(number: Double, expected: String) {
    #expect(written { $0.value(number) } == expected)
  }

  @Test(arguments: [0, 7, -1, 10, 1_234_567_890, Int.max, Int.min])
  func wholeNumbers(number: Int) {
    #expect(written { $0.value(number) } == String(number))
  }

  @Test func prettyOutputParsesToTheSame() throws {
    func write(_ json: inout JSONWriter) {
      json.beginObject()
      json.key("a")
      json.beginArray()
      json.value(1)
      json.value("x")
      json.beginObject()
      json.endObject()
      json.endArray()
      json.key("b")
      json.beginArray()
      json.endArray()
      json.endObject()
    }
    var plain = JSONWriter()
    write(&plain)
    var pretty = JSONWriter(pretty: true)
    write(&pretty)
    #expect(String(decoding: plain.bytes, as: UTF8.self) == #"{"a":[1,"x",{}],"b":[]}"#)
    #expect(
      String(decoding: pretty.bytes, as: UTF8.self)
        == "{\n  \"a\": [\n    1,\n    \"x\",\n    {}\n  ],\n  \"b\": []\n}")
  }
}
