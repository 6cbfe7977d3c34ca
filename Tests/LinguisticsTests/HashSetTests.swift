import Documents
import Testing

struct HashSetTests {
  @Test func holdsWhatWasInserted() {
    var set = HashSet()
    let words = (0..<2_000).map { Array("word \($0)".utf8) }
    for word in words.prefix(1_000) {
      set.insert(HashSet.hash(word.span))
      set.insert(HashSet.hash(word.span))
    }
    #expect(words.prefix(1_000).allSatisfy { set.contains(HashSet.hash($0.span)) })
    #expect(!words.suffix(1_000).contains { set.contains(HashSet.hash($0.span)) })
  }

  @Test func zeroIsAHashToo() {
    var set = HashSet()
    #expect(!set.contains(0))
    set.insert(0)
    #expect(set.contains(0) && !set.contains(1))
  }

  @Test func hashesThatShareTheirLastBitsStayApart() {
    var set = HashSet()
    for number in UInt64(1)...500 { set.insert(number << 40) }
    #expect((UInt64(1)...500).allSatisfy { set.contains($0 << 40) } && !set.contains(501 << 40))
  }
}
