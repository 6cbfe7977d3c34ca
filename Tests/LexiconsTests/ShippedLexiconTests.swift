import Documents
import TestSupport
import Testing

@testable import Lexicons

/// Every shipped lexicon is read without an error, and says what the project promises of it.
@Suite struct ShippedLexiconTests {
  private func file(_ name: String) throws -> LexiconFile {
    try LexiconReader.read(path: Repository.path("Lexicons/\(name).yaml"))
  }

  @Test func cues() throws {
    var vocabulary = Vocabulary()
    let lexicon = try CueLexicon([try file("cues")], vocabulary: &vocabulary)
    #expect(lexicon.allCues().count >= 400)
    let said = lexicon.index.longestMatches(in: [vocabulary.id(of: "said")], 0..<1)
    #expect(said.first.map { lexicon.cue($0.entry).cueClass } == .say)
  }

  @Test func stance() throws {
    var vocabulary = Vocabulary()
    let lexicon = try StanceLexicon([try file("stance")], vocabulary: &vocabulary)
    #expect(lexicon.allTerms().count >= 1000)
    #expect(lexicon.allTerms().contains { $0.isAct })
  }

  @Test func actors() throws {
    var vocabulary = Vocabulary()
    let lexicon = try ActorLexicon(actors: [try file("actors")], vocabulary: &vocabulary)
    #expect(lexicon.actors.count { $0.kind == .country } >= 193)
    #expect(lexicon.actors.count { $0.kind == .organization } >= 300)
    #expect(lexicon.actor(id: "KR") != nil)
  }

  @Test(arguments: [
    "abbreviations", "hedges", "intensifiers", "negators", "modality", "roles", "given-names", "organisations",
  ])
  func wordLists(name: String) throws {
    var vocabulary = Vocabulary()
    let list = try WordList([try file(name)], vocabulary: &vocabulary)
    #expect(list.allEntries().count > 50)
  }

  /// Terms for groups of people carry no polarity (DESIGN.md, section 6).
  @Test func groupsOfPeopleAreNoStanceTerms() throws {
    let groups = [
      "muslim", "jew", "jewish", "christian", "catholic", "hindu", "black", "white", "asian", "arab", "gay", "lesbian",
      "transgender", "woman", "man", "immigrant", "migrant", "refugee", "foreigner", "american", "russian", "chinese",
    ]
    for entry in try file("stance").entries {
      let term = (entry.string("term") ?? entry.string("lemma") ?? "").lowercased()
      let weights = entry.fields.compactMap { field in Double(entry.string(field.key) ?? "") }
      #expect(!groups.contains(term) || weights.allSatisfy { $0 == 0 }, "\(term)")
    }
  }
}
