import Testing

@testable import Attribution

struct IDSetTests {
  @Test func holdsTheIdsOfItsVocabulary() {
    var set = IDSet(count: 130)
    for id: Int32 in [0, 63, 64, 129, 4_000] { set.insert(id) }
    #expect((Int32(0)..<5_000).filter(set.contains) == [0, 63, 64, 129])
  }

  @Test func anEmptyOneHoldsNothing() {
    var set = IDSet(count: 0)
    set.insert(0)
    #expect(!set.contains(0))
  }
}
