import Documents
import Lexicons
import Linguistics

/// What a target itself says in a sentence. It speaks of others there, so it counts less for or against the target.
struct OwnWords {
  private var ranges: [Range<Int>] = []

  /// - Parameter target: tokens of the target's mention.
  init(of target: Range<Int>, reading: StanceReading, cues: CueLexicon, words: FunctionWords) {
    guard let sentence = reading.segmented.sentences.first(where: { $0.tokens.contains(target.lowerBound) }) else {
      return
    }
    for match in cues.index.longestMatches(in: reading.ids, sentence.tokens) {
      let cue = cues.cue(match.entry)
      let tag = reading.tags[match.tokens.lowerBound]
      guard cue.part == .verb, tag == .verb || tag == .aux, !cue.takes.isDisjoint(with: [.quote, .clause, .infinitive])
      else { continue }
      if OwnWords.isSubject(target, before: match.tokens.lowerBound, reading) {
        let rest = match.tokens.upperBound..<sentence.tokens.upperBound
        // “…,” Quillon said: what stands before is said too.
        let before = sentence.tokens.lowerBound..<target.lowerBound
        let isClosing = OwnWords.closes(before.upperBound, from: before.lowerBound, reading)
        ranges.append(isClosing ? before : rest)
      } else if target.lowerBound == match.tokens.upperBound,
        OwnWords.closes(match.tokens.lowerBound, from: sentence.tokens.lowerBound, reading)
      {
        ranges.append(sentence.tokens.lowerBound..<match.tokens.lowerBound)
      }
    }
  }

  var isEmpty: Bool { ranges.isEmpty }

  func contains(_ token: Int) -> Bool { ranges.contains { $0.contains(token) } }

  /// Whether only adverbs and auxiliaries, or an apposition between commas, part a mention from a verb.
  private static func isSubject(_ target: Range<Int>, before verb: Int, _ reading: StanceReading) -> Bool {
    guard verb >= target.upperBound else { return false }
    if let tree = reading.tree {
      let head = tree.head(of: target)
      return tree.tie(of: verb, to: head, isVerb: true) == .subject
    }
    var index = target.upperBound
    if reading.token(index, is: ",") {
      var close = index + 1
      while close < verb, !reading.token(close, is: ",") { close += 1 }
      if close < verb { index = close + 1 }
    }
    return (index..<max(index, verb)).allSatisfy { [.adv, .aux, .part].contains(reading.tags[$0]) }
  }

  /// Whether a quotation or a clause ends right before a place: a comma or closing mark stands there.
  private static func closes(_ place: Int, from start: Int, _ reading: StanceReading) -> Bool {
    guard place - 1 > start, reading.tags[place - 1] == .punct else { return false }
    return [",", "”", "\"", "''", "’", "?", "!"].contains { (mark: StaticString) in reading.token(place - 1, is: mark) }
      && place - start > 4
  }
}
