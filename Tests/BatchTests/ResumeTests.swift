import Documents
import Foundation
import Outputs
import Synchronization
import Testing

@testable import Batch

/// Runs that were killed, and those that go on with them. What a kill leaves is a copy of the output folder, taken
/// while a run is at work.
struct ResumeTests {
  private static let files = ["documents.jsonl", "documents.csv", "errors.jsonl"]
  private static let count = 12

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for number in 0..<Self.count {
      let text = number == 4 ? "" : number == 7 ? "FAIL" : "Text \(number), “quoted”."
      try scratch.write("in/\(10 + number).txt", text)
    }
    _ = try run(request("whole"), process: TestPipeline.process)
  }

  private func request(_ output: String, resumes: Bool = false) -> RunRequest {
    var request = TestPipeline.request(
      [scratch.path + "/in", scratch.path + "/missing"], output: scratch.path + "/" + output, jobs: 1)
    request.resumes = resumes
    request.checkpointInterval = .zero
    request.pipelineFingerprint = "one"
    return request
  }

  private func contents(_ folder: String) throws -> [[UInt8]] {
    try Self.files.map { try scratch.read("\(folder)/\($0)") }
  }

  /// The output folder as a kill leaves it while the document of a number is at work.
  private func killed(at number: Int, as name: String, _ change: (inout RunRequest) -> Void = { _ in }) throws {
    let calls = Locked(0)
    let path = scratch.path
    var request = request("at-work")
    change(&request)
    _ = try run(
      request,
      process: { source in
        let call = calls.value.withLock { calls in
          calls += 1
          return calls
        }
        if call == number + 1 {
          try FileManager.default.copyItem(atPath: path + "/at-work", toPath: path + "/" + name)
        }
        return try TestPipeline.process(source)
      })
    try FileManager.default.removeItem(atPath: path + "/at-work")
  }

  /// Goes on, and says how many documents were processed.
  private func resumed(_ name: String, _ change: (inout RunRequest) -> Void = { _ in }) throws -> (
    processed: Int, summary: RunSummary
  ) {
    let calls = Locked(0)
    var request = request(name, resumes: true)
    change(&request)
    let summary = try run(
      request,
      process: { source in
        calls.value.withLock { $0 += 1 }
        return try TestPipeline.process(source)
      })
    return (calls.value.withLock { $0 }, summary)
  }

  @Test func aKillAtAnyDocumentIsMadeGood() throws {
    for number in 0..<Self.count {
      try killed(at: number, as: "cut")
      #expect(try scratch.names("cut").contains("standpoint.journal"))
      let (processed, summary) = try resumed("cut")
      #expect(try contents("cut") == contents("whole"), "killed at \(number)")
      #expect(processed == Self.count - number, "what is finished is not done again")
      #expect(summary.resumed == number + 1, "with the input that is missing")
      #expect(summary.failed == 3 && summary.documents == 10 && summary.exitStatus == 1)
      #expect(try scratch.names("cut") == scratch.names("whole"))
      try FileManager.default.removeItem(atPath: scratch.path + "/cut")
    }
  }

  @Test func aTornJournalIsCut() throws {
    try killed(at: 9, as: "nine")
    let journal = try scratch.read("nine/standpoint.journal")
    for length in stride(from: 0, to: journal.count, by: 29) {
      try FileManager.default.copyItem(atPath: scratch.path + "/nine", toPath: scratch.path + "/torn")
      try scratch.write("torn/standpoint.journal", Array(journal[..<length]))
      let (processed, _) = try resumed("torn")
      #expect(try contents("torn") == contents("whole"), "cut to \(length) bytes")
      #expect((3...Self.count).contains(processed))
      try FileManager.default.removeItem(atPath: scratch.path + "/torn")
    }
  }

  @Test func rowsThatAPowerCutTookAreMadeAgain() throws {
    try killed(at: 9, as: "nine")
    for file in Self.files {
      let rows = try scratch.read("nine/\(file).partial")
      for damage in [Array(rows[..<(rows.count / 2)]), rows.map { $0 == UInt8(ascii: "7") ? 0 : $0 }] {
        try FileManager.default.copyItem(atPath: scratch.path + "/nine", toPath: scratch.path + "/torn")
        try scratch.write("torn/\(file).partial", damage)
        _ = try resumed("torn")
        #expect(try contents("torn") == contents("whole"), "\(file)")
        try FileManager.default.removeItem(atPath: scratch.path + "/torn")
      }
    }
    try FileManager.default.removeItem(atPath: scratch.path + "/nine/documents.csv.partial")
    #expect(try resumed("nine").processed == Self.count)
    #expect(try contents("nine") == contents("whole"))
  }

  @Test func changedInputsAreDoneAgainAndOthersAreNot() throws {
    try killed(at: 9, as: "cut")
    try scratch.write("in/12.txt", "Other text.")
    try scratch.write("in/115.txt", "New text.")
    try FileManager.default.removeItem(atPath: scratch.path + "/in/15.txt")
    let (processed, summary) = try resumed("cut")
    #expect(processed == 5, "12, 115 and the three that the kill came before")
    #expect(summary.resumed == 8)
    _ = try run(request("anew"), process: TestPipeline.process)
    #expect(try contents("cut") == contents("anew"))
    #expect(try contents("cut") != contents("whole"))
    #expect(try scratch.names("cut") == scratch.names("anew"))
  }

  @Test func inputsThatChangeBetweenTwoKills() throws {
    try killed(at: 9, as: "at-first")
    try scratch.write("in/12.txt", "Other text.")
    let calls = Locked(0)
    let path = scratch.path
    _ = try run(
      request("at-first", resumes: true),
      process: { source in
        if calls.value.withLock({ calls in
          calls += 1
          return calls
        }) == 3 {
          try FileManager.default.copyItem(atPath: path + "/at-first", toPath: path + "/again")
        }
        return try TestPipeline.process(source)
      })
    #expect(try resumed("again").processed == 2)
    #expect(try contents("again") == contents("at-first"))
  }

  @Test func anotherPipelineOrOptionDoesAllAnew() throws {
    for (number, change)
      in ([{ $0.pipelineFingerprint = "two" }, { $0.options.excel = true }, { $0.report.version = "9" }]
      as [(inout RunRequest) -> Void]).enumerated()
    {
      try killed(at: 9, as: "cut\(number)")
      #expect(try resumed("cut\(number)", change).processed == Self.count)
    }
  }

  @Test func withoutResumeAllIsDoneAnew() throws {
    try killed(at: 9, as: "cut")
    let log = EventLog()
    let summary = try run(request("cut"), process: TestPipeline.process, events: log.note)
    #expect(summary.resumed == 0)
    #expect(log.warnings.contains { $0.contains("--resume") })
    #expect(try contents("cut") == contents("whole"))
  }

  @Test func aKillWhileFilesAreRenamedIsMadeGood() throws {
    let path = scratch.path
    let error = #expect(throws: BatchError.self) {
      _ = try run(
        request("half"),
        process: { source in
          try? FileManager.default.createDirectory(
            atPath: path + "/half/errors.jsonl/x", withIntermediateDirectories: true)
          return try TestPipeline.process(source)
        })
    }
    #expect(error?.message.contains("--resume") == true)
    #expect(try scratch.names("half").contains("documents.jsonl"))
    #expect(try scratch.names("half").contains("errors.jsonl.partial"))
    try FileManager.default.removeItem(atPath: path + "/half/errors.jsonl")
    #expect(try resumed("half").processed == 0)
    #expect(try contents("half") == contents("whole"))
    #expect(try scratch.names("half") == scratch.names("whole"))
  }

  @Test func textsSurviveAKill() throws {
    try killed(at: 9, as: "cut") { $0.writesText = true }
    #expect(try scratch.names("cut").contains("text") == false)
    #expect(try resumed("cut") { $0.writesText = true }.processed == 3)
    #expect(try scratch.names("cut/text").count == 10)
    #expect(try scratch.read("cut/text/11.txt") == Array("Text 1, “quoted”.".utf8))
    #expect(try contents("cut") == contents("whole"))
  }

  @Test func membersOfArchivesAreNotDoneAgain() throws {
    var tar = TarWriter()
    for number in 0..<9 { tar.add("\(number).txt", number == 3 ? "" : "Member \(number).") }
    tar.end()
    try scratch.write("pack.tar", tar.bytes)
    let inputs = [scratch.path + "/pack.tar", scratch.path + "/in"]
    var whole = request("packed")
    whole.inputs = inputs
    let undisturbed = try run(whole, process: TestPipeline.process)
    for number in [1, 4, 8, 9, 15] {
      try killed(at: number, as: "cut") { $0.inputs = inputs }
      let (processed, summary) = try resumed("cut") { $0.inputs = inputs }
      #expect(processed == 9 + Self.count - number)
      #expect(summary.inputs == undisturbed.inputs && summary.documents == undisturbed.documents)
      #expect(try contents("cut") == contents("packed"), "killed at \(number)")
      try FileManager.default.removeItem(atPath: scratch.path + "/cut")
    }
  }

  @Test func withNothingToGoOnWithItIsARunLikeAnyOther() throws {
    #expect(try resumed("new").processed == Self.count)
    #expect(try contents("new") == contents("whole"))
  }
}
