import Foundation
import TestSupport
import Testing

/// The program's own way through a divided run, and back from a kill.
@Suite struct ShardingTests {
  private static let files = [
    "documents.jsonl", "errors.jsonl", "stances.csv", "statements.csv", "speakers.csv", "documents.csv",
  ]

  private func compare(_ folder: String, with other: String) throws {
    for name in Self.files {
      let a = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      let b = try Data(contentsOf: URL(fileURLWithPath: "\(other)/\(name)"))
      #expect(a == b, "\(name)")
    }
  }

  @Test func shardsOfTheSamplesAreJoined() throws {
    let folders = try (1...2).map { try Program.run("news", ["Samples"], ["--shard", "\($0)/2"]).folder }
    let merged = try Repository.scratch() + "/merged"
    let outcome = try Program.run(["merge", merged] + folders)
    #expect(outcome.status == 0)
    try compare(merged, with: try SampleRun.shared.get().folder)
    let again = try Program.run(["merge", merged, folders[0], folders[0]])
    #expect(again.status == 2)
    #expect(again.messages.contains("is there twice"))
    try compare(merged, with: try SampleRun.shared.get().folder)
  }

  @Test func anImpossibleShardIsRefused() throws {
    let outcome = try Program.run(["run", "news", "Samples", "--output", "none", "--shard", "0/2"])
    #expect(outcome.status != 0)
    #expect(outcome.messages.contains("k from 1 to n"))
  }

  /// Kills the program by SIGKILL after its first rows, then goes on.
  @Test func aKilledRunIsGoneOnWith() throws {
    let whole = try SampleRun.shared.get().folder
    let folder = try Repository.scratch() + "/out"
    let arguments = ["run", "news", "Samples", "--jobs", "1", "--output", folder]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: Repository.root)
    process.environment = ProcessInfo.processInfo.environment.merging(["STANDPOINT_HOME": Repository.root]) { $1 }
    process.standardError = FileHandle.nullDevice
    try process.run()
    let journal = folder + "/standpoint.journal"
    func size() -> Int { (try? FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int) ?? 0 }
    while process.isRunning, size() < 1000 { usleep(1000) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let outcome = try Program.run(arguments + ["--resume"])
    #expect(outcome.status == 1, "two samples are broken")
    try compare(folder, with: whole)
  }
}
