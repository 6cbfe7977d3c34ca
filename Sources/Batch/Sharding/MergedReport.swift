import Foundation
import Outputs

/// The sums of the `run.json` files of shards.
struct MergedReport {
  private(set) var json: [UInt8] = []
  private(set) var documents = 0

  private struct Report: Decodable {
    struct Resource: Decodable {
      var name: String
      var version: String?
      var hash: String

      var resource: RunReport.Resource { .init(name: name, version: version, hash: hash) }
    }

    var version: String
    var pipeline: Resource
    var lexicons: [Resource]
    var models: [Resource]
    var inputs: [String]
    var outputs: [String]
    var counts: [String: Int]
    var timings: [String: Double]
    var jobs: Int
    var started: String
  }

  /// - Throws: ``BatchError`` where one cannot be read.
  init(_ paths: [String]) throws {
    var merged: RunReport?
    for path in paths {
      let bytes: [UInt8]
      let report: Report
      do {
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        report = try JSONDecoder().decode(Report.self, from: Data(bytes))
      } catch { throw BatchError("cannot read \(path): run this shard again") }
      if merged == nil { merged = Self.empty(like: report, bytes) }
      guard var sum = merged else { continue }
      for index in sum.counts.indices {
        let name = sum.counts[index].name
        let count = report.counts[name] ?? 0
        // Every shard walks all folders.
        sum.counts[index].count = name.hasPrefix("passed_over") ? count : sum.counts[index].count + count
      }
      for index in sum.timings.indices { sum.timings[index].seconds += report.timings[sum.timings[index].name] ?? 0 }
      sum.jobs += report.jobs
      sum.started = sum.started.isEmpty ? report.started : min(sum.started, report.started)
      merged = sum
    }
    json = merged?.json() ?? []
    documents = merged?.counts.first { $0.name == "documents" }?.count ?? 0
  }

  /// A report without counts, with the names in the order of the file.
  private static func empty(like report: Report, _ bytes: [UInt8]) -> RunReport {
    var empty = RunReport(version: report.version, pipeline: report.pipeline.resource)
    empty.lexicons = report.lexicons.map(\.resource)
    empty.models = report.models.map(\.resource)
    empty.inputs = report.inputs
    empty.outputs = report.outputs
    for (key, range) in (try? JSONScanner.members(of: bytes)) ?? [] {
      let names = (try? JSONScanner.members(of: Array(bytes[range])).map(\.key)) ?? []
      if key == "counts" { empty.counts = names.map { ($0, 0) } }
      if key == "timings" { empty.timings = names.map { ($0, 0) } }
    }
    empty.jobs = 0
    return empty
  }
}
