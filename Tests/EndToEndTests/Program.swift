import Foundation
import TestSupport

/// The built program, run as a user runs it.
enum Program {
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The executable beside the test bundle.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    let beside = bundle.appendingPathComponent("standpoint").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Repository.path(".build/debug/standpoint")
  }()

  static func run(_ arguments: [String], input: String = "", in folder: String = Repository.root) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(["STANDPOINT_HOME": Repository.root]) { $1 }
    let scratch = try Repository.scratch()
    for name in ["in", "out", "err"] { try Data(input.utf8).write(to: URL(fileURLWithPath: "\(scratch)/\(name)")) }
    let files = try ["in", "out", "err"].map { name in
      try name == "in"
        ? FileHandle(forReadingFrom: URL(fileURLWithPath: "\(scratch)/in"))
        : FileHandle(forWritingTo: URL(fileURLWithPath: "\(scratch)/\(name)"))
    }
    try files[1].truncate(atOffset: 0)
    try files[2].truncate(atOffset: 0)
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOfFile: "\(scratch)/out", encoding: .utf8),
      messages: try String(contentsOfFile: "\(scratch)/err", encoding: .utf8))
  }

  /// Runs a pipeline over inputs into a new folder.
  static func run(
    _ pipeline: String, _ inputs: [String], _ more: [String] = []
  ) throws -> (outcome: Outcome, folder: String) {
    let folder = try Repository.scratch() + "/out"
    return (try run(["run", pipeline] + inputs + ["--output", folder] + more), folder)
  }

  static func objects(_ path: String) throws -> [[String: Any]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }
}
