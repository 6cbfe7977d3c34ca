import Attribution
import Documents
import Linguistics

/// Asks the learned weights about two mentions of one sentence: is the one for or against the other?
final class PairScorer {
  /// How sure a score must be that decides a row: of a speaker towards whom his statement speaks of, and of whoever does
  /// something towards whom it touches. A wrong row costs more than a missing one.
  static let saidThreshold = 0.25
  static let actThreshold = 0.35

  let reading: StanceReading
  private let scorer: Scorer
  private let model: StanceModel
  /// The sentence that was asked about last, as a document of its own.
  private var last: (number: Int, reading: StanceReading, terms: [TermHit])?

  /// `nil` without learned weights or without trees.
  init?(_ scorer: Scorer, reading: StanceReading) {
    guard let model = scorer.model, reading.tree != nil else { return nil }
    self.scorer = scorer
    self.model = model
    self.reading = reading
  }

  /// - Parameters:
  ///   - holder: tokens of the mention of the one whose stance is asked.
  ///   - target: tokens of the mention of the other, in the same sentence.
  func answer(holder: Range<Int>, target: Range<Int>) -> StanceAnswer? {
    guard let number = reading.segmented.sentence(ofToken: target.lowerBound), !holder.overlaps(target) else {
      return nil
    }
    let sentence = reading.segmented.sentences[number].tokens
    guard sentence.contains(holder.lowerBound), holder.upperBound <= sentence.upperBound,
      target.upperBound <= sentence.upperBound
    else { return nil }
    let (_, alone, terms) = sentenceAlone(number)
    func moved(_ range: Range<Int>) -> Range<Int> {
      (range.lowerBound - sentence.lowerBound)..<(range.upperBound - sentence.lowerBound)
    }
    let question = Question(
      scorer, reading: alone, terms: terms, target: moved(target), holder: moved(holder))
    guard let features = question.features() else { return nil }
    return model.answer(features, reading: alone, target: question.target, isPair: true)
  }

  private func sentenceAlone(_ number: Int) -> (number: Int, reading: StanceReading, terms: [TermHit]) {
    if let last, last.number == number { return last }
    let alone = reading.alone(reading.segmented.sentences[number])
    let found = (number: number, reading: alone, terms: scorer.questionTerms(in: alone))
    last = found
    return found
  }
}
