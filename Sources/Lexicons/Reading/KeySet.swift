/// A few words to look keys up in, quicker than hashing them: lexicons have some hundred thousand keys.
struct KeySet: Sendable {
  /// The words, by length in bytes.
  private var words: [[String]] = []

  init(_ words: some Sequence<String>) {
    for word in words.sorted() {
      while self.words.count <= word.utf8.count { self.words.append([]) }
      if !contains(word) { self.words[word.utf8.count].append(word) }
    }
  }

  func contains(_ key: String) -> Bool {
    let count = key.utf8.count
    return count < words.count && words[count].contains(key)
  }

  func union(_ others: some Sequence<String>) -> KeySet { KeySet(all + others) }

  /// The words, the shortest first.
  var all: [String] { words.flatMap { $0 } }
}

extension KeySet: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: String...) { self.init(elements) }
}
