import Foundation
import TestSupport
import Testing

/// What each sample must yield was written down by hand before the first run; the floors here only ever rise.
@Suite struct SamplesTests {
  /// Shares of the statements that any decent tool gets: found, and found with the right speaker.
  static let foundFloor = 0.92
  static let speakerFloor = 0.87
  /// Boilerplate, scare quotes and captions that stand in some statement, over all samples.
  static let leakCeiling = 4

  @Test func statementsAndSpeakersOfTheSamples() throws {
    let run = try SampleRun.shared.get()
    var expected = 0
    var found = 0
    var right = 0
    for expectation in try Expectation.all() {
      guard let document = run.documents[expectation.document] else { continue }
      for statement in expectation.statements ?? [] where statement.must == true {
        let ranges = statement.content.map { WordSet.range(of: $0, in: document.text) }
        expected += 1
        guard !ranges.contains(nil) else { continue }
        let wanted = ranges.compactMap { $0 }.reduce(into: Set<Int>()) {
          $0.formUnion(WordSet.words(in: $1, of: document.text))
        }
        let matches = document.rows.filter { row in
          let shared = row.words.intersection(wanted).count
          return shared > 0 && (2 * shared >= max(row.words.count, wanted.count) || shared == wanted.count)
        }
        guard !matches.isEmpty else { continue }
        found += 1
        if matches.contains(where: { isRight($0, statement.speaker) }) { right += 1 }
      }
    }
    print("samples: \(expected) statements expected, \(found) found, \(right) with the right speaker")
    #expect(expected > 150)
    #expect(Double(found) >= Self.foundFloor * Double(expected))
    #expect(Double(right) >= Self.speakerFloor * Double(found))
  }

  /// Nobody named: an empty speaker or the source's own words.
  private func isRight(_ row: SampleRun.Row, _ speaker: String?) -> Bool {
    guard let speaker else { return row.speaker == nil || row.speakerType != "person" }
    return row.speaker == speaker
  }

  @Test func nothingThatIsNoStatement() throws {
    let run = try SampleRun.shared.get()
    var leaks: [String] = []
    for expectation in try Expectation.all() {
      guard let document = run.documents[expectation.document] else { continue }
      for words in expectation.notStatements ?? [] {
        if document.rows.contains(where: { $0.text.contains(words) }) {
          leaks.append("\(expectation.document): \(words)")
        }
      }
      for name in expectation.notSpeakers ?? [] {
        if document.rows.contains(where: { $0.speaker == name }) {
          leaks.append("\(expectation.document): \(name) speaks")
        }
      }
    }
    for leak in leaks { print("samples: leak: \(leak)") }
    #expect(leaks.count <= Self.leakCeiling)
  }

  @Test func nobodyIsMerged() throws {
    let run = try SampleRun.shared.get()
    for object in try Program.objects(run.folder + "/documents.jsonl") {
      guard let id = object["id"] as? String,
        let expectation = try Expectation.all().first(where: { $0.document == id })
      else { continue }
      for pair in expectation.personsNotMerged ?? [] where pair.count == 2 {
        for statement in object["statements"] as? [[String: Any]] ?? [] {
          let speaker = statement["speaker"] as? [String: Any]
          let names = [speaker?["name"] as? String ?? ""] + (speaker?["aliases"] as? [String] ?? [])
          #expect(!(names.contains(pair[0]) && names.contains(pair[1])), "\(id): \(pair)")
        }
      }
    }
  }

  @Test func brokenFilesAreRowsInErrors() throws {
    let run = try SampleRun.shared.get()
    #expect(run.status == 1)
    let errors = try Program.objects(run.folder + "/errors.jsonl")
    #expect(errors.compactMap { $0["id"] as? String } == ["broken/broken", "broken/empty"])
    #expect(errors.compactMap { $0["code"] as? String } == ["binary", "empty"])
  }

  /// The golden tables only show what changed. `STANDPOINT_RECORD=1` writes them anew, and fails.
  @Test(arguments: ["stances.csv", "statements.csv", "speakers.csv", "documents.csv", "errors.jsonl"])
  func goldenTables(name: String) throws {
    let written = try String(contentsOfFile: SampleRun.shared.get().folder + "/" + name, encoding: .utf8)
    let golden = Repository.path("Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["STANDPOINT_RECORD"] != nil {
      try written.write(toFile: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at the difference and run again without STANDPOINT_RECORD")
      return
    }
    #expect(written == (try String(contentsOfFile: golden, encoding: .utf8)), "\(name) differs from Tests/Golden")
  }
}
