import Documents
import Linguistics

/// A question about one mention, with its hits.
struct Question {
  let text: AskedText
  let target: Range<Int>
  let holder: Range<Int>?
  let own: OwnWords
  let hits: [Stance.Hit]

  var reading: StanceReading { text.reading }

  /// - Parameter noun: the target's mention without what the text says of it.
  init(_ scorer: Scorer, _ text: AskedText, target: Range<Int>, noun: Range<Int>? = nil, holder: Range<Int>?) {
    let reading = text.reading
    self.text = text
    self.target = target
    self.holder = holder
    own = OwnWords(of: target, reading: reading, cues: scorer.cues, words: scorer.words)
    hits = QueryScorer(reading: reading, terms: text.terms, words: scorer.words, own: own)
      .hits(target: noun ?? target, holder: holder)
  }

  /// The question the other way round; `nil` without a holder.
  func reversed(_ scorer: Scorer) -> Question? {
    holder.map { Question(scorer, text, target: $0, holder: target) }
  }

  /// What a model sees of the question; `nil` without trees.
  func features() -> StanceFeatures? {
    guard let facts = text.facts, !target.isEmpty else { return nil }
    return FeatureMaker(reading: reading, text: facts, target: target, holder: holder, hits: hits, own: own).features()
  }
}
