import ModelFiles
import Testing

@testable import Stance

@Suite struct FactorModelTests {
  static func bytes(blocks: Int = 1) -> [UInt8] {
    var block = FactorModel.Block()
    block.start[0] = 0.5
    block.lexicon[1][0] = 2
    block.favor[0] = 1
    block.against[0] = -2
    var writer = ModelWriter()
    func vector(_ first: Float) -> [Float] { [first] + [Float](repeating: 0, count: 16 * blocks - 1) }
    FactorModel.write(
      &writer, "test", words: [(11, vector(3)), (12, vector(-1))], places: [(PlacedWords.place(1), vector(1.5))],
      blocks: [block] + Array(repeating: FactorModel.Block(), count: blocks - 1), favor: 0.25, against: 0.125)
    return writer.finish()
  }

  static func parts(_ placed: PlacedWords) throws -> [Int: (favor: Float, against: Float)] {
    let model = try #require(try FactorModel(ModelFile(bytes: bytes()), "test"))
    var parts: [Int: (favor: Float, against: Float)] = [:]
    model.sum(placed) { parts[$0] = ($1, $2) }
    return parts
  }

  @Test func aWordCountsTimesItsPlaces() throws {
    var placed = PlacedWords()
    placed.begin(token: 4, lemma: 11)
    placed.add(1)
    placed.begin(token: 5, lemma: 12)
    placed.begin(token: 6, lemma: 13)
    let parts = try FactorModelTests.parts(placed)
    #expect(parts[-1]?.favor == 0.25 && parts[-1]?.against == 0.125)
    // 3 × (0.5 + 1.5), for and, by its own vector, against.
    #expect(abs((parts[4]?.favor ?? 0) - 6) < 1e-4 && abs((parts[4]?.against ?? 0) + 12) < 1e-4)
    #expect(abs((parts[5]?.favor ?? 0) + 0.5) < 1e-4)
    #expect(parts[6] == nil)
  }

  @Test func whatTheLexiconSaysOfAnUnknownWordCounts() throws {
    var placed = PlacedWords()
    placed.begin(token: 2, lemma: 99, lexicon: SIMD4(0, 0.5, 0, 0))
    let parts = try FactorModelTests.parts(placed)
    // 2 × 0.5 × 0.5
    #expect(abs((parts[2]?.favor ?? 0) - 0.5) < 1e-4)
  }

  @Test func sectionsOfOtherSizesAreRefused() throws {
    var writer = ModelWriter()
    writer.add("test words", VectorTable.build([(1, [Float](repeating: 1, count: 16))], width: 16))
    writer.add("test places", VectorTable.build([(1, [Float](repeating: 1, count: 32))], width: 32))
    writer.add("test shared", [0])
    #expect(try FactorModel(ModelFile(bytes: writer.finish()), "test") == nil)
    #expect(throws: (any Error).self) { try FactorModel(ModelFile(bytes: FactorModelTests.bytes()), "other") }
  }
}
