import Documents
import Lexicons
import Testing

@testable import Linguistics

@Suite struct LazyShallowTaggerTests {
  private func file(_ name: String, _ entries: String) throws -> LexiconFile {
    let yaml = "name: \(name)\nkind: \(name)\nentries:\n\(entries)\n"
    return try LexiconReader(path: "\(name).yaml", bytes: Array(yaml.utf8)).read()
  }

  private func article(_ text: String) -> SegmentedArticle {
    Segmenter(abbreviations: Abbreviations([])).segment(paragraphs(text))
  }

  private func tagger(verbs: String = "- {lemma: dredge, pos: verb}") throws -> LazyShallowTagger {
    LazyShallowTagger(
      verbFiles: [try file("cues", verbs)], nameFiles: [try file("names", "- {term: Mara, gender: f}")],
      nounFiles: [try file("roles", "- {term: harbour pilot, class: office}")])
  }

  @Test func tagsByLexiconsEndingsAndCapitals() throws {
    let article = article("Mara dredged the harbour quickly. The pilots said 12 things.")
    #expect(
      try tagger().tags(of: article) == [
        .propn, .verb, .det, .noun, .adv, .punct, .det, .noun, .noun, .num, .noun, .punct,
      ])
  }

  /// Each tagger's tags are its own, and made once a document.
  @Test func aDocumentKeepsTheTagsOfEachTagger() throws {
    let article = article("The pilots said things.")
    let (one, other) = (try tagger(), try tagger(verbs: "- {lemma: say, pos: verb, forms: [says, said]}"))
    #expect(one.tags(of: article)[2] == .noun)
    #expect(other.tags(of: article)[2] == .verb)
    #expect(one.tags(of: article)[2] == .noun)
    var made = 0
    for _ in 0..<3 {
      let kept: [UPOS] = article.memo.value(of: one) {
        made += 1
        return [.x]
      }
      #expect(kept == one.tags(of: article))
    }
    #expect(made == 0)
  }

  @Test func standsOnTheSameFilesOnly() throws {
    let (verbs, names) = (try file("cues", "- {lemma: say, pos: verb}"), try file("names", "- {term: Mara}"))
    let tagger = LazyShallowTagger(verbFiles: [verbs], nameFiles: [names], nounFiles: [])
    #expect(tagger.stands(on: [verbs], [names], []))
    #expect(!tagger.stands(on: [verbs], [], []) && !tagger.stands(on: [names], [names], []))
    #expect(!tagger.stands(on: [try file("cues", "- {lemma: say, pos: verb}")], [names], []))
  }
}
