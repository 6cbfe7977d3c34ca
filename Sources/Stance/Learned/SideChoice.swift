import Documents

/// Which of the three answers is taken: the likeliest, after those for a side were weighed. What pays is not the same
/// everywhere: texts that are learned from take sides more often than the news at large, and one side more than the
/// other.
package struct SideChoice: Sendable, Equatable {
  /// What a chance counts beside that of *neutral*, whose weight is 1.
  package var favor: Double
  package var against: Double

  package init(favor: Double, against: Double) {
    self.favor = favor
    self.against = against
  }

  package func side(favor chanceOfFavor: Double, against chanceOfAgainst: Double) -> Stance.Side {
    side(favor: chanceOfFavor, against: chanceOfAgainst, neutral: 1 - chanceOfFavor - chanceOfAgainst)
  }

  /// - Parameter neutral: the weighed chance of the likeliest answer that takes no side of the two.
  package func side(favor chanceOfFavor: Double, against chanceOfAgainst: Double, neutral: Double) -> Stance.Side {
    let (up, down) = (chanceOfFavor * favor, chanceOfAgainst * against)
    if up > neutral, up > down { return .favor }
    return down > neutral && down > up ? .against : .neutral
  }

  /// The weighed chance of the likelier side.
  package func strongest(favor chanceOfFavor: Double, against chanceOfAgainst: Double) -> Double {
    max(chanceOfFavor * favor, chanceOfAgainst * against)
  }
}
