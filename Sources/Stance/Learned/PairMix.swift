import Linguistics
import ModelFiles

/// Makes one answer of the two opposite questions about a pair of mentions: is the one who stands first for or against
/// the other, is it the other way round, or does nobody take a side? That the other way round is likely speaks against
/// an answer.
///
/// A softmax over these five; the log-odds over *neutral* are linear in what both models say of both questions (stacked
/// generalization, Wolpert 1992), so that a word's part in the answer stays exact.
package struct PairMix: Sendable, Equatable {
  /// Log-odds over neutral of favor and against by the linear model, then by the bilinear one.
  package typealias Evidence = SIMD4<Float>

  /// The four answers that take a side.
  package enum Answer: Int, Sendable, CaseIterable {
    case firstFavors, firstOpposes, lastFavors, lastOpposes
  }

  /// For each answer what counts of the question whose holder stands first, then of the other.
  package var weights: [SIMD8<Float>]
  package var biases: SIMD4<Float>

  package static let count = Answer.allCases.count

  package init(weights: [SIMD8<Float>], biases: SIMD4<Float>) {
    self.weights = weights
    self.biases = biases
  }

  /// `nil` if a section of a model file cannot be one.
  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count == PairMix.count * 9 * 4 else { return nil }
    func number(_ index: Int) -> Float {
      Float(bitPattern: UInt32(littleEndian: section.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
    }
    weights = []
    biases = .zero
    for answer in 0..<PairMix.count {
      var row = SIMD8<Float>.zero
      for place in 0..<8 { row[place] = number(answer * 9 + place) }
      weights.append(row)
      biases[answer] = number(answer * 9 + 8)
    }
  }

  package var section: [UInt8] {
    var bytes: [UInt8] = []
    for (answer, row) in weights.enumerated() {
      for place in 0..<8 { bytes.append(littleEndian: row[place].bitPattern) }
      bytes.append(littleEndian: biases[answer].bitPattern)
    }
    return bytes
  }

  /// The chance of each answer; the rest is that of neutral.
  package func chances(_ inputs: SIMD8<Float>) -> SIMD4<Double> {
    var odds = SIMD4<Double>.zero
    for answer in 0..<PairMix.count { odds[answer] = Double((weights[answer] * inputs).sum() + biases[answer]) }
    let top = max(0, odds.max())
    var sum = exponential(-top)
    for answer in 0..<PairMix.count {
      odds[answer] = exponential(odds[answer] - top)
      sum += odds[answer]
    }
    return odds / sum
  }

  /// What both questions say, in the order of the weights.
  package static func inputs(_ own: Evidence, reversed: Evidence, _ question: QuestionKind) -> SIMD8<Float> {
    question == .holderLast
      ? SIMD8(lowHalf: reversed, highHalf: own) : SIMD8(lowHalf: own, highHalf: reversed)
  }

  /// The answers to a question and to its reverse.
  static func answers(_ question: QuestionKind) -> (own: Sides, reversed: Sides) {
    let first: Sides = (.firstFavors, .firstOpposes)
    let last: Sides = (.lastFavors, .lastOpposes)
    return question == .holderLast ? (last, first) : (first, last)
  }

  typealias Sides = (favor: Answer, against: Answer)

  /// By how much what is said of a question, and of its reverse, moves its log-odds of favor over against.
  func slopes(_ question: QuestionKind) -> (own: Evidence, reversed: Evidence, bias: Float) {
    let sides = PairMix.answers(question).own
    let (favor, against) = (sides.favor.rawValue, sides.against.rawValue)
    let slope = weights[favor] - weights[against]
    let bias = biases[favor] - biases[against]
    return question == .holderLast ? (slope.highHalf, slope.lowHalf, bias) : (slope.lowHalf, slope.highHalf, bias)
  }
}
