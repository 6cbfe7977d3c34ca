import Testing

@testable import Attribution

@Suite struct TokenSetTests {
  @Test func holdsTheTokensOfItsDocument() {
    var set = TokenSet(count: 6)
    set.insert(1..<3)
    set.insert(5..<9)
    set.insert(0..<0)
    #expect((-1..<10).filter(set.contains) == [1, 2, 5])
  }

  @Test func mapsHaveNothingForUnknownIds() {
    var map = IDMap<String>()
    map[7] = "harbour"
    map[0] = "none"
    map[7_000] = "quay"
    #expect((0..<8_000).filter { map[Int32($0)] != nil } == [0, 7, 7_000])
    map[7] = nil
    #expect(map[7] == nil && map[7_000] == "quay" && map[90_000] == nil)
  }
}
