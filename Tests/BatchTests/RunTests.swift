import Documents
import Foundation
import Outputs
import Testing

@testable import Batch

/// The runner, end to end over files.
struct RunTests {
  @Test func everyInputIsARowSomewhere() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "One.")
    try scratch.write("in/b.txt", "")
    try scratch.write("in/c.txt", "FAIL")
    try scratch.write("in/d/e.html", "<p>Two.")
    let missing = scratch.path + "/none"
    let summary = try run(
      TestPipeline.request([scratch.path + "/in", missing], output: scratch.path + "/out"),
      process: TestPipeline.process)

    #expect(summary.exitStatus == 1)
    #expect(summary.documents == 2)
    #expect(try scratch.objects("out/documents.jsonl").map { $0["id"] as? String } == ["a", "d/e"])
    let errors = try scratch.objects("out/errors.jsonl")
    #expect(errors.map { $0["id"] as? String } == [missing, "b", "c"])
    #expect(errors.map { $0["stage"] as? String } == ["read", "clean", "process"])
    #expect(errors.map { $0["code"] as? String } == ["missing", "empty", "odd"])
    #expect(errors.last?["path"] as? String == "c.txt")
    #expect(try scratch.names("out") == ["documents.csv", "documents.jsonl", "errors.jsonl", "run.json"])
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.read("out/run.json"))) as? [String: Any])
    #expect((report["counts"] as? [String: Int])?["failed"] == 3)
    #expect((report["counts"] as? [String: Int])?["inputs"] == 5)
  }

  @Test func jobsDoNotChangeTheOutput() throws {
    let scratch = try Scratch()
    for number in 0..<300 {
      let text = number % 7 == 0 ? "" : number % 11 == 0 ? "FAIL" : "Text \(number), “quoted”."
      try scratch.write("in/\(number % 5)/\(number).txt", text)
    }
    var outputs: [[[UInt8]]] = []
    for jobs in [1, 2, 4, 7] {
      let summary = try run(
        TestPipeline.request([scratch.path + "/in"], output: scratch.path + "/out\(jobs)", jobs: jobs),
        process: { source in
          usleep(.random(in: 0..<2000))
          return try TestPipeline.process(source)
        })
      #expect(summary.inputs == 300)
      outputs.append(
        try ["documents.jsonl", "documents.csv", "errors.jsonl"].map { try scratch.read("out\(jobs)/\($0)") })
    }
    #expect(outputs.allSatisfy { $0 == outputs[0] })
    #expect(outputs[0].allSatisfy { $0.count > 1000 })
  }

  @Test func containersAreExpanded() throws {
    let scratch = try Scratch()
    try scratch.write("in/feed.xml", "a b b")
    _ = try run(
      TestPipeline.request([scratch.path + "/in"], output: scratch.path + "/out"), process: TestPipeline.process,
      expand: { source in
        source.bytes.split(separator: UInt8(ascii: " ")).map {
          SourceDocument(
            id: source.path + "#" + String(decoding: $0, as: UTF8.self), path: source.path, bytes: Array($0))
        }
      })
    let ids = try scratch.objects("out/documents.jsonl").map { $0["id"] as? String }
    #expect(ids == ["feed.xml#a", "feed.xml#b", "feed.xml#b~2"])
  }

  @Test func noInputIsFatalAndTouchesNothing() throws {
    let scratch = try Scratch()
    #expect(throws: BatchError.self) {
      try run(
        TestPipeline.request([scratch.path + "/none"], output: scratch.path + "/out"), process: TestPipeline.process)
    }
    #expect(try scratch.names().isEmpty)
  }

  @Test func anOutputThatCannotBeWrittenIsFatal() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "One.")
    try scratch.write("file", "in the way")
    let error = #expect(throws: BatchError.self) {
      try run(
        TestPipeline.request([scratch.path + "/a.txt"], output: scratch.path + "/file/out"),
        process: TestPipeline.process)
    }
    #expect(error?.message == "cannot make the output folder \(scratch.path)/file/out: Not a directory")
  }

  @Test func afterAnErrorNothingNewIsLeft() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "One.")
    try scratch.write("out/documents.csv/in the way", "x")
    #expect(throws: BatchError.self) {
      try run(
        TestPipeline.request([scratch.path + "/in"], output: scratch.path + "/out"), process: TestPipeline.process)
    }
    #expect(try scratch.names("out").filter { $0.hasSuffix(".partial") }.isEmpty)
  }

  @Test func theOldOutputStaysUntilTheEnd() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "One.")
    try scratch.write("out/documents.jsonl", "old")
    let path = scratch.path
    _ = try run(
      TestPipeline.request([path + "/in"], output: path + "/out"),
      process: { source in
        #expect(try String(contentsOfFile: path + "/out/documents.jsonl", encoding: .utf8) == "old")
        #expect(FileManager.default.fileExists(atPath: path + "/out/documents.jsonl.partial"))
        return try TestPipeline.process(source)
      })
    #expect(try scratch.objects("out/documents.jsonl").count == 1)
  }

  @Test func anEmptyFolderIsNoError() throws {
    let scratch = try Scratch()
    try scratch.write("in/picture.png", "x")
    let log = EventLog()
    let summary = try run(
      TestPipeline.request([scratch.path + "/in"], output: scratch.path + "/out"), process: TestPipeline.process,
      events: log.note)
    #expect(summary.exitStatus == 0)
    #expect(log.warnings.count == 1)
    #expect(try scratch.read("out/documents.jsonl").isEmpty)
    #expect(try scratch.read("out/documents.csv").isEmpty == false)
  }

  @Test func textsAreWrittenOnRequest() throws {
    let scratch = try Scratch()
    try scratch.write("in/a/b.txt", "One “text”.")
    var request = TestPipeline.request([scratch.path + "/in"], output: scratch.path + "/out")
    request.writesText = true
    _ = try run(request, process: TestPipeline.process)
    #expect(try scratch.read("out/text/a/b.txt") == Array("One “text”.".utf8))
  }

  @Test(arguments: [
    ("a/b", "a/b.txt"), ("../../etc/x", "__/__/etc/x.txt"), ("/a//b/", "a/b.txt"), (".", "_.txt"), ("", "_.txt"),
    ("feed.xml#a/../b", "feed.xml#a/__/b.txt"),
  ])
  func textsStayInTheirFolder(id: String, path: String) {
    #expect(TextFile.relativePath(for: id) == path)
  }

  @Test func longIDsAreCutApart() {
    let long = String(repeating: "é", count: 300)
    let names = [TextFile.relativePath(for: long + "1"), TextFile.relativePath(for: long + "2")]
    #expect(names[0] != names[1])
    #expect(names.allSatisfy { $0.utf8.count <= 255 })
  }

  @Test func namedJSONFilesHoldARecord() throws {
    let scratch = try Scratch()
    try scratch.write("a.json", #"{"id":"own","text":"Body.","title":"Head","date":"2024-01-02"}"#)
    try scratch.write("b.json", #"{"name":"no article"}"#)
    let summary = try run(
      TestPipeline.request(
        [scratch.path + "/a.json", scratch.path + "/b.json"], output: scratch.path + "/out"),
      process: TestPipeline.process)
    #expect(summary.documents == 1)
    let document = try #require(try scratch.objects("out/documents.jsonl").first)
    #expect(document["id"] as? String == "a")
    #expect(document["title"] as? String == "Head")
    #expect(try scratch.objects("out/errors.jsonl").map { $0["code"] as? String } == ["bad-record"])
  }
}
