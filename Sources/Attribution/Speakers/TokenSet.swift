/// A set of tokens of one document, by their indices.
struct TokenSet {
  private var isIn: [Bool]

  /// - Parameter count: of the document's tokens; others are in no set.
  init(count: Int) { isIn = Array(repeating: false, count: count) }

  mutating func insert(_ range: Range<Int>) {
    for index in range.clamped(to: isIn.indices) { isIn[index] = true }
  }

  func contains(_ index: Int) -> Bool { isIn.indices.contains(index) && isIn[index] }
}
