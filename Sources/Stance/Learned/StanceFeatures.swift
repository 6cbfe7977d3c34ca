import Attribution
import Documents
import Linguistics

/// Features of a question, each with the token that it is about, so that a score can be explained.
package struct StanceFeatures {
  private(set) var features: [Feature] = []
  package let question: QuestionKind
  /// The same words once more, for ``FactorModel``.
  package internal(set) var placed = PlacedWords()

  struct Feature {
    var hash: UInt64
    /// The token that it is about; none for a number that no token has.
    var place: Int32
    var kind: Kind
  }

  init(_ question: QuestionKind) {
    self.question = question
    features.reserveCapacity(FeatureBag.limit / 4)
  }

  enum Kind: String, Sendable, CaseIterable {
    case prior, lexicon, window, word, tree, path, between, place
  }

  @inline(__always)
  mutating func add(
    _ kind: Kind, _ place: Int, _ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0
  ) {
    guard features.count < FeatureBag.limit else { return }
    features.append(
      Feature(hash: FeatureBag.hash(template, a, b, c), place: Int32(truncatingIfNeeded: place), kind: kind))
  }

  /// The hashes of all features, some kinds left out.
  package func hashes(without: Set<String>) -> [UInt64] {
    guard !without.isEmpty else { return features.map(\.hash) }
    return features.lazy.filter { !without.contains($0.kind.rawValue) }.map(\.hash)
  }
}
