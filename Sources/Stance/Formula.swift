import Documents

/// How hits become a score. Enough to redo every score by hand from the `hits` column:
///
///     contribution = weight × negation × intensity × decay(distance)
///     score        = sum / √(sum² + 0.5)
///
/// with `decay(d) = 0.7 × 0.5^(d / 4)` for d tokens between hit and target and 1 where grammar ties the two. The squashing is
/// the one that VADER uses (Hutto and Gilbert 2014), with a constant for weights from -1 to 1.
public enum Formula {
  /// Scores at least this far from zero are a side.
  public static let threshold = 0.25

  /// What is left of a term inside the target's own words.
  static let ownWords = 0.3

  /// What is left of a verb's weight where the target plays no role to it.
  static let near = 0.5

  public static func score(_ contributions: [Double]) -> Double {
    let sum = contributions.reduce(0, +)
    return sum == 0 ? 0 : sum / (sum * sum + 0.5).squareRoot()
  }

  /// The side that a score takes.
  public static func side(_ score: Double) -> Stance.Side {
    if score >= threshold { return .favor }
    return score <= -threshold ? .against : .neutral
  }

  public static func decay(_ distance: Int) -> Double {
    // 0.5^(1/4), multiplied out: the same bits on every machine.
    var factor = 0.7
    for _ in 0..<min(max(distance, 0), 60) { factor *= 0.840_896_415_253_714_5 }
    return factor
  }
}
