import Documents
import Foundation
import Outputs
import Testing

@testable import Batch

/// What stood in the output folder stays whole until a run is done, whatever goes wrong.
struct OutputFolderTests {
  @Test func aFullDiskLeavesTheOldOutput() throws {
    for file in ["documents.jsonl", "documents.csv", "errors.jsonl", "run.json"] {
      let scratch = try Scratch()
      try scratch.write("in/a.txt", "One.")
      try scratch.write("in/b.txt", "FAIL")
      for name in ["documents.jsonl", "documents.csv", "errors.jsonl", "run.json"] {
        try scratch.write("out/\(name)", "old")
      }
      try scratch.link("out/\(file).partial", to: "/dev/full")
      let error = #expect(throws: BatchError.self) {
        try run(
          TestPipeline.request([scratch.path + "/in"], output: scratch.path + "/out"), process: TestPipeline.process)
      }
      #expect(error?.message.contains("\(file): No space left on device") == true)
      for name in ["documents.jsonl", "documents.csv", "errors.jsonl", "run.json"] {
        #expect(try scratch.read("out/\(name)") == Array("old".utf8))
      }
    }
  }

  @Test func aFolderThatTakesNoFileIsFatal() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "One.")
    let error = #expect(throws: BatchError.self) {
      try run(TestPipeline.request([scratch.path + "/a.txt"], output: "/proc"), process: TestPipeline.process)
    }
    #expect(error?.message.hasPrefix("cannot write into the output folder /proc/") == true)
  }

  @Test func aSecondRunIsRefused() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "One.")
    let path = scratch.path
    _ = try run(
      TestPipeline.request([path + "/in"], output: path + "/out"),
      process: { source in
        let error = #expect(throws: BatchError.self) {
          try run(TestPipeline.request([path + "/in"], output: path + "/out"), process: TestPipeline.process)
        }
        #expect(error?.message.hasPrefix("another run is writing into \(path)/out/") == true)
        return try TestPipeline.process(source)
      })
    #expect(try scratch.objects("out/documents.jsonl").count == 1)
    #expect(try scratch.names("out").contains("standpoint.journal") == false)
  }

  @Test func whatAKilledRunLeftBlocksNobody() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", "One.")
    try scratch.write("out/standpoint.journal", "torn")
    try scratch.write("out/documents.jsonl.partial", "torn")
    _ = try run(
      TestPipeline.request([scratch.path + "/in"], output: scratch.path + "/out"), process: TestPipeline.process)
    #expect(try scratch.names("out") == ["documents.csv", "documents.jsonl", "errors.jsonl", "run.json"])
    #expect(try scratch.objects("out/documents.jsonl").count == 1)
  }
}
