/// How hits become a score. Enough to redo every score by hand from the `hits` column:
///
///     contribution = weight × negation × intensity × decay(distance)
///     score        = sum / √(sum² + 0.5)
///
/// with `decay(d) = 0.5^(d / 6)` for d tokens between hit and target and 1 where grammar ties the two. The squashing is
/// the one that VADER uses (Hutto and Gilbert 2014), with a constant for weights from -1 to 1.
public enum Formula {
  /// Scores at least this far from zero are a side.
  public static let threshold = 0.2

  public static func score(_ contributions: [Double]) -> Double {
    let sum = contributions.reduce(0, +)
    return sum == 0 ? 0 : sum / (sum * sum + 0.5).squareRoot()
  }

  public static func decay(_ distance: Int) -> Double {
    var factor = 1.0
    let whole = max(distance, 0)
    for _ in 0..<min(whole, 60) { factor *= 0.890_898_718_140_339_3 }
    return factor
  }
}
