import Foundation
import Standpoint
import TestSupport
import Testing

@Suite struct RunTests {
  private let text =
    "“The harbour must close,” said Maria Quillon, a professor at Easton University. 🌊 “Nobody asked the fishermen,” she said.\n"

  @Test func outputIsTheSameAtAnyNumberOfJobsAndOnAnyRun() throws {
    let first = try Program.run("news", ["Samples"], ["--jobs", "1"])
    let second = try SampleRun.shared.get()
    for name in ["documents.jsonl", "errors.jsonl", "stances.csv", "statements.csv", "speakers.csv", "documents.csv"] {
      let a = try Data(contentsOf: URL(fileURLWithPath: "\(first.folder)/\(name)"))
      let b = try Data(contentsOf: URL(fileURLWithPath: "\(second.folder)/\(name)"))
      #expect(a == b, "\(name)")
    }
  }

  /// Where the file of prepared lexicons is of no use a start takes longer, and that is all.
  @Test(arguments: ["lexicon-only", "quotes"])
  func preparedLexiconsChangeNothing(pipeline: String) throws {
    let home = try Repository.folder(["Lexicons/\(LexiconPreparation.fileName)": "STNDPNT"])
    let prepared = try Program.run(pipeline, ["Samples"])
    let read = try Program.run(pipeline, ["Samples"], ["--home", home])
    #expect(prepared.outcome.status == read.outcome.status)
    let names = try FileManager.default.contentsOfDirectory(atPath: read.folder)
    #expect(names.contains("statements.csv"))
    for name in names where name != "run.json" {
      #expect(
        FileManager.default.contentsEqual(atPath: "\(prepared.folder)/\(name)", andPath: "\(read.folder)/\(name)"),
        "\(name)")
    }
  }

  /// Every offset slices the text to what the row says, whatever the code points before it.
  @Test func offsetsSliceTheText() throws {
    let folder = try Repository.folder(["a.txt": "🌊🌊 Déjà vu.\n\n" + text])
    let (_, out) = try Program.run("news", [folder])
    let document = try #require(try Program.objects(out + "/documents.jsonl").first)
    let scalars = Array(try #require(document["text"] as? String).unicodeScalars)
    let table = try CSVTable(contentsOf: out + "/statements.csv")
    #expect(table.rows.count >= 2)
    for row in table.rows {
      let pieces = row["spans"]!.split(separator: ";").map { span -> String in
        let ends = span.split(separator: "-").compactMap { Int($0) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[ends[0]..<ends[1]])
        return String(view)
      }
      #expect(pieces.joined(separator: " […] ") == row["statement"])
      #expect(row["start"] == row["spans"]?.split(separator: "-").first.map(String.init))
    }
    #expect(table.rows.map { $0["speaker"] } == ["Maria Quillon", "Maria Quillon"])
  }

  @Test func oneBadDocumentEndsNothing() throws {
    let folder = try Repository.folder(["a.txt": text, "b.html": "", "d.txt": text])
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]).write(
      to: URL(fileURLWithPath: folder + "/c.html"))
    try (Data(text.utf8) + Data([0xFF, 0xC3, 0x28])).write(to: URL(fileURLWithPath: folder + "/e.txt"))
    let (outcome, out) = try Program.run("news", [folder, folder + "/missing"])
    #expect(outcome.status == 1)
    #expect(try Program.objects(out + "/documents.jsonl").compactMap { $0["id"] as? String } == ["a", "d", "e"])
    let errors = try Program.objects(out + "/errors.jsonl")
    #expect(Set(errors.compactMap { $0["code"] as? String }) == ["empty", "binary", "missing"])
    let warnings = try Program.objects(out + "/documents.jsonl").last?["warnings"] as? [[String: String]]
    #expect(warnings?.contains { $0["code"] == "invalid-utf8" } == true)
  }

  @Test func fatalErrorsExitWithTwoBeforeAnyWork() throws {
    let folder = try Repository.folder(["a.txt": text, "p.yaml": "name: p\nstages:\n  - clean\n  - segmnt\n"])
    let pipeline = try Program.run(["run", folder + "/p.yaml", folder, "--output", folder + "/out"])
    #expect(pipeline.status == 2)
    #expect(pipeline.messages.contains("p.yaml:4:5: error: unknown stage `segmnt`; did you mean `segment`?"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    let missing = try Program.run(["run", "news", folder + "/nothing", "--output", folder + "/out"])
    #expect(missing.status == 2)
    #expect(try Program.run(["run", "news"]).status != 0)
  }

  @Test func standardOutputHoldsDataAlone() throws {
    let outcome = try Program.run(["run", "quotes", "-", "--output", "-", "--format", "jsonl"], input: text)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("{\"id\":") || outcome.output.hasPrefix("{\"id\": "))
    #expect(outcome.output.split(separator: "\n").count == 1)
  }

  @Test func filterAnswersEachLineInOrder() throws {
    let lines = [
      #"{"id": "x", "text": "“We lost,” said Maria Quillon.", "mine": 7}"#, "not json",
      #"{"id": "y", "html": "<p>“We lost badly and nobody helped,” said Maria Quillon of the harbour council.</p>"}"#,
    ]
    let outcome = try Program.run(["filter", "quotes"], input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.status == 0)
    let answers = try outcome.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    #expect(answers.count == 3)
    #expect(answers[0]["mine"] as? Int == 7)
    #expect((answers[0]["statements"] as? [Any])?.count == 1)
    #expect(answers[1]["error"] != nil)
    #expect(answers[2]["id"] as? String == "y")
    #expect(try Program.run(["filter", "quotes"], input: "").output == "")
  }

  @Test func helpBeginsWithExamplesAndVersionIsOneLine() throws {
    #expect(try Program.run(["--help"]).output.contains("EXAMPLES:"))
    #expect(try Program.run(["--version"]).output.split(separator: "\n").count == 1)
    #expect(try Program.run(["pipeline", "check", "news"]).output.contains("attribute"))
  }

  /// An article in another language gets a row with a warning and no statements.
  @Test func otherLanguagesGetAWarning() throws {
    let german =
      "Der Hafen muss schließen, sagte die Ministerin am Montag. Niemand habe sie gefragt, und das sei ein Fehler der Regierung gewesen."
    let (_, out) = try Program.run("news", [try Repository.folder(["de.txt": german])])
    let document = try #require(try Program.objects(out + "/documents.jsonl").first)
    #expect((document["statements"] as? [Any])?.isEmpty == true)
    #expect((document["warnings"] as? [[String: String]])?.contains { $0["code"] == "not-english" } == true)
  }
}
