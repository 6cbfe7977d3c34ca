import Documents
import Linguistics
import TestSupport
import Testing

@testable import Pipelines
@testable import Stance

@Suite struct StanceModelTests {
  static let questions = Result {
    try PipelineLoader(installation: Installation(home: Repository.root)).load("news").questions()
  }

  static func answer(_ marked: String) throws -> StanceAnswer {
    try questions.get().answer(QuestionTests.query(marked))
  }

  @Test func takesSidesAndExplainsThem() throws {
    let against = try StanceModelTests.answer("Critics called [Tarnov] a corrupt and shameful liar.")
    #expect(against.side == .against)
    #expect(!against.hits.isEmpty && against.hits.count <= 6)
    #expect((-1...1).contains(against.score))
    let favor = try StanceModelTests.answer("[Quillon] won praise as a brilliant and honest mayor.")
    #expect(favor.score > 0.2)
  }

  /// No name is a feature. (Where another name gives a sentence another tree, its score may differ with the tree.)
  @Test(arguments: [
    ("{Quillon} condemned [Tarnov] on Friday.", ["Hassan", "Nguyen", "Imre"])
  ]) func swappingNamesLeavesScores(marked: String, names: [String]) throws {
    let score = try StanceModelTests.answer(marked).score
    for name in names {
      #expect(try StanceModelTests.answer(marked.replacing("Tarnov", with: name)).score == score, "\(name)")
    }
  }

  /// Who is asked the other way round gets no side too: one of the two answers is taken.
  @Test(arguments: [
    ("Quillon", "condemned", "Tarnov", Stance.Side.against), ("Quillon", "praised", "Tarnov", .favor),
  ]) func onlyOneOfTwoIsForOrAgainstTheOther(first: String, verb: String, last: String, side: Stance.Side) throws {
    #expect(try StanceModelTests.answer("{\(first)} \(verb) [\(last)] on Friday.").side == side)
    #expect(try StanceModelTests.answer("[\(first)] \(verb) {\(last)} on Friday.").side == .neutral)
  }

  /// Every word's part is exact: all parts make the log-odds of favor over against.
  @Test(arguments: [
    "{Quillon} condemned [Tarnov] on Friday.", "[Quillon] was praised by {Tarnov} for her courage.",
    "Critics called [Tarnov] a corrupt and shameful liar.",
  ]) func partsAreTheWholeAnswer(marked: String) throws {
    let trace = Trace()
    let score = try StanceModelTests.questions.get().answer(QuestionTests.query(marked), trace: trace).score
    let learned = try #require(trace.learned)
    let sum = learned.parts.reduce(0) { $0 + $1.contribution }
    #expect(abs(sum - (logarithm(learned.favor) - logarithm(learned.against))) < 1e-4)
    #expect(abs(learned.favor - learned.against - score) < 1e-9)
  }

  @Test func aDamagedModelIsRefused() {
    #expect(throws: Diagnostic.self) { try StanceModel(bytes: [1, 2, 3]) }
  }
}
