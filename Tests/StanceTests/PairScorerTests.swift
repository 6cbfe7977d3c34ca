import Documents
import TestSupport
import Testing

@testable import Pipelines
@testable import Stance

@Suite struct PairScorerTests {
  static let pipeline = Result {
    try PipelineLoader(installation: Installation(home: Repository.root)).load("news")
  }

  static func scored(_ text: String) throws -> ScoredArticle { try Scoring.scored(text, by: pipeline) }

  @Test(arguments: [
    ("Maria Quillon accused Peter Tarnov of lying to the council.", "Maria Quillon against Peter Tarnov"),
    ("Maria Quillon spoke. Peter Tarnov accused her of betraying the harbour.", "Peter Tarnov against Maria Quillon"),
    ("Maria Quillon (L-Norway) met Peter Tarnov. She praised him for his courage.", "Maria Quillon favor Peter Tarnov"),
    (
      "Vice President Peter Tarnov met President Maria Quillon. Oskar Imre condemned the president on Friday.",
      "Oskar Imre against Maria Quillon"
    ),
  ]) func findsWhoIsForOrAgainstWhom(text: String, expected: String) throws {
    let document = try PairScorerTests.scored(text)
    #expect(Scoring.sides(document) == [expected])
    let row = try #require(document.stances.first { $0.side != .neutral })
    #expect(row.lexicon.hasPrefix("stance-model@"))
    #expect(!row.hits.isEmpty && row.hits.allSatisfy { $0.contribution == $0.weight })
  }

  @Test(arguments: [
    ("Maria Quillon was fiercely critical of Peter Tarnov.", "Maria Quillon against Peter Tarnov"),
    ("Maria Quillon’s scathing attack on Peter Tarnov shocked the harbour.", "Maria Quillon against Peter Tarnov"),
  ]) func nounsAndAdjectivesTellDeedsToo(text: String, expected: String) throws {
    #expect(Scoring.sides(try PairScorerTests.scored(text)) == [expected])
  }

  @Test func whoeverHoldsAnOfficeIsNoTargetOfIt() throws {
    let text =
      "“We won,” said the brilliant chair of Ostrava, Peter Tarnov. The Harbour Union’s chair, Maria Quillon, left."
    let document = try PairScorerTests.scored(text)
    #expect(!document.resolved.attributed.statements.contains { $0.kind == .act })
  }

  @Test func whoDoesNotBlameTakesNoSide() throws {
    let text = "Maria Quillon did not blame Peter Tarnov for the flood."
    #expect(Scoring.sides(try PairScorerTests.scored(text)) == [])
  }

  @Test func deedsSayHowTheirActorIsNamed() throws {
    let document = try PairScorerTests.scored(
      "Maria Quillon met Oskar Imre on Monday. She humiliated Peter Tarnov on Friday.")
    let act = try #require(document.resolved.attributed.statements.firstIndex { $0.kind == .act })
    #expect(document.resolved.links[act].attribution == .pronoun)
    #expect(document.resolved.speakers[document.resolved.links[act].speaker].name == "Maria Quillon")
  }

  /// What somebody else is said to do is that one's stance, alleged, and not the speaker's.
  @Test func deedsOfOthersAreTheirs() throws {
    let document = try PairScorerTests.scored("Oskar Imre said Maria Quillon had praised Peter Tarnov.")
    let act = try #require(document.resolved.attributed.statements.first { $0.kind == .act })
    #expect(act.modality == .hedged)
    #expect(act.parent == document.resolved.attributed.statements.first { $0.kind != .act }?.id)
    #expect(Scoring.sides(document).contains("Maria Quillon favor Peter Tarnov"))
    #expect(!Scoring.sides(document).contains("Oskar Imre favor Peter Tarnov"))
  }

  /// The holder is whom the source is about, and no other name that stands in it.
  @Test(arguments: [
    "{Maria Quillon}, Norway’s envoy to Sweden, on Tuesday said [Peter Tarnov] was a liar.",
    "Norway’s envoy to Sweden, {Maria Quillon}, said [Peter Tarnov] was a liar.",
  ]) func theHolderIsTheHeadOfTheSource(marked: String) throws {
    let document = try PairScorerTests.scored(marked.filter { !"{}[]".contains($0) })
    let row = try #require(document.stances.first { document.resolved.targets[$0.target].name == "Peter Tarnov" })
    #expect(abs(row.score - (try StanceModelTests.answer(marked).score)) < 1e-9)
  }

  /// Of *no hostile intent* the words in their places say the wrong side, and the terms with their negation the right one.
  @Test func negatedTermsHoldOutLonger() throws {
    let text =
      "Sweden, a treaty ally of both Denmark and Finland, has repeatedly said that it has no hostile intent towards Norway."
    #expect(try !Scoring.sides(PairScorerTests.scored(text)).contains("Sweden against Norway"))
  }

  /// *Quillon said she had humiliated Tarnov* is one row, not two.
  @Test func ownDeedsAreTheStatements() throws {
    let document = try PairScorerTests.scored("Maria Quillon said she had humiliated Peter Tarnov.")
    #expect(!document.resolved.attributed.statements.contains { $0.kind == .act })
  }

  @Test func conditionsAreNoDeeds() throws {
    let document = try PairScorerTests.scored("If Maria Quillon humiliated Peter Tarnov, nobody would stay.")
    #expect(!document.resolved.attributed.statements.contains { $0.kind == .act })
  }

  /// *prevent X from escalating*: the open formula takes nobody else for the one who escalates.
  @Test func whoIsKeptFromADeedWouldDoIt() throws {
    let document = try PairScorerTests.scored(
      "Norway must prevent the summit from escalating the war, said Oskar Imre.")
    let norway = try #require(document.stances.first { document.resolved.targets[$0.target].name == "Norway" })
    #expect(norway.lexicon.hasPrefix("stance@") && norway.hits.isEmpty)
  }

  /// What comes from somebody is that one's deed, and none towards him.
  @Test(arguments: [
    "Maria Quillon has the strong support of Peter Tarnov.", "Maria Quillon landed an endorsement from Peter Tarnov.",
    "Maria Quillon drew praise from Peter Tarnov.",
  ]) func whoGetsSomethingShowsNothing(text: String) throws {
    #expect(!Scoring.sides(try PairScorerTests.scored(text)).contains { $0.hasPrefix("Maria Quillon") })
  }

  @Test func whatBelongsToAnotherIsThatOnesDeed() throws {
    let text = "Oskar Imre condemned Norway’s vicious attacks on Peter Tarnov."
    #expect(!Scoring.sides(try PairScorerTests.scored(text)).contains("Oskar Imre against Peter Tarnov"))
  }

  @Test func quotationsThatGoOnHaveRows() throws {
    let text = "“The harbour is safe,” Maria Quillon said.\n\n“Peter Tarnov is a liar and a disgrace to the council.”"
    #expect(Scoring.sides(try PairScorerTests.scored(text)) == ["Maria Quillon against Peter Tarnov"])
  }

  @Test func whoOnlySaysWhatSomethingIsLikeHasNoRow() throws {
    let text = "Congress met. Maria Quillon endorsed House Speaker Peter Tarnov."
    let sides = Scoring.sides(try PairScorerTests.scored(text))
    #expect(!sides.contains { $0.contains("House") || $0.contains("Congress") })
  }

  /// *Norwegians* by themselves are people, not their country.
  @Test func aPeopleIsNotItsCountry() throws {
    let text = "Maria Quillon accused Norwegians of lying to the council."
    #expect(Scoring.sides(try PairScorerTests.scored(text)) == [])
  }

  @Test func deeperTargetsNeedMore() {
    let scores = (0...3).map { PairScorer.Threshold.said(.assertion, by: .person, isFavor: false, clauses: $0) }
    for (one, other) in zip(scores, scores.dropFirst()) {
      #expect(one.person <= other.person && one.other < other.other)
      #expect(one.country ?? 0 <= other.country ?? 0)
    }
    let body = PairScorer.Threshold.said(.assertion, by: .organization, isFavor: false, clauses: 0)
    #expect(body.person > scores[0].person && body.other > scores[0].other)
  }

  @Test func issuesAreTargetsToo() throws {
    let document = try PairScorerTests.scored("Maria Quillon condemned the death penalty as barbaric.")
    #expect(Scoring.sides(document) == ["Maria Quillon against death penalty"])
  }

  @Test(arguments: ["Hassan", "Nguyen", "Imre"]) func swappingNamesLeavesScores(name: String) throws {
    let text = "Maria Quillon accused Peter Tarnov of lying to the council."
    let score = try PairScorerTests.scored(text).stances.map(\.score)
    #expect(score.count == 1)
    #expect(try PairScorerTests.scored(text.replacing("Tarnov", with: name)).stances.map(\.score) == score)
  }

  @Test func lexiconsAloneUseNoWeights() throws {
    let document = try Scoring.scored("Maria Quillon accused Peter Tarnov of lying to the council.")
    #expect(document.stances.allSatisfy { $0.lexicon.hasPrefix("stance@") })
  }
}
