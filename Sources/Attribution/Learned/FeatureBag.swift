import Linguistics

/// The features of one decision, as hashes.
///
/// Has room for ``limit`` features, which no decision reaches; what is added beyond it is lost.
package struct FeatureBag {
  /// Enough for a cue with 80 children.
  package static let limit = 1024

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
  package mutating func add(_ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) {
    guard count < FeatureBag.limit else { return }
    buffer[count] = FeatureBag.hash(template, a, b, c)
    count &+= 1
  }

  /// The hash of a feature.
  @inline(__always)
  package static func hash(_ template: UInt64, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) -> UInt64 {
    // One wide multiplication mixes all four (after wyhash); the odd constants keep its factors from being zero.
    let left = (template &* 0x9FB2_1C65_1E98_DF25 ^ a) &* 0xD6E8_FEB8_6659_FD93 ^ 0x2D35_8DCC_AA6C_78A5
    let right = (b &* 0xA24B_AED4_963E_E407 ^ rotated(c, 32) &* 0x9E37_79B9_7F4A_7C15) ^ 0x8BB8_4B93_962E_ACC9
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
