import Documents
import Foundation
import Outputs
import Testing

@testable import Batch

/// Runs over archives, from the file to the rows.
struct ArchiveRunTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(
    _ inputs: [String], jobs: Int = 2, change: (inout RunRequest) -> Void = { _ in },
    log: EventLog = EventLog(),
    process: @escaping @Sendable (SourceDocument) throws -> any Document = TestPipeline.process
  ) throws -> RunSummary {
    var request = TestPipeline.request(
      inputs.map { scratch.path + "/" + $0 }, output: scratch.path + "/out\(jobs)", jobs: jobs)
    change(&request)
    return try Batch.run(request, process: process, events: log.note)
  }

  private func ids(_ file: String, jobs: Int = 2) throws -> [String] {
    try scratch.objects("out\(jobs)/\(file).jsonl").map { $0["id"] as? String ?? "" }
  }

  private func counts() throws -> [String: Int] {
    let report = try JSONSerialization.jsonObject(with: Data(scratch.read("out2/run.json"))) as? [String: Any]
    return report?["counts"] as? [String: Int] ?? [:]
  }

  private func tar(_ members: (String, String)...) -> [UInt8] {
    var tar = TarWriter()
    for (name, content) in members { tar.add(name, content) }
    tar.end()
    return tar.bytes
  }

  @Test func membersAreDocumentsWithTheArchivesName() throws {
    try scratch.write(
      "in/b.tar", tar(("x/a.txt", "One."), ("x/a.html", "Two."), ("x/a.txt", "Three."), ("c.md", "Four.")))
    try scratch.write("in/a.txt", "Zero.")
    var zip = ZipWriter()
    zip.add("z.txt", "Five.")
    try scratch.write("in/c.zip", zip.bytes)
    try scratch.write("in/d.tgz", PackedData.gzip(tar(("t.txt", "Six."))))
    try scratch.write("in/e.tar.zst", PackedData.zstandard(tar(("t.txt", "Seven."))))
    try scratch.write("in/f.txt.zst", PackedData.zstandard("Eight."))
    let summary = try run(["in"])
    #expect(
      try ids("documents") == [
        "a", "b.tar#x/a", "b.tar#x/a.html", "b.tar#x/a.txt", "b.tar#c", "c.zip#z", "d.tgz#t", "e.tar.zst#t", "f",
      ])
    #expect(try scratch.objects("out2/documents.jsonl")[1]["path"] as? String == "b.tar#x/a.txt")
    #expect(summary.exitStatus == 0)
    #expect(summary.inputs == 6)
    #expect(try counts()["inputs"] == 6)
  }

  @Test func sameNamesAreNumbered() throws {
    try scratch.write(
      "a.tar", tar(("a.txt", "1"), ("a.txt", "2"), ("a.txt", "3"), ("a.txt~2.txt", "4"), ("a.txt", "5")))
    _ = try run(["a.tar"])
    #expect(
      try ids("documents")
        == ["a.tar#a", "a.tar#a.txt", "a.tar#a.txt~2", "a.tar#a.txt~2.txt", "a.tar#a.txt~3"])
  }

  @Test func jobsDoNotChangeTheOutput() throws {
    var warc: [UInt8] = []
    var plain = TarWriter()
    var zip = ZipWriter()
    for number in 0..<200 {
      let text = number % 9 == 0 ? "FAIL" : "Article \(number)."
      warc += PackedData.gzip(WARCWriter.record("\(number)", WARCWriter.page(text), length: number % 13 == 5 ? 7 : nil))
      plain.add("\(number % 7)/\(number).txt", text)
      zip.add("\(number).html", text, .init(flags: number % 11 == 0 ? 1 : 0))
    }
    try scratch.write("in/w.warc.gz", warc)
    try scratch.write("in/t.tar", plain.bytes)
    try scratch.write("in/z.zip", zip.bytes)
    for jobs in [1, 2, 5] {
      let summary = try run(
        ["in"], jobs: jobs,
        process: { source in
          usleep(.random(in: 0..<1000))
          return try TestPipeline.process(source)
        })
      #expect(summary.documents > 400)
    }
    for file in ["documents.jsonl", "documents.csv", "errors.jsonl"] {
      let first = try scratch.read("out1/\(file)")
      #expect(first.count > 1000)
      #expect(try scratch.read("out2/\(file)") == first)
      #expect(try scratch.read("out5/\(file)") == first)
    }
  }

  @Test func whatIsDamagedIsARowAndTheRestStays() throws {
    let page = WARCWriter.record("one", WARCWriter.page("Page."))
    try scratch.write("w.warc", page + Array("rubbish".utf8) + page)
    try scratch.write("t.tar", "no tar")
    try scratch.write("e.zip", "")
    try scratch.write("g.warc.gz", "not packed")
    let summary = try run(["w.warc", "t.tar", "e.zip", "g.warc.gz"])
    #expect(try ids("documents") == ["w.warc#urn:uuid:one", "w.warc#urn:uuid:one~2"])
    #expect(try ids("errors") == ["w.warc#byte-\(page.count)", "t.tar", "e.zip", "g.warc.gz"])
    #expect(
      try scratch.objects("out2/errors.jsonl").map { $0["code"] as? String } == [
        "damaged", "damaged", "empty", "damaged",
      ])
    #expect(summary.exitStatus == 1)
    #expect(summary.inputs == 4)
  }

  @Test func whatIsPassedOverIsCounted() throws {
    let inner = (0..<12).map { ("\($0).zip", "z") }
    var archive = TarWriter()
    for (name, content) in inner + [(".h.txt", ""), ("p.png", ""), ("a.txt", "One.")] { archive.add(name, content) }
    try scratch.write("a.tar", archive.bytes)
    let log = EventLog()
    #expect(try run(["a.tar"], log: log).exitStatus == 0)
    #expect(try counts()["passed_over_hidden"] == 1)
    #expect(try counts()["passed_over_unknown_extension"] == 1)
    #expect(try counts()["passed_over_records"] == 12)
    #expect(log.warnings.count == 11)
    #expect(log.warnings.first?.contains("a.tar#0.zip") ?? false)
    #expect(log.warnings.last?.contains("2 more") ?? false)
  }

  @Test func archivesAreKnownByTheirBytesWhereNamesSayNothing() throws {
    try scratch.write("in/archive", PackedData.gzip(tar(("a.txt", "One."))))
    try scratch.write("in/crawl.001", WARCWriter.record("r", WARCWriter.page("Two.")))
    try scratch.write("in/text", "Three.")
    try scratch.write("in/packed", PackedData.gzip("Four."))
    let summary = try run(["in/archive", "in/crawl.001", "in/text", "in/packed"])
    #expect(try ids("documents") == ["archive#a", "crawl.001#urn:uuid:r", "text", "packed"])
    #expect(summary.exitStatus == 0)
  }

  /// Lines and ids are those of the whole file, however it was cut.
  @Test func rowsOfLargeFiles() throws {
    let filler = String(repeating: "x", count: 3000)
    let lines = (0..<1500).map { $0 % 500 == 0 ? "same" : "\(filler) \($0)" }
    try scratch.write("a.jsonl", lines.joined(separator: "\n"))
    let expand: @Sendable (SourceDocument) throws -> [SourceDocument] = { source in
      source.bytes.split(separator: 0x0A).enumerated().map { index, line in
        let name = line.count == 4 ? "same" : "\(index + 1 + source.lineOffset)"
        return SourceDocument(id: source.id + "#" + name, path: source.path, bytes: Array(line))
      }
    }
    for jobs in [1, 2] {
      let request = TestPipeline.request(
        [scratch.path + "/a.jsonl"], output: scratch.path + "/out\(jobs)", jobs: jobs)
      let summary = try Batch.run(request, process: TestPipeline.process, expand: expand)
      #expect(summary.inputs == 1)
    }
    let names = (0..<1500).map { $0 % 500 > 0 ? "\($0 + 1)" : $0 == 0 ? "same" : "same~\($0 / 500 + 1)" }
    #expect(try ids("documents") == names.map { "a.jsonl#" + $0 })
    #expect(try scratch.read("out1/documents.jsonl") == scratch.read("out2/documents.jsonl"))
  }

  @Test func recordsBringTheirAddressAndEncoding() throws {
    let page = WARCWriter.page([0xE9], header: ["Content-Type: text/html; charset=iso-8859-2"])
    try scratch.write("a.warc", WARCWriter.record("r", page))
    _ = try run(
      ["a.warc"],
      process: { source in
        #expect(source.declaredEncoding == "iso-8859-2")
        #expect(source.known.url == "https://www.example.org/a")
        #expect(source.path == "a.warc#urn:uuid:r")
        return try TestPipeline.process(source)
      })
    #expect(try ids("documents") == ["a.warc#urn:uuid:r"])
  }

  @Test func namesFillWhatIsNotKnown() throws {
    try scratch.write("in/2024-02-03_Tribune_Late.txt", "One.")
    try scratch.write("in/x.txt", "Two.")
    try scratch.write("a.tar", tar(("2024-02-04_Post_Early.txt", "Three.")))
    let pattern = try FileNamePattern("{date}_{site}_{title}.txt")
    _ = try run(
      ["in", "a.tar"], change: { $0.namePattern = pattern },
      process: { source in
        #expect(source.known.title == nil)
        return Article(
          id: source.id, path: source.path, text: Text("x"), blocks: [],
          metadata: source.known.filled(from: source.fallback))
      })
    let dates = try scratch.objects("out2/documents.jsonl").map { $0["date"] as? String }
    #expect(dates == ["2024-02-03", nil, "2024-02-04"])
  }

  @Test func slowDocumentsAreRows() throws {
    try scratch.write("in/a.txt", "Quick.")
    try scratch.write("in/b.txt", "Slow.")
    let summary = try run(
      ["in"], change: { $0.limits.maxSeconds = 0.05 },
      process: { source in
        let isSlow = source.id == "b"
        while isSlow, !TimeLimit.isOver {}
        try TimeLimit.check()
        return try TestPipeline.process(source)
      })
    #expect(summary.documents == 1)
    #expect(try scratch.objects("out2/errors.jsonl").map { $0["code"] as? String } == ["too-slow"])
    #expect(!TimeLimit.isOver)
  }
}
