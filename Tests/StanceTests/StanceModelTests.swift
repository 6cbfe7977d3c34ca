import Documents
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

  @Test func aDamagedModelIsRefused() {
    #expect(throws: Diagnostic.self) { try StanceModel(bytes: [1, 2, 3]) }
  }
}
