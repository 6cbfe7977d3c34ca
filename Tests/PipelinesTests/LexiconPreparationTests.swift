import Foundation
import Lexicons
import TestSupport
import Testing

@testable import Pipelines

@Suite struct LexiconPreparationTests {
  /// Fails when a lexicon changed, or what the program makes of one (the tokeniser, English forms): prepare them again.
  @Test func theShippedFileIsUpToDate() throws {
    let shipped = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Lexicons/\(LexiconPreparation.fileName)")))
    let (bytes, names) = try LexiconPreparation.prepare(folder: Repository.path("Lexicons"))
    #expect(names.contains("stance.yaml"))
    #expect(
      Data(bytes) == shipped,
      "Lexicons/\(LexiconPreparation.fileName) is out of date: run `make prepare`, and commit the file")
  }

  @Test func whatIsPreparedIsReadOnlyWhereItChanged() throws {
    let entry = "  - {term: harbourish, weight: 0.5}\n"
    let stance = try Repository.text("Lexicons/stance.yaml")
    let folder = try Repository.folder([
      "stance.yaml": stance, "changed.yaml": stance + entry, "stance.txt": stance,
    ])
    let cache = LexiconCache(prepared: Repository.path("Lexicons/\(LexiconPreparation.fileName)"))
    let same = try cache.read(path: folder + "/stance.yaml", kind: "stance")
    #expect(same.prepared != nil)
    let changed = try cache.read(path: folder + "/changed.yaml", kind: "stance")
    #expect(changed.prepared == nil)
    #expect(changed.entries.count == same.entries.count + 1)
    var settings = LexiconSettings()
    settings.format = .standpoint
    #expect(try cache.read(path: folder + "/stance.yaml", kind: "stance", settings: settings).prepared == nil)
    // `run.json` names what was read by its content, prepared or not.
    let plain = LexiconCache()
    #expect(try plain.read(path: folder + "/stance.yaml", kind: "stance").prepared == nil)
    #expect(plain.read.map(\.hash).allSatisfy { cache.read.map(\.hash).contains($0) })
  }

  @Test func aFaultyLexiconIsNotPrepared() throws {
    let folder = try Repository.folder([
      "a.yaml": "name: a\nkind: stance\nentries:\n  - {term: quay, weight: 7}\n",
      "b.yaml": "name: b\nkind: cues\nentries:\n  - {term: said, class: sey}\n",
    ])
    #expect {
      try LexiconPreparation.prepare(folder: folder)
    } throws: {
      let message = "\($0)"
      return message.contains("a.yaml:4:") && message.contains("b.yaml:4:")
    }
  }
}
