import Documents
import Testing

@testable import Linguistics

@Suite struct BoundaryModelTests {
  @Test func tablesComeBackAsTheyWere() {
    let weights: [(feature: UInt32, weight: Int8)] = [(1, -128), (77, 5), (0x3F_FFFF, 127)]
    let table = BoundaryModel.table(weights, bias: -40)
    #expect(table.utf8.count == 20 && table.utf8.allSatisfy { $0 >= 0x30 && $0 < 0x7F && $0 != 0x5C })
    #expect(BoundaryModel(table: table).weights.map(\.feature) == weights.map(\.feature))
    #expect(BoundaryModel(table: table).weights.map(\.weight) == weights.map(\.weight))
    #expect(BoundaryModel(table: table).bias == -40)
  }

  @Test func shippedTableIsWhole() {
    let count = BoundaryWeights.table.utf8.filter { $0 >= 0x30 }.count
    #expect(count > 1000 && count % 5 == 0)
    #expect(BoundaryModel.english.weights.count == count / 5 - 1)
  }

  @Test func trainingLearnsAndRepeatsItself() {
    func trained() -> (table: String, features: Int, examples: Int) {
      var trainer = BoundaryTrainer(abbreviations: testAbbreviations)
      for number in 0..<30 {
        let text = "Plan \(number) works. Jo sees zorp. Next comes more zorp. Fine then"
        let starts = [0, "Plan \(number) works. ".utf8.count]
        trainer.add(paragraphs(text), sentenceStarts: Set(starts))
      }
      return trainer.train()
    }
    let first = trained()
    #expect(first.examples == 90 + 30 && first.features > 0)
    #expect(first.table == trained().table)
  }
}
