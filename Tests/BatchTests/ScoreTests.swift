import Documents
import Foundation
import Testing

@testable import Batch

/// One question in, one answer out.
struct ScoreTests {
  private func score(_ input: String, limit: Int = 1 << 20) throws -> [String] {
    let scratch = try Scratch()
    try scratch.write("in", Array(input.utf8))
    try scratch.write("out", "")
    let source = try SystemCalls.openForReading(scratch.path + "/in")
    let sink = try SystemCalls.openForWriting(scratch.path + "/out")
    let request = FilterRequest(input: source, output: sink, jobs: 2, limits: ReadLimits(maxBytes: limit))
    let summary = try Batch.score(request) { query in
      let hit = Stance.Hit(
        term: query.text.string(query.target), weight: 0.5, contribution: 0.25, role: query.holder == nil ? "a" : "b",
        distance: 2, span: query.target, isNegated: false)
      return StanceAnswer(side: .favor, score: 0.5, hits: [hit])
    }
    try SystemCalls.close(source)
    try SystemCalls.close(sink)
    let output = String(decoding: try scratch.read("out"), as: UTF8.self)
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    #expect(lines.count == summary.records)
    #expect(lines.count { $0.contains(#""error""#) } == summary.failed)
    return lines
  }

  @Test func aQuestionIsAnsweredInCodePoints() throws {
    let lines = try score(
      #"{"id": 7, "text": "Zoë 😀 met Bo Fenn.", "target": [10, 17], "holder": [0, 3], "more": null}"#)
    #expect(
      lines == [
        #"{"id":7,"stance":"favor","score":0.5000,"hits":[{"term":"Bo Fenn","weight":0.5000,"contribution":0.2500,"#
          + #""role":"b","distance":2,"start":10,"end":17,"negated":false}]}"#
      ])
  }

  @Test func severalLexiconsAnswerSideBySide() throws {
    let scratch = try Scratch()
    try scratch.write("in", Array(#"{"id": 1, "text": "Bo Fenn", "target": [0, 2]}"#.utf8))
    try scratch.write("out", "")
    let source = try SystemCalls.openForReading(scratch.path + "/in")
    let sink = try SystemCalls.openForWriting(scratch.path + "/out")
    _ = try Batch.score(FilterRequest(input: source, output: sink, jobs: 1)) { _ in
      var answer = StanceAnswer(side: .favor, score: 0.5, hits: [])
      answer.lexicons = [
        .init(lexicon: "a@1", side: .favor, score: 0.5, hits: []),
        .init(lexicon: "b", side: .neutral, score: 0, hits: []),
      ]
      return answer
    }
    try SystemCalls.close(source)
    try SystemCalls.close(sink)
    #expect(
      String(decoding: try scratch.read("out"), as: UTF8.self)
        == #"{"id":1,"stance":"favor","score":0.5000,"hits":[],"lexicons":["#
        + #"{"lexicon":"a@1","stance":"favor","score":0.5000,"hits":[]},"#
        + #"{"lexicon":"b","stance":"neutral","score":0.0000,"hits":[]}]}"# + "\n")
  }

  @Test func answersKeepTheOrderOfTheQuestions() throws {
    let questions = (0..<200).map { #"{"id": "n\#($0)", "text": "Bo", "target": [0, 2], "holder": null}"# }
    let lines = try score(questions.joined(separator: "\n") + "\n")
    #expect(lines.count == 200)
    for (number, line) in lines.enumerated() { #expect(line.hasPrefix(#"{"id":"n\#(number)","stance":"favor""#)) }
  }

  @Test(arguments: [
    (#"{"id": 1, "text": "Bo Fenn"}"#, "1", "bad-record"),
    (#"{"id": 2, "text": "Bo Fenn", "target": [0]}"#, "2", "bad-record"),
    (#"{"id": 3, "text": "Bo Fenn", "target": [3, 3]}"#, "3", "bad-record"),
    (#"{"id": 4, "text": "Bo Fenn", "target": [0, 8]}"#, "4", "bad-record"),
    (#"{"id": 5, "text": "Bo Fenn", "target": [-1, 2]}"#, "5", "bad-record"),
    (#"{"id": 6, "text": "Bo Fenn", "target": [0.5, 2]}"#, "6", "bad-record"),
    (#"{"id": 7, "text": "Bo Fenn", "target": "Bo"}"#, "7", "bad-record"),
    (#"{"id": 8, "text": "Bo Fenn", "target": [0, 2], "holder": [9, 12]}"#, "8", "bad-record"),
    (#"{"id": 9, "target": [0, 2]}"#, "9", "bad-record"),
    (#"{"id": 10, "text": 3, "target": [0, 2]}"#, "10", "bad-record"),
    ("Bo Fenn", "null", "bad-json"), ("", "null", "bad-json"), ("[1]", "null", "bad-json"),
  ]) func badLinesAreAnsweredInBand(line: String, id: String, code: String) throws {
    let lines = try score(line + "\n" + #"{"id": "next", "text": "Bo", "target": [0, 2]}"#)
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":\#(id),"error":{"code":"\#(code)","message":""#))
    #expect(lines[1].hasPrefix(#"{"id":"next","stance":"favor""#))
  }

  @Test func aLineBeyondTheLimitIsAnsweredToo() throws {
    let lines = try score(String(repeating: "x", count: 300) + "\n", limit: 100)
    #expect(lines.count == 1 && lines[0].contains(#""code":"too-large""#))
  }
}
