import Testing

@testable import Batch

struct ShardTests {
  @Test func numbersRunFromOne() {
    #expect(Shard("1/1") == .whole)
    #expect(Shard("3/8")?.number == 3)
    #expect(Shard("8/8")?.description == "8/8")
    for text in ["0/8", "9/8", "-1/8", "1/0", "3", "3/", "/8", "a/b", "1/2/3", " 1/2", "1/100001"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }

  @Test func eachIDIsInOneShardAndShardsAreEven() throws {
    let shards = try (1...10).map { try #require(Shard(number: $0, of: 10)) }
    var counts = [Int](repeating: 0, count: 10)
    for number in 0..<10_000 {
      let holders = shards.indices.filter { shards[$0].holds(id: "folder/article-\(number)") }
      #expect(holders.count == 1)
      for index in holders { counts[index] += 1 }
    }
    #expect(counts.allSatisfy { (850...1150).contains($0) })
  }
}
