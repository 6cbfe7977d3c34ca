import Documents
import Lexicons
import Pipelines
import TestSupport
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

  /// Every example that the shipped lexicon carries comes out by the open formula.
  @Test func shippedExamplesComeOut() throws {
    let installation = Installation(home: Repository.root)
    let examples = try LexiconExample.all(in: installation.lexicon("stance", kind: "stance"))
    let questions = try PipelineLoader(installation: installation).load("lexicon-only").questions()
    #expect(examples.count > 200)
    for example in examples {
      let answer = try questions.answer(StanceQuery(text: example.text, target: example.target))
      #expect(answer.side == example.expected, "stance.yaml:\(example.line): \(example.text.string)")
    }
  }

  @Test(arguments: [
    ("Dockers hailed the pilots", "has no `=>`"), ("Dockers hailed the pilots => favor", "behind `=>`"),
    ("Dockers hailed the pilots => the cooks favor", "does not hold its target `the cooks`"),
  ])
  func saysWhatIsWrong(written: String, message: String) {
    #expect { try examples(written) } throws: { "\($0)".hasPrefix("mine.yaml:4:") && "\($0)".contains(message) }
  }
}
