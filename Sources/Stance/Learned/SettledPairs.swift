import Documents

/// Whose side towards whom an article makes clear somewhere: there a small learned score of the same two elsewhere is
/// enough. People seldom change sides within an article.
struct SettledPairs {
  /// From here on a score counts.
  static let floor = 0.02
  /// From here on a row is sure enough to tell for others.
  static let sure = 0.4

  private struct Pair: Hashable {
    var holder: String
    var target: Int
  }

  private let document: ResolvedArticle
  /// The score of the surest row that takes a side; `nil` where another as sure takes the other side.
  private var surest: [Pair: Double] = [:]

  init(_ document: ResolvedArticle, _ stances: [Stance]) {
    self.document = document
    for stance in stances where stance.side != .neutral {
      guard let pair = pair(stance.statement, stance.target) else { continue }
      let score = abs(stance.score) * (stance.side == .favor ? 1 : -1)
      if abs(score) > abs(surest[pair] ?? 0) { surest[pair] = score }
    }
  }

  /// The score of the surest row of a statement's speaker and a target, if a score of its own has the same sign.
  func surest(_ statement: Int, _ target: Int, agreeingWith score: Double) -> Double? {
    guard abs(score) >= SettledPairs.floor, let surest = pair(statement, target).flatMap({ surest[$0] }),
      abs(surest) >= SettledPairs.sure, (surest > 0) == (score > 0)
    else { return nil }
    return surest
  }

  private func pair(_ statement: Int, _ target: Int) -> Pair? {
    let speaker = document.links[statement].speaker
    guard document.speakers.indices.contains(speaker) else { return nil }
    return Pair(holder: document.speakers[speaker].id, target: target)
  }
}
