import Documents
import TestSupport
import Testing
import Yams

@testable import Lexicons

@Suite struct LexiconReaderTests {
  private func read(_ yaml: String) throws -> LexiconFile {
    try LexiconReader(path: "test.yaml", bytes: Array(yaml.utf8)).read()
  }

  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try read(yaml)
      return []
    } catch {
      return (error as? Diagnostics)?.all.map(\.description) ?? ["\(error)"]
    }
  }

  private let header = "name: t\nversion: \"1\"\nkind: stance\nentries:\n"

  @Test func readsOneLineEntries() throws {
    let file = try read(header + "# a comment\n- {term: \"no, never\", weight: -0.5, forms: [a, b c]} # why\n")
    #expect(file.header.reference == "t@1")
    #expect(file.entries.count == 1)
    #expect(file.entries[0].string("term") == "no, never")
    #expect(file.entries[0].list("forms") == ["a", "b c"])
    #expect(file.entries[0].line == 6)
    #expect(file.entries[0].field("weight")?.column == 23)
  }

  @Test func readsAnyOtherYAMLThroughTheLibrary() throws {
    let file = try read(header + "- term: reckless\n  weight: -0.7\n- just a word\n- {term: plain, weight: 1}\n")
    #expect(file.entries.map { $0.string("term") } == ["reckless", "just a word", "plain"])
    #expect(file.entries[0].string("weight") == "-0.7")
    #expect(file.entries.map(\.line) == [5, 7, 8])
    #expect(file.entries[0].field("weight")?.line == 6)
  }

  @Test(arguments: ["\r\n", "\r", "\n"]) func acceptsAnyLineEnd(end: String) throws {
    let yaml = ("\u{FEFF}" + header + "- {term: ä, weight: 1}\n").replacing("\n", with: end)
    #expect(try read(yaml).entries.map { $0.string("term") } == ["ä"])
  }

  @Test func saysWhereALineCannotBeRead() {
    #expect(problems(header + "- {term: a, weight: 1}\n- {term: [a\n")[0].hasPrefix("test.yaml:6"))
    #expect(
      problems("name: t\nkind: stance\n") == [
        "test.yaml: error: no line `entries:`; a lexicon is a header, then entries"
      ])
    #expect(problems("kind: stance\nentries:\n")[0].contains("no `name:`"))
    #expect(problems(header + "- [a, b]\n")[0].hasPrefix("test.yaml:5:"))
  }

  @Test func reportsEveryBadLine() {
    #expect(problems(header + "- {term: [a\n- {term: fine}\n- {term: [b\n").count == 2)
  }

  /// The quick reader and the YAML library agree on every shipped lexicon.
  @Test(arguments: try Repository.files(in: "Lexicons", extension: ".yaml"))
  func quickReaderAgreesWithYAML(path: String) throws {
    let text = try Repository.text(path)
    let file = try LexiconReader(path: path, bytes: Array(text.utf8)).read()
    #expect(!file.entries.isEmpty)
    // A sample keeps the test quick: composing all with the library takes seconds.
    for entry in file.entries.enumerated().filter({ $0.offset % 37 == 0 }).map(\.element) {
      let line = String(text.split(separator: "\n", omittingEmptySubsequences: false)[entry.line - 1])
      let node = try #require(try Yams.compose(yaml: line)?.sequence?.first)
      guard let mapping = node.mapping else { continue }
      #expect(mapping.count == entry.fields.count, "\(path):\(entry.line)")
      for (key, value) in mapping {
        let field = try #require(entry.field(key.string ?? ""), "\(path):\(entry.line)")
        switch field.value {
        case .scalar(let text): #expect(value.scalar?.string == text, "\(path):\(entry.line)")
        case .list(let items):
          #expect(value.sequence?.compactMap { $0.scalar?.string } == items, "\(path):\(entry.line)")
        }
      }
    }
  }
}
