import Attribution
import Documents
import Linguistics

/// Features of a question, each with the token that it is about, so that a score can be explained.
package struct StanceFeatures {
  package private(set) var bag = FeatureBag()
  /// The token of each feature, -1 for none.
  private(set) var places: [Int32] = []
  /// The kind of each feature.
  private(set) var kinds: [Kind] = []
  package let question: QuestionKind
  /// The same words once more, for ``FactorModel``.
  package internal(set) var placed = PlacedWords()

  init(_ question: QuestionKind) { self.question = question }

  enum Kind: String, Sendable, CaseIterable {
    case prior, lexicon, window, word, tree, path, between, place
  }

  @inline(__always)
  mutating func add(
    _ kind: Kind, _ place: Int, _ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0
  ) {
    bag.add(template, a, b, c)
    places.append(Int32(truncatingIfNeeded: place))
    kinds.append(kind)
  }

  /// The hashes of all features, some kinds left out.
  package func hashes(without: Set<String>) -> [UInt64] {
    guard !without.isEmpty else { return bag.hashes }
    return bag.hashes.indices.filter { !without.contains(kinds[$0].rawValue) }.map { bag.hashes[$0] }
  }
}
