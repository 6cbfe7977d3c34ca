/// The stance of a statement's holder to one target, with all that made its score.
public struct Stance: Hashable, Sendable {
  public enum Side: String, Sendable, CaseIterable { case favor, against, neutral }

  /// One term that counted.
  public struct Hit: Hashable, Sendable {
    public var term: String
    /// As it stands in the lexicon, for the role that it plays here.
    public var weight: Double
    /// What it adds to the sum after negation, intensity and distance.
    public var contribution: Double
    /// `cue`, `object`, `subject`, `modifier`, `predicate`, a preposition, or `context`.
    public var role: String
    /// Tokens between the hit and the target.
    public var distance: Int
    public var span: Span
    public var isNegated: Bool

    public init(
      term: String, weight: Double, contribution: Double, role: String, distance: Int, span: Span, isNegated: Bool
    ) {
      self.term = term
      self.weight = weight
      self.contribution = contribution
      self.role = role
      self.distance = distance
      self.span = span
      self.isNegated = isNegated
    }
  }

  /// Index into the document's statements.
  public var statement: Int
  /// Index into the document's targets.
  public var target: Int
  /// Where the statement speaks of the target; never empty.
  public var mentions: [Span]
  public var side: Side
  /// -1…1.
  public var score: Double
  /// The hull of the statement's content.
  public var span: Span
  /// `stance@1.0`.
  public var lexicon: String
  public var hits: [Hit]

  public init(
    statement: Int, target: Int, mentions: [Span], side: Side, score: Double, span: Span, lexicon: String, hits: [Hit]
  ) {
    self.statement = statement
    self.target = target
    self.mentions = mentions
    self.side = side
    self.score = score
    self.span = span
    self.lexicon = lexicon
    self.hits = hits
  }
}
