import Documents
import Foundation
import Outputs
import Testing

@testable import Batch

/// One line in, one line out.
struct FilterTests {
  private func filter(
    _ input: [UInt8], jobs: Int = 2, limit: Int = 1 << 20,
    process: @escaping @Sendable (SourceDocument) throws -> any Document = TestPipeline.process
  ) throws -> (lines: [String], summary: FilterSummary) {
    let scratch = try Scratch()
    try scratch.write("in", input)
    try scratch.write("out", "")
    let source = try SystemCalls.openForReading(scratch.path + "/in")
    let sink = try SystemCalls.openForWriting(scratch.path + "/out")
    let summary = try Batch.filter(
      FilterRequest(input: source, output: sink, jobs: jobs, limits: ReadLimits(maxBytes: limit)), process: process)
    try SystemCalls.close(source)
    try SystemCalls.close(sink)
    let output = String(decoding: try scratch.read("out"), as: UTF8.self)
    #expect(output.isEmpty || output.hasSuffix("\n"))
    return (output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init), summary)
  }

  private func filter(_ input: String) throws -> [String] { try filter(Array(input.utf8)).lines }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func emptyInEmptyOut() throws {
    let (lines, summary) = try filter([])
    #expect(lines.isEmpty)
    #expect(summary == FilterSummary(records: 0, failed: 0))
  }

  @Test func aRecordBecomesItsDocument() throws {
    let lines = try filter(
      #"{"text": "Caf\u00e9 \ud83d\ude00 \"x\"\n", "id": "n/1", "authors": ["Bo Fenn"], "date": "2024-01-02"}"#)
    #expect(
      lines == [
        #"{"id":"n/1","path":"n/1","title":null,"authors":["Bo Fenn"],"date":"2024-01-02","site":null,"url":null,"#
          + #""language":null,"genre":null,"text":"Café 😀 \"x\"\n","#
          + #""blocks":[{"start":0,"end":11,"kind":"paragraph"}],"#
          + #""sentences":[],"statements":[],"stances":[],"warnings":[]}"#
      ])
  }

  @Test func unknownKeysComeBackAsTheyWere() throws {
    let lines = try filter(
      #"{"id":7,"zeta":1.50,"html":"x","alpha":{"b":[1e3, null],"a":"\u00e9"},"stances":[9],"section":"World"}"#)
    let line = try #require(lines.first)
    #expect(line.hasPrefix(#"{"id":7,"path":"7","#))
    #expect(
      line.hasSuffix(
        #""stances":[],"warnings":[],"zeta":1.50,"alpha":{"b":[1e3, null],"a":"\u00e9"},"section":"World"}"#))
  }

  @Test func badRecordsAreAnsweredInTheirPlace() throws {
    let input = [
      #"{"id":"a","text":"One"}"#, #"{"id":"b","#, "", #"[1]"#, #"{"id":"c","n":1}"#, #"{"id":"d","text":5,"k":"v"}"#,
      #"{"id":"e","text":""}"#, #"{"id":["x"],"text":"t"}"#, #"{"id":"f","text":"Two"}"#,
    ]
    let (lines, summary) = try filter(Array(input.joined(separator: "\n").utf8))
    #expect(lines.count == input.count)
    #expect(summary == FilterSummary(records: 9, failed: 7))
    let answers = try lines.map(object)
    let codes = answers.map { ($0["error"] as? [String: String])?["code"] }
    #expect(
      codes == [
        nil, "bad-json", "bad-json", "bad-json", "bad-record", "bad-record", "empty", "bad-record", nil,
      ])
    #expect(answers[1]["id"] is NSNull)
    #expect(answers[5]["id"] as? String == "d")
    #expect(answers[5]["k"] as? String == "v")
  }

  @Test func aLineTooLongIsOneAnswer() throws {
    let long = #"{"id":"long","text":""# + String(repeating: "x", count: 300_000) + "\"}"
    let (lines, _) = try filter(
      Array("{\"id\":1,\"text\":\"a\"}\n\(long)\n{\"id\":2,\"text\":\"b\"}\n\(long)".utf8), limit: 1000)
    let answers = try lines.map(object)
    #expect(answers.map { ($0["error"] as? [String: String])?["code"] } == [nil, "too-large", nil, "too-large"])
  }

  @Test func orderIsThatOfTheInputAtAnyNumberOfJobs() throws {
    let input = (0..<400).map { #"{"id":\#($0),"text":"Text \#($0)."}"# }.joined(separator: "\n")
    let outputs = try [1, 2, 5].map { jobs in
      try filter(Array(input.utf8), jobs: jobs) { source in
        usleep(.random(in: 0..<500))
        return try TestPipeline.process(source)
      }.lines
    }
    #expect(outputs[0].count == 400)
    #expect(outputs.allSatisfy { $0 == outputs[0] })
    #expect(try object(outputs[0][399])["id"] as? Int == 399)
  }

  @Test func invalidUTF8AndCarriageReturns() throws {
    let parts = [#"{"id":"a","text":"x"#, #"","k":""#, "\"}\r\n"].map { Array($0.utf8) }
    let input = parts[0] + [0xFF] + parts[1] + [0xFE] + parts[2]
    let answer = try object(try #require(try filter(input).lines.first))
    #expect(answer["k"] as? String == "\u{FFFD}")
  }

  @Test func withoutAnIDTheRecordsHashIsIt() throws {
    let lines = try filter("{\"text\":\"a\"}\n{\"text\":\"a\"}\n{\"id\":null,\"text\":\"b\"}")
    let ids = try lines.map { try object($0)["id"] as? String }
    #expect(ids[0] == ids[1])
    #expect(ids[0] != ids[2])
    #expect(ids[0]?.count == 16)
  }

  @Test func answersComeBeforeTheInputEnds() throws {
    let (input, output) = (Pipe(), Pipe())
    let done = DispatchSemaphore(value: 0)
    let request = FilterRequest(
      input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor, jobs: 2)
    Thread.detachNewThread {
      _ = try? Batch.filter(request, process: TestPipeline.process)
      done.signal()
    }
    for number in 0..<3 {
      try input.fileHandleForWriting.write(contentsOf: Data("{\"id\":\(number),\"text\":\"a\"}\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.hasPrefix("{\"id\":\(number),"))
    }
    try input.fileHandleForWriting.close()
    #expect(done.wait(timeout: .now() + 10) == .success)
  }

  @Test func aClosedPipeEndsItQuietly() throws {
    ignoreBrokenPipes()
    let scratch = try Scratch()
    try scratch.write("in", String(repeating: "{\"id\":1,\"text\":\"a\"}\n", count: 20_000))
    let source = try SystemCalls.openForReading(scratch.path + "/in")
    let output = Pipe()
    try output.fileHandleForReading.close()
    let request = FilterRequest(input: source, output: output.fileHandleForWriting.fileDescriptor, jobs: 2)
    let summary = try Batch.filter(request, process: TestPipeline.process)
    #expect(summary.records == 0)
    try SystemCalls.close(source)
  }
}
