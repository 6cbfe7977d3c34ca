import Linguistics
import Testing

@testable import Stance

@Suite struct GroupWordsTests {
  /// Nothing is learned of groups: with another one, every score stays as it was. (Where another word gives a sentence
  /// another tree, its score may differ with the tree.)
  @Test(arguments: [
    ("Critics called [Tarnov] a corrupt liar who despised black voters.", "black", ["white", "gay", "hispanic"]),
    ("[Tarnov] was honored by the women of the town.", "women", ["men", "immigrants", "girls"]),
    ("{Quillon} said [Tarnov] had lied to his wife.", "wife", ["husband"]),
  ]) func swappingGroupsLeavesScores(marked: String, group: String, others: [String]) throws {
    let score = try StanceModelTests.answer(marked).score
    #expect(score != 0)
    for other in others {
      #expect(try StanceModelTests.answer(marked.replacing(group, with: other)).score == score, "\(other)")
    }
  }

  @Test func otherWordsStandForThemselves() {
    for word in ["attack", "husband", "people", "he"] {
      #expect(GroupWords.leveled(hash(of: word.utf8)) == hash(of: word.utf8), "\(word)")
      #expect(!GroupWords.contains(hash(of: word.utf8)), "\(word)")
    }
    #expect(GroupWords.leveled(hash(of: "gay".utf8)) == GroupWords.group)
    #expect(GroupWords.leveled(hash(of: "spokeswoman".utf8)) == hash(of: "spokesman".utf8))
  }
}
