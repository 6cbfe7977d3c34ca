import Documents
import Foundation
import Outputs
import Testing

@testable import Batch

/// A run divided into shards, and joined again.
struct MergeTests {
  private static let files = ["documents.jsonl", "documents.csv", "errors.jsonl"]

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for number in 0..<40 {
      let text = number % 9 == 4 ? "" : number % 11 == 7 ? "FAIL" : "Text \(number), “quoted”."
      try scratch.write("in/\(number % 3)/\(number).txt", text)
    }
    var tar = TarWriter()
    for number in 0..<20 { tar.add("\(number).txt", number % 8 == 5 ? "" : "Member \(number).") }
    tar.add("picture.png", "x")
    tar.end()
    try scratch.write("in/1/pack.tar", tar.bytes)
    try scratch.write("in/0/same.txt", "Same.")
    try scratch.write("in/0/same.md", "Same.")
    try scratch.write("many.jsonl", (0..<30).map { $0 % 8 == 5 ? "FAIL" : "Item \($0)." }.joined(separator: "\n"))
  }

  private var inputs: [String] { ["in", "missing-1", "many.jsonl", "missing-2"].map { scratch.path + "/" + $0 } }

  private func run(_ output: String, shard: String? = nil, _ change: (inout RunRequest) -> Void = { _ in }) throws
    -> RunSummary
  {
    var request = TestPipeline.request(inputs, output: scratch.path + "/" + output)
    request.shard = try shard.map { try #require(Shard($0)) }
    change(&request)
    return try Batch.run(
      request, process: TestPipeline.process,
      expand: { source in
        guard source.path.hasSuffix(".jsonl") else { return [source] }
        return source.bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
          SourceDocument(id: "\(source.path)#\(number)", path: source.path, bytes: Array(line))
        }
      })
  }

  private func merge(_ shards: [String], into output: String = "merged") throws -> Int {
    try Batch.merge(shards.map { scratch.path + "/" + $0 }, into: scratch.path + "/" + output)
  }

  private func ids(_ folder: String) throws -> [String] {
    try (scratch.objects("\(folder)/documents.jsonl") + scratch.objects("\(folder)/errors.jsonl")).compactMap {
      $0["id"] as? String
    }
  }

  private func message(_ body: () throws -> Void) -> String? {
    #expect(throws: BatchError.self, performing: body)?.message
  }

  @Test(arguments: [1, 2, 3, 7]) func joinedShardsAreOneRun(count: Int) throws {
    let whole = try run("whole")
    var names: [String] = []
    var seen: [String] = []
    for number in 1...count {
      names.append("part-\(number)")
      _ = try run("part-\(number)", shard: "\(number)/\(count)")
      seen += try ids("part-\(number)")
    }
    #expect(seen.sorted() == (try ids("whole")).sorted(), "each document is in one shard")
    #expect(try merge(names.reversed()) == whole.documents)
    for file in Self.files { #expect(try scratch.read("merged/\(file)") == scratch.read("whole/\(file)"), "\(file)") }
    #expect(try scratch.names("merged") == scratch.names("whole"))
    func counts(_ folder: String) throws -> [String: Int]? {
      let report = try JSONSerialization.jsonObject(with: Data(scratch.read("\(folder)/run.json"))) as? [String: Any]
      return report?["counts"] as? [String: Int]
    }
    #expect(try counts("merged") == counts("whole"))
  }

  @Test func aLargeFileIsDividedAndASmallOneIsNot() throws {
    for number in 1...2 { _ = try run("part-\(number)", shard: "\(number)/2") }
    for number in 1...2 {
      #expect(try ids("part-\(number)").contains { $0.hasPrefix("many.jsonl#") })
      #expect(try ids("part-\(number)").contains { $0.hasPrefix("1/pack.tar#") })
    }
  }

  @Test func otherInputsDoNotMoveADocument() throws {
    for number in 1...2 { _ = try run("part-\(number)", shard: "\(number)/2") }
    let before = try ids("part-1")
    try FileManager.default.removeItem(atPath: scratch.path + "/in/0/0.txt")
    try scratch.write("in/0/1000.txt", "New.")
    _ = try run("part-1", shard: "1/2")
    #expect(Set(try ids("part-1")).symmetricDifference(before).isSubset(of: ["0/0", "0/1000"]))
    #expect(message { _ = try merge(["part-1", "part-2"]) }?.contains("other inputs") == true)
    #expect(try scratch.names("merged") == [])
  }

  @Test func whatDoesNotBelongTogetherIsRefused() throws {
    for number in 1...3 { _ = try run("part-\(number)", shard: "\(number)/3") }
    _ = try run("other", shard: "3/3") { $0.pipelineFingerprint = "other" }
    _ = try run("half", shard: "2/2")
    _ = try run("whole")
    let parts = ["part-1", "part-2", "part-3"]
    #expect(message { _ = try merge(["part-1", "part-3"]) } == "of 3 shards these are missing: 2")
    #expect(message { _ = try merge(parts + ["part-2"]) }?.contains("is there twice") == true)
    #expect(message { _ = try merge(["part-1", "part-2", "other"]) }?.contains("another pipeline") == true)
    #expect(message { _ = try merge(["part-1", "half"]) }?.contains("is shard 2/2, but") == true)
    #expect(message { _ = try merge(["whole"]) }?.contains("no finished shard") == true)
    try scratch.write("part-2/documents.csv", try scratch.read("part-2/documents.csv") + [10])
    #expect(message { _ = try merge(parts) }?.contains("part-2/documents.csv is not as this shard wrote it") == true)
  }

  @Test func aShardIsGoneOnWithToo() throws {
    _ = try run("whole")
    _ = try run("part-1", shard: "1/2")
    let path = scratch.path
    _ = try run("part-2", shard: "2/2") { $0.checkpointInterval = .zero }
    let calls = Locked(0)
    var request = TestPipeline.request(inputs, output: path + "/at-work", jobs: 1)
    request.shard = Shard("2/2")
    request.checkpointInterval = .zero
    _ = try? Batch.run(
      request,
      process: { source in
        if calls.value.withLock({
          $0 += 1
          return $0
        }) == 9 {
          try FileManager.default.copyItem(atPath: path + "/at-work", toPath: path + "/killed")
        }
        return try TestPipeline.process(source)
      })
    // Another text moves rows: the index must follow them.
    for number in [0, 3] { try scratch.write("in/0/\(number).txt", "Other words.") }
    let summary = try run("killed", shard: "2/2") { $0.resumes = true }
    #expect(summary.resumed > 3)
    _ = try run("whole")
    _ = try run("part-1", shard: "1/2")
    _ = try merge(["part-1", "killed"])
    for file in Self.files { #expect(try scratch.read("merged/\(file)") == scratch.read("whole/\(file)"), "\(file)") }
  }

  @Test func textsAreJoinedToo() throws {
    for number in 1...2 { _ = try run("part-\(number)", shard: "\(number)/2") { $0.writesText = true } }
    _ = try merge(["part-1", "part-2"])
    #expect(try scratch.read("merged/text/1/1.txt") == Array("Text 1, “quoted”.".utf8))
  }
}
