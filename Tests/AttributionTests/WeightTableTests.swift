import Linguistics
import Testing

@testable import Attribution

@Suite struct WeightTableTests {
  @Test func sumsWhatItHas() throws {
    var bag = FeatureBag()
    for template in 0..<300 { bag.add(UInt64(template), 7) }
    let weights = bag.hashes.enumerated().filter { $0.offset % 3 == 0 }.map { ($0.element, Float($0.offset % 5) - 2) }
    let bytes = WeightTable.build(weights)
    try bytes.withUnsafeBytes { section in
      let table = try #require(WeightTable(section))
      #expect(abs(table.sum(bag) - weights.reduce(0) { $0 + $1.1 }) < 0.1)
      for (hash, weight) in weights { #expect(table.has(hash) == (weight != 0)) }
    }
  }

  @Test func otherSectionsAreRefused() {
    let bytes = WeightTable.build([(hash: 1 << 40, weight: 1)])
    bytes.dropLast().withUnsafeBytes { #expect(WeightTable($0) == nil) }
    [UInt8](repeating: 0, count: 64).withUnsafeBytes { #expect(WeightTable($0) == nil) }
  }
}
