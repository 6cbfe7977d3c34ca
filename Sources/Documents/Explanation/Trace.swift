/// What the stages weighed while they read one document, and why what lost did: `explain` shows it.
///
/// A stage that gets one writes into it; without one (`nil`) it does the same work and writes nothing. One thread at a
/// time.
public final class Trace {
  /// Words that may attribute, in text order.
  public var cues: [CueNote] = []
  /// One for each statement that `resolve` had before it.
  public var speakers: [SpeakerNote] = []
  /// Whom a pronoun or the head of a description could stand for, by its token.
  public var referents: [Int: [SpeakerNote.Candidate]] = [:]
  /// One for each stance of the document, in the same order.
  public var stances: [StanceNote] = []
  /// Targets that a statement speaks of and takes no stance to.
  public var unscored: [UnscoredTarget] = []
  /// Terms of the lexicon that count nowhere: names.
  public var names: [PassedTerm] = []
  /// What a model said of the last question.
  public var learned: LearnedNote?

  public init() {}

  /// Gives a reason to every cue without one that stands in none of these ranges any more.
  public func keepCues(in ranges: [Range<Int>], elseLost reason: String) {
    for index in cues.indices where cues[index].lost == nil {
      let cue = cues[index].tokens
      if !ranges.contains(where: { $0.overlaps(cue) || $0 == cue }) { cues[index].lost = reason }
    }
  }

  /// Begins the stance that the following hits belong to.
  public func beginStance(statement: String, target: String, lexicon: String, holderIsMedium: Bool = false) {
    var note = StanceNote(statement: statement, target: target, lexicon: lexicon)
    if holderIsMedium { note.silence = "the holder is a news medium, which reports what others say" }
    stances.append(note)
  }

  /// A hit of the stance that was begun last.
  public func add(_ hit: HitNote) {
    guard let last = stances.indices.last else { return }
    stances[last].hits.append(hit)
  }

  /// A term that is no hit of the stance that was begun last.
  public func pass(_ term: String, _ span: Span, _ reason: String) {
    guard let last = stances.indices.last else { return }
    stances[last].passed.append(PassedTerm(term: term, span: span, reason: reason))
  }

  /// Learned weights decide the stance that was begun last: its hits are theirs, with no factors.
  public func decide(_ hits: [Stance.Hit], by lexicon: String, formula: String) {
    guard let last = stances.indices.last else { return }
    stances[last].decide(hits, by: lexicon, formula: formula)
  }

  /// The stance that was begun last is neutral in spite of its score.
  public func overrule(_ reason: String) {
    guard let last = stances.indices.last else { return }
    stances[last].overruled = reason
  }

  /// Learned weights decide a stance after all, since a surer row of the same speaker and target has the same side.
  public func settle(_ index: Int, _ stance: Stance, formula: String, like surest: Double) {
    guard stances.indices.contains(index) else { return }
    stances[index].decide(stance.hits, by: stance.lexicon, formula: formula)
    stances[index].overruled = nil
    stances[index].settledBy = surest
  }

  /// How the hits of the stance that was begun last became its score.
  public func finishStance(sum: Double, formula: String) {
    guard let last = stances.indices.last else { return }
    stances[last].sum = sum
    stances[last].formula = formula
  }
}

/// A word that may be a cue, what could be its content and source, and what became of it.
public struct CueNote: Sendable {
  /// A candidate for the content or the source.
  public struct Choice: Sendable {
    /// Pieces in text order; none for *nothing is said* and *nobody says it*.
    public var tokens: [Range<Int>]
    /// Comparable within one list only.
    public var score: Double
    public var isChosen: Bool

    public init(tokens: [Range<Int>], score: Double, isChosen: Bool) {
      self.tokens = tokens
      self.score = score
      self.isChosen = isChosen
    }
  }

  public var tokens: Range<Int>
  /// `learned`, or the rule.
  public var finder: String
  /// That it is a cue: a learned probability, or the weight that the lexicon gives the word.
  public var probability: Double
  /// The best ones, the best first; rules make one at most.
  public var contents: [Choice] = []
  public var sources: [Choice] = []
  /// 0…1: that content and source are right; `nil` where there is no content.
  public var confidence: Double?
  /// Why it makes no statement; `nil` where it does.
  public var lost: String?

  public init(tokens: Range<Int>, finder: String, probability: Double) {
    self.tokens = tokens
    self.finder = finder
    self.probability = probability
  }
}

/// Who could be the speaker of a statement.
public struct SpeakerNote: Sendable {
  public struct Candidate: Sendable {
    public var name: String
    /// How much the text dwells on it where a pronoun is resolved, else `nil`.
    public var score: Double?
    public var isChosen: Bool
    /// Why it won or lost.
    public var reason: String

    public init(name: String, score: Double? = nil, isChosen: Bool = false, reason: String) {
      self.name = name
      self.score = score
      self.isChosen = isChosen
      self.reason = reason
    }
  }

  /// The statement's id.
  public var statement: String
  /// What the source was read as: `a name`, `the pronoun she` …
  public var reading: String
  public var candidates: [Candidate]

  public init(statement: String, reading: String, candidates: [Candidate]) {
    self.statement = statement
    self.reading = reading
    self.candidates = candidates
  }
}
