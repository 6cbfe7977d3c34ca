import Linguistics

/// The features of one decision, as hashes.
///
/// Has room for ``limit`` features, which no decision reaches; what is added beyond it is lost.
package struct FeatureBag {
  /// Enough for a cue with 80 children.
  static let limit = 1024

  private let buffer = Scratch<UInt64>(capacity: FeatureBag.limit, filler: 0)
  /// Where ``WeightTable`` collects the features that it may have.
  let passing = Scratch<UInt64>(capacity: FeatureBag.limit, filler: 0)
  package private(set) var count = 0

  package init() {}

  package mutating func clear() { count = 0 }

  package var hashes: [UInt64] { (0..<count).map { buffer[$0] } }

  @inline(__always)
  subscript(index: Int) -> UInt64 { buffer[index] }

  @inline(__always)
  mutating func add(_ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) {
    guard count < FeatureBag.limit else { return }
    let first = mixed(template &* 0x9FB2_1C65_1E98_DF25 ^ a)
    buffer[count] = mixed(rotated(first, 29) ^ b &* 0xD6E8_FEB8_6659_FD93 ^ rotated(c &* 0xA24B_AED4_963E_E407, 21))
    count &+= 1
  }
}
