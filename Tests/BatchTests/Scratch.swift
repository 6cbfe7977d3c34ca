import Documents
import Foundation
import Outputs
import Synchronization

@testable import Batch

/// A folder for one test, gone after it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "standpoint-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ contents: String) throws { try write(name, Array(contents.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = path + "/" + name
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: destination)
  }

  func read(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path + "/" + name))) }

  /// The objects of a JSON-lines file.
  func objects(_ name: String) throws -> [[String: Any]] {
    try read(name).split(separator: UInt8(ascii: "\n")).compactMap {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }

  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }
}

/// A pipeline of one stage, which fails where the text asks for it.
enum TestPipeline {
  static let process: @Sendable (SourceDocument) throws -> any Document = { source in
    let text = String(decoding: source.bytes, as: UTF8.self)
    if text.isEmpty { throw StageFailure(stage: "clean", code: "empty", message: "the file is empty") }
    if text.hasPrefix("FAIL") { throw DocumentError(code: "odd", "cannot \"be\" read") }
    let all = Text(text)
    return Article(
      id: source.id, path: source.path, text: all, blocks: [Block(all.span, .paragraph)], metadata: source.known)
  }

  static func request(_ inputs: [String], output: String, jobs: Int = 2, tables: [Table] = [.documents]) -> RunRequest {
    RunRequest(
      inputs: inputs, output: .folder(output), tables: tables, jobs: jobs,
      report: RunReport(version: "0", pipeline: .init(name: "test", hash: "0")))
  }
}

/// What a run told.
final class EventLog: Sendable {
  private let events = Mutex<[RunEvent]>([])

  func note(_ event: RunEvent) { events.withLock { $0.append(event) } }

  var all: [RunEvent] { events.withLock { $0 } }

  var warnings: [String] {
    all.compactMap { event in
      if case .warning(let message) = event { message } else { nil }
    }
  }
}
