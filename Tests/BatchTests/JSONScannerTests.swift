import Documents
import Foundation
import Testing

@testable import Batch

struct JSONScannerTests {
  private static let valid = [
    "{}", " { } ", #"{"a":1}"#, #"{"a":-0.5e+10,"b":[],"c":{"d":[true,false,null,{"e":""}]}}"#,
    #"{"\u0041\n":"\ud83d\ude00\\\/\"\b\f\r\t"}"#, "\u{FEFF}{\"a\":0}",
  ]
  private static let invalid = [
    "", "{", "[]", "1", "{}x", "{}{}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#, #"{"a":01}"#, #"{"a":1.}"#,
    #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":+1}"#, #"{"a":tru}"#, #"{"a":"x}"#, #"{"a":"\x"}"#, #"{"a":"\u12G4"}"#,
    "{\"a\":\"\n\"}", #"{"a":[1,]}"#, #"{"a":[1 2]}"#, #"{"a":NaN}"#, #"{'a':1}"#, #"{"a":"\"#,
  ]

  @Test(arguments: valid) func takesWhatFoundationTakes(line: String) throws {
    let members = try JSONScanner.members(of: Array(line.utf8))
    let line = line.unicodeScalars.first == "\u{FEFF}" ? String(line.unicodeScalars.dropFirst()) : line
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(Set(members.map(\.key)) == object.map { Set($0.keys) })
  }

  @Test(arguments: invalid) func refusesWhatIsNoObject(line: String) {
    let error = #expect(throws: DocumentError.self) { try JSONScanner.members(of: Array(line.utf8)) }
    #expect(error?.code == "bad-json")
  }

  @Test func cutShortAnywhereItIsRefused() {
    let line = Array(#"{"a":[{"b":"\u00e9\n"},-1.5e-3,true],"c":null}"#.utf8)
    for length in 0..<line.count {
      #expect(throws: DocumentError.self) { try JSONScanner.members(of: Array(line[..<length])) }
    }
  }

  @Test func deepNestingIsRefusedAndNoCrash() {
    let line = "{\"a\":" + String(repeating: "[", count: 1_000_000)
    #expect(throws: DocumentError.self) { try JSONScanner.members(of: Array(line.utf8)) }
  }

  @Test(arguments: [
    (#"\u00e9"#, "é"), (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"),
    (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\/\\\""#, "/\\\""), (#"a\tb"#, "a\tb"), ("é😀", "é😀"),
  ])
  func escapes(json: String, expected: String) throws {
    let line = Array("{\"k\":\"\(json)\"}".utf8)
    let member = try #require(try JSONScanner.members(of: line).first)
    #expect(JSONScanner.string(line, member.value) == expected)
  }
}
