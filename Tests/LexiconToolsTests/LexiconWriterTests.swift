import Lexicons
import TestSupport
import Testing

@testable import LexiconTools

@Suite struct LexiconWriterTests {
  private func entries(_ file: LexiconFile) -> [[String: LexiconEntry.Value]] {
    file.entries.map { entry in
      Dictionary(entry.fields.map { ($0.key, $0.value) }) { first, _ in first }
    }
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    let text = """
      name: mine
      version: "2"
      kind: stance
      entries:
      - {term: ":-)", weight: 0.4}
      - {term: "no", weight: -0.1, examples: ["“Aye,” she said: so \\"what\\" => she favor", "a, b"]}
      - {lemma: stand by, pos: verb, object: 0.5, "on": 0.2, forms: [stands, stood, standing, stood]}
      - {term: "# of, the day {x}", weight: -1e-3}
      """
    let file = try LexiconFile.read(path: "mine.yaml", bytes: Array(text.utf8), kind: "stance")
    let again = try LexiconFile.read(path: "two.yaml", bytes: Array(LexiconWriter(file).yaml().utf8), kind: "stance")
    #expect(entries(again) == entries(file))
    #expect(again.header == file.header)
  }

  @Test(arguments: ["stance", "cues", "actors"])
  func shippedLexiconsReadBackTheSame(name: String) throws {
    let file = try LexiconReader.read(path: Repository.path("Lexicons/\(name).yaml"))
    let again = try LexiconFile.read(path: "two.yaml", bytes: Array(LexiconWriter(file).yaml().utf8), kind: name)
    #expect(entries(again) == entries(file))
  }

  @Test func tablesHaveAColumnForEachKey() throws {
    let bytes = Array("sunny\t3\n\"so, so\"\t-1\n".utf8)
    let file = try LexiconFile.read(path: "list.txt", bytes: bytes, kind: "stance")
    #expect(LexiconWriter(file).csv() == "term,weight\nsunny,0.6\n\"\"\"so, so\"\"\",-0.2\n")
  }
}
