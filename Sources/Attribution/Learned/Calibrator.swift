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
  /// Attributions below it are left out.
  package var threshold: Double

  package init(weights: [Float], threshold: Double) {
    self.weights = weights
    self.threshold = threshold
  }

  /// The section: the threshold, then a weight an input, all Float32.
  init?(_ section: UnsafeRawBufferPointer) {
    guard section.count == 4 * (Proposal.inputCount + 1) else { return nil }
    let values = (0...Proposal.inputCount).map { index in
      Float(bitPattern: UInt32(littleEndian: section.load(fromByteOffset: index * 4, as: UInt32.self)))
    }
    guard values.allSatisfy(\.isFinite) else { return nil }
    threshold = Double(values[0])
    weights = Array(values.dropFirst())
  }

  package var section: [UInt8] {
    var bytes: [UInt8] = []
    for value in [Float(threshold)] + weights { bytes.append(littleEndian: value.bitPattern) }
    return bytes
  }

  package func probability(_ inputs: [Float]) -> Double {
    logistic(zip(inputs, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 })
  }
}

package func logistic(_ value: Float) -> Double { 1 / (1 + exp(-Double(value))) }
