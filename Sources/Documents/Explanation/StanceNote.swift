/// How one stance came about.
public struct StanceNote: Sendable {
  /// The ids of statement and target.
  public var statement: String
  public var target: String
  /// The lexicons that scored: `stance@1.0`.
  public var lexicon: String
  /// One for each hit, in the same order.
  public var hits: [HitNote] = []
  public var passed: [PassedTerm] = []
  /// Why no term counts at all.
  public var silence: String?
  /// Why a score beyond the threshold takes no side all the same.
  public var overruled: String?
  /// The score of the surer row of the same two for whose sake a small score takes a side.
  public var settledBy: Double?
  /// Of the contributions.
  public var sum = 0.0
  /// How the sum becomes the score.
  public var formula = ""
  /// What the learned scorer answers when it is asked of the sentence; `nil` where the pipeline has none.
  public var learned: LearnedNote?

  public init(statement: String, target: String, lexicon: String) {
    self.statement = statement
    self.target = target
    self.lexicon = lexicon
  }

  /// Its hits are those of learned weights, with no factors.
  mutating func decide(_ hits: [Stance.Hit], by lexicon: String, formula: String) {
    self.lexicon = lexicon
    self.hits = hits.map { HitNote(span: $0.span) }
    sum = hits.reduce(0) { $0 + $1.contribution }
    self.formula = formula
  }
}

/// The factors of a hit: together with its weight they make the contribution.
public struct HitNote: Sendable {
  public var span: Span
  public var negation: Double
  public var intensity: Double
  /// What is left over the distance.
  public var decay: Double
  /// Steps from the term to the target along the tree; `nil` without a tree or a way.
  public var steps: Int?

  public init(
    span: Span, negation: Double = 1, intensity: Double = 1, decay: Double = 1, steps: Int? = nil
  ) {
    self.span = span
    self.negation = negation
    self.intensity = intensity
    self.decay = decay
    self.steps = steps
  }
}

/// A term of the lexicon that stands in the text and does not count.
public struct PassedTerm: Hashable, Sendable {
  public var term: String
  public var span: Span
  public var reason: String

  public init(term: String, span: Span, reason: String) {
    self.term = term
    self.span = span
    self.reason = reason
  }
}

/// A target in a statement that takes no stance to it.
public struct UnscoredTarget: Hashable, Sendable {
  /// The statement's id.
  public var statement: String
  /// The target's name.
  public var target: String
  public var reason: String

  public init(statement: String, target: String, reason: String) {
    self.statement = statement
    self.target = target
    self.reason = reason
  }
}

/// How a model answered a question.
public struct LearnedNote: Sendable {
  /// What one word's features add to the log-odds of *favor* over *against*.
  public struct Part: Sendable {
    /// The word; `nil` for what is of no one word.
    public var span: Span?
    public var word: String
    /// The kind of its strongest feature.
    public var kind: String
    public var contribution: Double

    public init(span: Span?, word: String, kind: String, contribution: Double) {
      self.span = span
      self.word = word
      self.kind = kind
      self.contribution = contribution
    }
  }

  public var model: String
  /// Probabilities.
  public var favor: Double
  public var against: Double
  /// What these count beside the probability of *neutral* when the answer is chosen.
  public var weights: (favor: Double, against: Double)
  /// The largest first.
  public var parts: [Part]

  public init(
    model: String, favor: Double, against: Double, weights: (favor: Double, against: Double), parts: [Part]
  ) {
    self.model = model
    self.favor = favor
    self.against = against
    self.weights = weights
    self.parts = parts
  }
}
