import Documents
import Foundation
import Testing

@testable import Batch

/// Which files are read, in which order, under which ids.
struct InputGathererTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ names: String...) throws {
    for name in names { try scratch.write(name, "x") }
  }

  private func gather(_ inputs: String..., filesFrom: String? = nil, output: String? = nil) throws -> InputList {
    try InputGatherer.gather(
      inputs.map { scratch.path + "/" + $0 }, filesFrom: filesFrom.map { scratch.path + "/" + $0 },
      outputFolder: output.map { scratch.path + "/" + $0 })
  }

  private func ids(_ list: InputList) -> [String] { list.files.map(list.id) }

  @Test func idsDoWithoutKnownExtensions() throws {
    try write("in/a.txt", "in/b.HTML.gz", "in/c.v2.md", "in/d.rss", "in/e.xhtml", "in/sub.dir/f.htm", "in/g.xml.gz")
    let list = try gather("in")
    #expect(ids(list) == ["a", "b", "c.v2", "d.rss", "e.xhtml", "g", "sub.dir/f"])
    #expect(list.files.map(list.path).last == "sub.dir/f.htm")
  }

  @Test func pathsAreSortedByTheirBytes() throws {
    try write("in/b/x.txt", "in/b.txt", "in/B.txt", "in/é.txt", "in/a.txt")
    #expect(ids(try gather("in")) == ["B", "a", "b", "b/x", "é"])
  }

  @Test func onlyArticlesAreWalkedAndTheRestIsCounted() throws {
    try write("in/a.txt", "in/.hidden.txt", "in/.git/b.txt", "in/c.png", "in/d", "in/e.json", "in/f.gz")
    let list = try gather("in")
    #expect(ids(list) == ["a"])
    #expect(list.passedOver == InputList.PassedOver(hidden: 2, unknown: 4))
  }

  @Test func aNamedFileIsAlwaysRead() throws {
    try write("in/c.png", "in/d", "in/.hidden.txt")
    #expect(ids(try gather("in/c.png", "in/d", "in/.hidden.txt")) == ["c.png", "d", ".hidden"])
  }

  @Test func collidingFilesKeepTheirExtensions() throws {
    try write("in/a.txt", "in/a.html", "in/b.txt", "in/c.txt", "in/c.txt.gz", "in/c.htm")
    #expect(ids(try gather("in")) == ["a.html", "a.txt", "b", "c.htm", "c.txt", "c.txt.gz"])
  }

  @Test func aLongerIDMayCollideAgain() throws {
    // `x.txt` needs its extension, which is the id of `x.txt.md`.
    try write("in/x.txt", "in/x.html", "in/x.txt.md")
    #expect(ids(try gather("in")) == ["x.html", "x.txt", "x.txt.md"])
  }

  @Test func filesOfSeveralFoldersGetTheFoldersName() throws {
    try write("one/a.txt", "one/b.txt", "two/a.txt", "two/c.txt")
    let list = try gather("one", "two")
    #expect(ids(list) == ["one/a.txt", "b", "two/a.txt", "c"])
    #expect(list.files.map(list.path) == ["one/a.txt", "b.txt", "two/a.txt", "c.txt"])
  }

  @Test func foldersOfOneNameAreToldApart() throws {
    try write("one/news/a.txt", "two/news/a.txt")
    let anchor = scratch.path.dropFirst()
    #expect(
      ids(try gather("one/news", "two/news")) == ["\(anchor)/one/news/a.txt", "\(anchor)/two/news/a.txt"])
  }

  @Test func loopsOfLinksAreWalkedOnce() throws {
    try write("in/a.txt", "in/real/b.txt", "elsewhere/c.txt")
    try scratch.link("in/real/up", to: "..")
    try scratch.link("in/self", to: "self")
    try scratch.link("in/again", to: "real")
    try scratch.link("in/other", to: "../elsewhere")
    try scratch.link("in/d.txt", to: "a.txt")
    #expect(ids(try gather("in")) == ["a", "d", "other/c", "real/b"])
  }

  @Test func aLinkToNothingIsReported() throws {
    try write("in/a.txt")
    try scratch.link("in/gone.html", to: "nowhere")
    let list = try gather("in")
    #expect(list.failures.map(\.id) == ["gone"])
    #expect(list.failures.map(\.code) == ["unreadable"])
  }

  @Test func aFIFOIsPassedOverWithAWarning() throws {
    try write("in/a.txt")
    #expect(mkfifo(scratch.path + "/in/pipe.txt", 0o600) == 0)
    let list = try gather("in")
    #expect(ids(list) == ["a"])
    #expect(list.passedOver.special == 1)
    #expect(list.warnings.contains { $0.contains("in/pipe.txt") })
  }

  @Test func theOutputFolderIsNoInput() throws {
    try write("in/a.txt", "in/out/text/a.txt")
    #expect(ids(try gather("in", output: "in/out")) == ["a"])
  }

  @Test func whatIsNamedTwiceIsReadOnce() throws {
    try write("in/a.txt", "in/b.txt")
    let list = try gather("in", "in/a.txt", "in")
    #expect(ids(list) == ["a", "b"])
    #expect(list.passedOver.repeated == 2)
  }

  @Test func missingInputsAreErrorsUnlessAllAre() throws {
    try write("in/a.txt")
    let list = try gather("in", "none", "in/a.txt/below")
    #expect(list.failures.map(\.code) == ["missing", "missing"])
    #expect(list.failures.first?.path == scratch.path + "/none")
    #expect(throws: BatchError.self) { try gather("none") }
    #expect(throws: BatchError.self) { try InputGatherer.gather([], filesFrom: nil, outputFolder: nil) }
  }

  @Test func aListOfFilesKeepsTheirPaths() throws {
    try write("in/sub/a.txt", "in/b.html")
    let folder = scratch.path
    try scratch.write("list", "\(folder)/in/sub/a.txt\r\n\n\(folder)/in/b.html\n\(folder)/none.txt")
    let list = try InputGatherer.gather([], filesFrom: folder + "/list", outputFolder: nil)
    let anchor = folder.dropFirst()
    #expect(ids(list) == ["\(anchor)/in/sub/a", "\(anchor)/in/b"])
    #expect(list.failures.map(\.code) == ["missing"])
    #expect(throws: BatchError.self) {
      try InputGatherer.gather([], filesFrom: folder + "/none", outputFolder: nil)
    }
  }

  @Test func standardInputHasAName() throws {
    let list = try InputGatherer.gather(["-"], filesFrom: nil, outputFolder: nil)
    #expect(ids(list) == ["stdin"])
    #expect(list.files.map(list.path) == ["-"])
  }

  @Test func globsChooseAmongTheFilesOfFolders() throws {
    try write(
      "in/a.txt", "in/b.html", "in/data.jsonl", "in/2024/c.txt", "in/2024/old/d.txt", "in/old/e.txt", "in/.h.txt")
    func chosen(_ include: [String], _ exclude: [String]) throws -> [String] {
      let list = try InputGatherer.gather(
        [scratch.path + "/in"], filesFrom: nil, outputFolder: nil,
        selection: InputSelection(include: include.map { try Glob($0) }, exclude: exclude.map { try Glob($0) }))
      return ids(list)
    }
    #expect(try chosen(["*.txt"], []) == ["2024/c", "2024/old/d", "a", "old/e"])
    #expect(try chosen([], ["*.txt"]) == ["b"])
    #expect(try chosen([], ["old"]) == ["2024/c", "a", "b"])
    #expect(try chosen(["2024/**", "b.*"], ["**/old/*"]) == ["2024/c", "b"])
    // What is asked for by name is read, whatever its extension.
    #expect(try chosen(["*.jsonl"], []) == ["data.jsonl"])
    #expect(try chosen(["none"], []).isEmpty)
  }

  @Test func globsDoNotConcernFilesThatAreNamed() throws {
    try write("in/a.txt")
    let list = try InputGatherer.gather(
      [scratch.path + "/in/a.txt"], filesFrom: nil, outputFolder: nil,
      selection: InputSelection(include: [try Glob("*.html")], exclude: [try Glob("*.txt")]))
    #expect(ids(list) == ["a"])
  }

  @Test func whatIsExcludedIsCounted() throws {
    try write("in/a.txt", "in/b.html", "in/c/d.txt")
    let list = try InputGatherer.gather(
      [scratch.path + "/in"], filesFrom: nil, outputFolder: nil,
      selection: InputSelection(include: [try Glob("*.txt")], exclude: [try Glob("c")]))
    #expect(list.passedOver == InputList.PassedOver(excluded: 2))
  }

  @Test func archivesAreWalked() throws {
    try write("in/a.tar", "in/b.zip", "in/c.warc.gz", "in/d.TAR.ZST", "in/e.tgz", "in/f.tar.xz", "in/g.txt.zst")
    #expect(ids(try gather("in")) == ["a.tar", "b.zip", "c.warc.gz", "d.TAR.ZST", "e.tgz", "g"])
  }
}
