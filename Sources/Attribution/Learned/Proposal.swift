/// An attribution that the rankers propose, and what is known of its worth.
package struct Proposal: Sendable {
  package var cue: Int
  package var content: ContentSpan
  package var source: Int?
  /// What the calibrator reads; `inputCount` numbers.
  package var inputs: [Float]
  package var probability = 0.0

  package static let inputCount = 30
}
