import Documents
import TestSupport
import Testing

@testable import Pipelines
@testable import Stance

@Suite struct QuestionTests {
  /// The target is marked with brackets, the holder with braces.
  static func query(_ marked: String) -> StanceQuery {
    var text = ""
    var spans: [Character: Int] = [:]
    var target = Documents.Span(0, 0)
    var holder: Documents.Span?
    for character in marked {
      switch character {
      case "[", "{": spans[character] = text.utf8.count
      case "]": target = Documents.Span(spans["["] ?? 0, text.utf8.count)
      case "}": holder = Documents.Span(spans["{"] ?? 0, text.utf8.count)
      default: text.append(character)
      }
    }
    return StanceQuery(text: Text(text), target: target, holder: holder)
  }

  static func answer(_ marked: String) throws -> StanceAnswer {
    try Scoring.pipeline.get().questions().answer(query(marked))
  }

  @Test(arguments: [
    ("Critics called [Tarnov] a corrupt liar.", Stance.Side.against),
    ("The crowd cheered [Marta Quillon], a beloved and honest mayor.", .favor),
    ("[Tarnov] met the ferry crews on Monday.", .neutral),
    ("[Tarnov] lied to the council.", .against),
    ("The council condemned [Tarnov].", .against),
    ("The committee praised [Tarnov] on Friday.", .favor),
    // A particle leaves the verb its object.
    ("The treasury bailed out [Sunder Motors].", .favor),
    // Two negations are none, and what is hidden is there.
    ("Nobody in the chamber doubted the integrity of [Judge Okonway].", .favor),
    ("Everyone in the chamber doubted the integrity of [Judge Okonway].", .against),
    ("She has never hidden her admiration for [Petra Voss].", .favor),
    ("She has never had any admiration for [Petra Voss].", .against),
    // The end of something is no end to it.
    ("In the end [Hask] proved a coward.", .against),
    // Whoever the others are measured by has what they lack.
    ("Few partners are as trustworthy as [Lorne].", .favor),
    ("Few partners of [Lorne] are trustworthy.", .against),
    // An epithet inside the mention is what the text says of it.
    ("[The unrepentant governor] shrugged.", .against),
    ("Residents met [the controversial incinerator firm].", .against),
  ]) func aTextTakesSides(marked: String, side: Stance.Side) throws {
    #expect(try QuestionTests.answer(marked).side == side)
  }

  @Test func whatTheTargetSaysItselfCountsLess() throws {
    let said = try QuestionTests.answer("“The plan is a corrupt and shameful disgrace,” [Tarnov] said.")
    let told = try QuestionTests.answer("The plan is a corrupt and shameful disgrace of [Tarnov].")
    #expect(abs(said.score) < abs(told.score))
  }

  /// The documented formula, done again from nothing but the hits.
  @Test(arguments: [
    "Critics called [Tarnov] a corrupt liar, but the crowd cheered.",
    "[Marta Quillon] was not honest and very reckless, the council said.", "[Tarnov] met the crews.",
  ]) func theScoreIsTheFormulaOfTheHits(marked: String) throws {
    let answer = try QuestionTests.answer(marked)
    let sum = answer.hits.reduce(0) { $0 + $1.contribution }
    let score = sum == 0 ? 0 : sum / (sum * sum + 0.5).squareRoot()
    #expect(abs(answer.score - score) < 1e-12)
    for hit in answer.hits { #expect(abs(hit.weight) <= 1 && abs(hit.contribution) <= abs(hit.weight) * 2) }
  }

  @Test(arguments: [
    ("Critics called [Tarnov] a corrupt liar.", ["Quillon", "Hassan", "Nguyen", "Imre"]),
    ("The council condemned [Russia] for the attack.", ["Norway", "Nigeria", "Brazil"]),
  ]) func swappingNamesLeavesScores(marked: String, names: [String]) throws {
    let old = marked.contains("Tarnov") ? "Tarnov" : "Russia"
    let score = try QuestionTests.answer(marked).score
    #expect(score != 0)
    for name in names { #expect(try QuestionTests.answer(marked.replacing(old, with: name)).score == score) }
  }

  @Test func aPipelineWithoutScoreSaysSo() throws {
    let pipeline = try PipelineLoader(installation: Installation(home: Repository.root)).load("sentences")
    #expect(throws: Diagnostics.self) { try pipeline.questions() }
  }
}
