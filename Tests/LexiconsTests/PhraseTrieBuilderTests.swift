import Testing

@testable import Lexicons

@Suite struct PhraseTrieBuilderTests {
  private static func trie(_ phrases: [[Int32]]) -> PhraseTrie {
    var builder = PhraseTrieBuilder()
    for (payload, phrase) in phrases.enumerated() { builder.insert(phrase, payload: Int32(payload)) }
    return builder.trie
  }

  private static func matches(_ trie: PhraseTrie, _ text: [Int32]) -> [[Int]] {
    var found: [[Int]] = []
    for start in text.indices {
      trie.matches(in: text, at: start, limit: text.count) { found.append([start, $0, Int($1)]) }
    }
    return found
  }

  private static let first: [[Int32]] = [[3, 5], [3, 5, 7], [5], [3, 5]]
  private static let second: [[Int32]] = [[5], [3], [7, 3, 5], [3, 5, 7, 7]]
  private static let text: [Int32] = [1, 3, 5, 7, 3, 5, 7, 7, 0, 5]

  @Test func aTrieIsTakenAsItsPhrasesAre() {
    var builder = PhraseTrieBuilder()
    builder.insert(Self.trie(Self.first), payloads: 0, words: 8)
    builder.insert(Self.trie(Self.second), payloads: 4, words: 8)
    let found = Self.matches(builder.trie, Self.text)
    #expect(found == Self.matches(Self.trie(Self.first + Self.second), Self.text))
    #expect(found.contains([1, 2, 3]) && found.contains([9, 1, 4]))
  }

  /// What a file says of words that there are not is left out.
  @Test func wordsBeyondTheLimitAreLeftOut() {
    var builder = PhraseTrieBuilder()
    builder.insert(Self.trie([[3, 5], [3, 900_000_000], [5]]), payloads: 0, words: 8)
    #expect(Self.matches(builder.trie, [3, 5, 3, 900_000_000]) == [[0, 2, 0], [1, 1, 2]])
  }
}
