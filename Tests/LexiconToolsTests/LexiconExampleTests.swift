import Documents
import Lexicons
import Testing

@testable import LexiconTools

@Suite struct LexiconExampleTests {
  private func examples(_ written: String) throws -> [LexiconExample] {
    let yaml =
      "name: mine\nkind: stance\nentries:\n- {lemma: hail, pos: verb, object: 0.5, examples: [\"\(written)\"]}\n"
    return try LexiconExample.all(in: LexiconFile.read(path: "mine.yaml", bytes: Array(yaml.utf8), kind: "stance"))
  }

  @Test func readsSentenceTargetAndSide() throws {
    let example = try #require(try examples("Dockers hailed the pilots => the pilots favor").first)
    #expect(example.text.string(example.target) == "the pilots")
    #expect(example.expected == .favor)
    #expect(example.line == 4)
  }

  @Test(arguments: [
    ("Dockers hailed the pilots", "has no `=>`"), ("Dockers hailed the pilots => favor", "behind `=>`"),
    ("Dockers hailed the pilots => the cooks favor", "does not hold its target `the cooks`"),
  ])
  func saysWhatIsWrong(written: String, message: String) {
    #expect { try examples(written) } throws: { "\($0)".hasPrefix("mine.yaml:4:") && "\($0)".contains(message) }
  }
}
