import Documents
import Linguistics

/// A question about one mention, with its hits.
struct Question {
  let reading: StanceReading
  let target: Range<Int>
  let holder: Range<Int>?
  let own: OwnWords
  let hits: [Stance.Hit]

  /// - Parameters:
  ///   - terms: the terms of the text.
  ///   - noun: the target's mention without what the text says of it.
  init(
    _ scorer: Scorer, reading: StanceReading, terms: [TermHit], target: Range<Int>, noun: Range<Int>? = nil,
    holder: Range<Int>?
  ) {
    self.reading = reading
    self.target = target
    self.holder = holder
    own = OwnWords(of: target, reading: reading, cues: scorer.cues, words: scorer.words)
    hits = QueryScorer(reading: reading, terms: terms, words: scorer.words, own: own)
      .hits(target: noun ?? target, holder: holder)
  }

  /// What a model sees of the question; `nil` without trees.
  func features() -> StanceFeatures? {
    guard let tree = reading.tree, !target.isEmpty else { return nil }
    return FeatureMaker(reading: reading, tree: tree, target: target, holder: holder, hits: hits, own: own).features()
  }
}
