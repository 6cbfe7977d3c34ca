import Linguistics
import ModelFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns what the rankers say of an attribution into the probability that content and source are right: a logistic
/// regression over the inputs of a ``Proposal``.
package struct Calibrator: Sendable {
  package var weights: [Float]
  package var thresholds: Acceptance.Thresholds

  package init(weights: [Float], thresholds: Acceptance.Thresholds) {
    self.weights = weights
    self.thresholds = thresholds
  }

  /// The section: the two thresholds, then a weight an input, all Float32.
  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count == 4 * (Proposal.inputCount + 2) else { return nil }
    let values = (0..<(Proposal.inputCount + 2)).map { index in
      Float(bitPattern: UInt32(littleEndian: section.load(fromByteOffset: index * 4, as: UInt32.self)))
    }
    guard values.allSatisfy(\.isFinite) else { return nil }
    thresholds = Acceptance.Thresholds(alone: Double(values[0]), nested: Double(values[1]))
    weights = Array(values.dropFirst(2))
  }

  package var section: [UInt8] {
    var bytes: [UInt8] = []
    for value in [Float(thresholds.alone), Float(thresholds.nested)] + weights {
      bytes.append(littleEndian: value.bitPattern)
    }
    return bytes
  }

  package func probability(_ inputs: [Float]) -> Double {
    logistic(zip(inputs, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 })
  }
}

package func logistic(_ value: Float) -> Double { 1 / (1 + exp(-Double(value))) }
