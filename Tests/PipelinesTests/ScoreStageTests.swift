import Documents
import TestSupport
import Testing

@testable import Pipelines

@Suite struct ScoreStageTests {
  private static let mine = """
    name: mine
    version: "2"
    kind: stance
    entries:
    - {term: reckless, weight: 0.9}
    - {lemma: ferry, pos: verb, object: -0.8, act: true}
    """
  private static let vader =
    "reckless\t-2.4\t0.8\t[-3, -2, -2, -3, -2, -2, -3, -3, -2, -2]\ngood\t1.9\t0.9\t[2, 2, 1]\n"
  private static let text = """
    “Russia is a reckless neighbour,” Marta Quillon said. Peter Ashgrove condemned Norway.

    The United States sanctioned Belarus on Monday. Sweden ferried Denmark home.
    """

  private func pipeline(_ score: String) throws -> Pipeline {
    let yaml = "name: p\nstages:\n  - clean\n  - segment\n  - attribute\n  - resolve\n  - score: \(score)\n"
    let folder = try Repository.folder(["p.yaml": yaml, "mine.yaml": Self.mine, "vader.txt": Self.vader])
    return try PipelineLoader(installation: Installation(home: Repository.root)).load(folder + "/p.yaml")
  }

  private func scored(_ score: String) throws -> ScoredArticle {
    let source = SourceDocument(id: "a", path: "a.txt", bytes: Array(Self.text.utf8), format: .text)
    return try #require(try pipeline(score).process(source) as? ScoredArticle)
  }

  /// `target side` of the stances of a lexicon that rest on statements which are no deeds.
  private func rows(_ document: ScoredArticle, _ lexicon: String) -> [String] {
    document.stances.filter {
      $0.lexicon == lexicon && document.resolved.attributed.statements[$0.statement].kind != .act
    }.map { "\(document.resolved.targets[$0.target].name) \($0.score) \($0.hits.map(\.term))" }
  }

  @Test func eachLexiconHasTheRowsThatItHasAlone() throws {
    let both = try scored("{lexicons: [stance, ./mine.yaml, ./vader.txt], combine: side-by-side}")
    for (name, reference) in [("stance", "stance@1.0"), ("./mine.yaml", "mine@2"), ("./vader.txt", "vader@0")] {
      let alone = try scored("{lexicons: [\(name)]}")
      #expect(!rows(both, reference).isEmpty)
      #expect(rows(both, reference) == rows(alone, reference))
    }
    // One row a statement, target and lexicon, the lexicons in the order of the file.
    let lexicons = both.stances.map(\.lexicon)
    #expect(lexicons == (0..<(lexicons.count / 3)).flatMap { _ in ["stance@1.0", "mine@2", "vader@0"] })
    let russia = both.stances.filter { both.resolved.targets[$0.target].name == "Russia" }
    #expect(russia.map(\.side) == [.against, .favor, .against])
  }

  /// A deed that one of them knows is a statement for all, and neutral where the verb is unknown.
  @Test func deedsAreTheDeedsOfAny() throws {
    let both = try scored("{lexicons: [stance, ./mine.yaml], combine: side-by-side}")
    let deeds = both.stances.filter { both.resolved.attributed.statements[$0.statement].kind == .act }
    let sides = deeds.map { "\(both.resolved.targets[$0.target].name) \($0.lexicon) \($0.side.rawValue)" }
    #expect(
      sides == [
        "Belarus stance@1.0 against", "Belarus mine@2 neutral", "Denmark stance@1.0 neutral", "Denmark mine@2 against",
      ])
  }

  @Test func mergingIsTheDefault() throws {
    let merged = try scored("{lexicons: [./mine.yaml, stance]}")
    #expect(Set(merged.stances.map(\.lexicon)) == ["mine@2+stance@1.0"])
    #expect(try scored("{lexicons: [./mine.yaml, stance], combine: merge}").stances == merged.stances)
    // The one named first counts.
    #expect(merged.stances.first { merged.resolved.targets[$0.target].name == "Russia" }?.side == .favor)
  }

  @Test func questionsAreAnsweredByEach() throws {
    let query = StanceQuery(text: Text("Tarnov is reckless."), target: Span(0, 6))
    let both = try pipeline("{lexicons: [./mine.yaml, ./vader.txt], combine: side-by-side}").questions().answer(query)
    #expect(both.lexicons.map(\.lexicon) == ["mine@2", "vader@0"])
    #expect(both.lexicons.map(\.side) == [.favor, .against])
    #expect(both.side == .favor && both.score == both.lexicons[0].score)
    let one = try pipeline("{lexicons: [./mine.yaml]}").questions().answer(query)
    #expect(one.lexicons.isEmpty && one.score == both.score)
  }

  @Test func rowsMustBeToldApart() throws {
    #expect {
      try pipeline("{lexicons: [stance, {file: ./vader.txt, name: stance, version: \"1.0\"}], combine: side-by-side}")
    } throws: {
      "\($0)".contains("p.yaml:7:32: error: a second lexicon is called `stance@1.0`")
    }
    #expect {
      try pipeline("{lexicons: [stance], combine: sideways}")
    } throws: {
      "\($0)".contains("`combine` must be merge or side-by-side")
    }
  }
}
