/// A question of `standpoint score`: for or against a target, as a text tells it.
public struct StanceQuery: Sendable {
  /// The text, mostly a sentence.
  public var text: Text
  /// Where the text speaks of the target, in bytes.
  public var target: Span
  /// Where it speaks of the one whose stance is asked; without one it is the text's own.
  public var holder: Span?

  public init(text: Text, target: Span, holder: Span? = nil) {
    self.text = text
    self.target = target
    self.holder = holder
  }
}

/// What a ``StanceQuery`` is answered with.
public struct StanceAnswer: Hashable, Sendable {
  /// What one of several lexicons answers by itself.
  public struct OfLexicon: Hashable, Sendable {
    /// `stance@1.0`.
    public var lexicon: String
    public var side: Stance.Side
    public var score: Double
    public var hits: [Stance.Hit]

    public init(lexicon: String, side: Stance.Side, score: Double, hits: [Stance.Hit]) {
      self.lexicon = lexicon
      self.side = side
      self.score = score
      self.hits = hits
    }
  }

  public var side: Stance.Side
  /// -1…1.
  public var score: Double
  public var hits: [Stance.Hit]

  /// One a lexicon where several score side by side, else none.
  public var lexicons: [OfLexicon] = []

  public init(side: Stance.Side, score: Double, hits: [Stance.Hit]) {
    self.side = side
    self.score = score
    self.hits = hits
  }
}
