import Testing

@testable import Lexicons

@Suite struct PhraseTrieTests {
  @Test func findsEveryPhraseAndTheLongest() {
    var builder = PhraseTrieBuilder()
    builder.insert([3, 5], payload: 0)
    builder.insert([3, 5, 7], payload: 1)
    builder.insert([5], payload: 2)
    let trie = builder.trie
    let text: [Int32] = [1, 3, 5, 7, 5, 0]
    var found: [[Int]] = []
    for start in text.indices {
      trie.matches(in: text, at: start, limit: text.count) { length, payload in
        found.append([start, length, Int(payload)])
      }
    }
    #expect(found == [[1, 2, 0], [1, 3, 1], [2, 1, 2], [4, 1, 2]])
    #expect(trie.longest(in: text, at: 1, limit: 3)?.length == 2)
    #expect(trie.longest(in: text, at: 9, limit: 20) == nil)
  }

  @Test func unknownWordsNeverMatch() {
    var builder = PhraseTrieBuilder()
    builder.insert([0], payload: 0)
    builder.insert([], payload: 1)
    #expect(builder.trie.longest(in: [0, 0], at: 0, limit: 2) == nil)
  }

  @Test func growsWithoutLosingAPhrase() {
    var builder = PhraseTrieBuilder()
    for word in Int32(1)...5000 { builder.insert([word, word / 2 + 1, 9], payload: word) }
    let trie = builder.trie
    for word in Int32(1)...5000 {
      #expect(trie.longest(in: [word, word / 2 + 1, 9], at: 0, limit: 3)?.payload == word)
    }
  }
}
