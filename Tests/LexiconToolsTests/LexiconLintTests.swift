import Lexicons
import Testing

@testable import LexiconTools

@Suite struct LexiconLintTests {
  private func findings(_ entries: String) throws -> [String] {
    let yaml = "name: mine\nkind: stance\nentries:\n" + entries
    let file = try LexiconFile.read(path: "mine.yaml", bytes: Array(yaml.utf8), kind: "stance")
    return LexiconLint().findings(in: file).map(\.description)
  }

  @Test func aGoodLexiconHasNoFindings() throws {
    #expect(
      try findings(
        "- {term: grim, weight: -0.4}\n- {lemma: hail, pos: verb, object: 0.5}\n- {term: hail, pos: noun, weight: -0.2}\n"
      ).isEmpty)
  }

  @Test(arguments: [
    ("- {term: GRIM, weight: -0.4}\n- {term: grim, weight: -0.2}\n", "mine.yaml:5:1: warning: `grim` stands on line 4"),
    (
      "- {term: grim, weight: -0.4}\n- {term: grim, weight: 0.4}\n", "mine.yaml:5:1: warning: `grim` contradicts line 4"
    ),
    ("- {term: gr*m, weight: -0.4}\n", "mine.yaml:4:1: warning: `gr*m` never matches"),
    ("- {term: gr*, weight: -0.4}\n", "mine.yaml:4:1: warning: `gr*` matches every word"),
    ("- {lemma: hail, object: 0.4}\n", "mine.yaml:4:1: warning: `hail` is a lemma without"),
    ("- {term: Mara Dole, weight: -0.4}\n", "mine.yaml:4:1: warning: `Mara Dole` looks like a name"),
    ("- {term: \"!!\", weight: -0.4}\n", "mine.yaml:4:1: warning: `!!` is only signs"),
  ])
  func saysWhatIsWrong(entries: String, message: String) throws {
    let found = try findings(entries)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(message) == true)
  }
}
