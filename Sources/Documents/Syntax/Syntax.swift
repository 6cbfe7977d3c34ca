/// Tags, lemmas, heads, relations and entities: arrays as long as the document's tokens.
public struct Syntax: Sendable {
  public var tags: [UPOS]
  public var fineTags: [XPOS]
  /// Index of the head among the document's tokens; -1 for the root of a sentence and for tokens without a tree.
  public var heads: [Int32]
  public var relations: [Relation]
  /// Lower-cased lemmas; equal lemmas of one document share storage.
  public var lemmas: [String]
  /// Named entities and mentions, in text order, not overlapping.
  public var entities: [EntitySpan]

  public init(
    tags: [UPOS], fineTags: [XPOS], heads: [Int32], relations: [Relation], lemmas: [String],
    entities: [EntitySpan] = []
  ) {
    self.tags = tags
    self.fineTags = fineTags
    self.heads = heads
    self.relations = relations
    self.lemmas = lemmas
    self.entities = entities
  }

  /// The part about a run of tokens, counted from its first; heads outside it become roots.
  public func part(_ range: Range<Int>) -> Syntax {
    let base = range.lowerBound
    return Syntax(
      tags: Array(tags[range]), fineTags: Array(fineTags[range]),
      heads: heads[range].map { range.contains(Int($0)) ? $0 - Int32(truncatingIfNeeded: base) : -1 },
      relations: Array(relations[range]), lemmas: Array(lemmas[range]),
      entities: entities[entities.partitioningIndex { $0.tokens.lowerBound >= base }...]
        .prefix { $0.tokens.upperBound <= range.upperBound }
        .map { EntitySpan(tokens: ($0.tokens.lowerBound - base)..<($0.tokens.upperBound - base), kind: $0.kind) })
  }
}

/// A named entity: a run of tokens and what it names.
public struct EntitySpan: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case person, organization, place, other }

  public var tokens: Range<Int>
  public var kind: Kind

  public init(tokens: Range<Int>, kind: Kind) {
    self.tokens = tokens
    self.kind = kind
  }
}
