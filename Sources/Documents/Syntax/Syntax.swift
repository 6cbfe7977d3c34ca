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
