import Documents

/// How hits become a score. Enough to redo every score by hand from the `hits` column:
///
///     contribution = weight × negation × intensity × decay × voice
///     score        = sum / √(sum² + 0.5)
///
/// `docs/scoring.md` says what each factor is. The squashing is the one that VADER uses (Hutto and Gilbert 2014), with a
/// constant for weights from -1 to 1.
public enum Formula {
  /// Scores of statements at least this far from zero are a side: a wrong row costs more than a missing one.
  public static let threshold = 0.25
  /// The same where learned weights were asked and are not sure.
  static let thresholdBesideWeights = 0.7
  /// By how much learned weights must be surer than opposed terms of which one is negated: words in places tell little of
  /// *no hostile intent*.
  static let negationLead = 0.2
  /// From here on weights that are not sure lean to a side.
  static let leaning = 0.1

  /// Scores of questions at least this far from zero are a side: whoever asks knows that the text is about the target.
  public static let questionThreshold = 0.07

  /// What is left of a term inside the target's own words.
  static let ownWords = 0.2

  /// What is left of a verb's weight where the target plays no role to it: of what the sentence thinks of its subject,
  /// and of what the doer shows towards its object.
  static let nearSubject = 0.8
  static let nearObject = 0.5

  /// From here on a kind word for one counts a little for whoever else is near.
  static let strong = 0.5

  /// What is left of a term that stands before the target: a text says of somebody what it thinks of him after his name.
  static let before = 0.4

  /// What is left of a negation where grammar does not tie the term to the target.
  static let looseNegation = 0.5

  /// What is left of a term behind other names, which take some of it for themselves: a fifth less for each, up to three.
  static func pastNames(_ count: Int) -> Double {
    (0..<min(count, 3)).reduce(1) { factor, _ in factor * 0.8 }
  }

  /// For people.
  public static let text = "sum / √(sum² + 0.5)"

  public static func score(_ contributions: [Double]) -> Double {
    let sum = contributions.reduce(0, +)
    return sum == 0 ? 0 : sum / (sum * sum + 0.5).squareRoot()
  }

  /// The side that a score takes.
  public static func side(_ score: Double, from threshold: Double = Formula.threshold) -> Stance.Side {
    if score >= threshold { return .favor }
    return score <= -threshold ? .against : .neutral
  }

  /// How much of a term without a tie to the target is left over a distance in tokens. In a statement, which may speak
  /// of many, it halves every four tokens; in a question every eight, and never falls below a tenth.
  public static func decay(_ distance: Int, in scope: Scope) -> Double {
    // 0.5^(1/4) and 0.5^(1/8), multiplied out: the same bits on every machine.
    let base = scope == .statement ? 0.840_896_415_253_714_5 : 0.917_004_043_204_671_2
    var factor = 1.0
    for _ in 0..<min(max(distance, 0), 60) { factor *= base }
    return scope == .statement ? 0.7 * factor : 0.8 * (0.1 + 0.9 * factor)
  }

  /// What a term is weighed in.
  public enum Scope: Sendable { case statement, question }
}
