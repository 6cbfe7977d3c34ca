import Documents
import Foundation
import Standpoint

/// Lines a CPU-second of `standpoint score` on one core, JSON in to JSON out, without trees and with them.
enum ScoreBenchmark {
  static func run(_ folder: String?) throws {
    let queries = try Corpus(folder).questions()
    let path = NSTemporaryDirectory() + "standpoint-bench-\(getpid()).jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, wanted) in [("lexicon-only", 40_000), ("opinion", 4_000), ("news", 4_000)] {
      let lines = lines(of: queries, count: wanted)
      try lines.write(toFile: path, atomically: true, encoding: .utf8)
      let questions = try PipelineLoader(installation: Installation(home: ".")).load(name).questions()
      var failed = 0
      let rates = try Stopwatch.rates(Double(wanted), rounds: 5) {
        guard let input = FileHandle(forReadingAtPath: path), let output = FileHandle(forWritingAtPath: "/dev/null")
        else { throw BatchError("cannot open \(path)") }
        let request = FilterRequest(input: input.fileDescriptor, output: output.fileDescriptor, jobs: 1)
        failed = try withExtendedLifetime((input, output)) {
          try Batch.score(request) { try questions.answer($0) }.failed
        }
      }
      print("score, \(name): \(rates) lines a CPU-second, \(queries.count) sentences, \(failed) failed")
    }
  }

  private static func lines(of queries: [StanceQuery], count: Int) -> String {
    var json = JSONWriter()
    for number in 0..<count {
      let query = queries[number % queries.count]
      json.beginObject()
      json.key("id")
      json.value(number)
      json.key("text")
      json.value(utf8: query.text.utf8)
      json.key("target")
      json.beginArray()
      json.value(query.text.scalarOffset(ofByte: query.target.start))
      json.value(query.text.scalarOffset(ofByte: query.target.end))
      json.endArray()
      json.endObject()
      json.endLine()
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
