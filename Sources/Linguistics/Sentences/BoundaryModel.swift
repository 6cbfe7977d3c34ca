/// Weights of a linear model over ``BoundaryFeatures``: small integers under 22-bit feature hashes.
struct BoundaryModel: Sendable {
  /// Open addressing; a slot holds the feature's hash in its upper 24 bits and the weight in its lower 8, 0 is free.
  private var slots: [UInt32]
  private let mask: Int

  /// Added to every sum; a boundary is where the sum is above 0.
  let bias: Int

  init(weights: [(feature: UInt32, weight: Int8)], bias: Int) {
    var capacity = 64
    while capacity < weights.count * 3 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    self.bias = bias
    for (feature, weight) in weights {
      var slot = Int(feature) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = feature << 8 | UInt32(UInt8(bitPattern: weight))
    }
  }

  @inline(__always)
  private func weight(_ feature: UInt32) -> Int {
    var slot = Int(feature) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 8 == feature { return Int(Int8(bitPattern: UInt8(truncatingIfNeeded: slots[slot]))) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The weights by feature, for tests.
  var weights: [(feature: UInt32, weight: Int8)] {
    slots.filter { $0 != 0 }.map { ($0 >> 8, Int8(bitPattern: UInt8(truncatingIfNeeded: $0))) }
      .sorted { $0.feature < $1.feature }
  }

  func isBoundary(_ features: BoundaryFeatures, above margin: Int = 0) -> Bool {
    var sum = bias
    for feature in features.hashes { sum += weight(feature) }
    return sum > margin
  }

  /// The shipped weights.
  static let english = BoundaryModel(table: BoundaryWeights.table)
}

/// The text form of the weights: five characters of 6 bits each (from `0` on, without the backslash) a feature, hash in
/// the upper 22 bits, weight + 128 in the lower 8. The first entry's hash is 0: its weight times 4 is the bias.
extension BoundaryModel {
  init(table: String) {
    var weights: [(feature: UInt32, weight: Int8)] = []
    var bias = 0
    var value: UInt32 = 0
    var digits = 0
    for byte in table.utf8 where byte >= 0x30 {
      value = value << 6 | UInt32(Self.digit(byte))
      digits += 1
      guard digits == 5 else { continue }
      let weight = Int8(truncatingIfNeeded: Int(value & 0xFF) - 128)
      if value >> 8 == 0 { bias = Int(weight) * 4 } else { weights.append((value >> 8, weight)) }
      value = 0
      digits = 0
    }
    self.init(weights: weights, bias: bias)
  }

  static func table(_ weights: [(feature: UInt32, weight: Int8)], bias: Int) -> String {
    var bytes: [UInt8] = []
    let first = (feature: UInt32(0), weight: Int8(clamping: bias / 4))
    for (feature, weight) in [first] + weights {
      let value = feature << 8 | UInt32(Int(weight) + 128)
      for shift in [24, 18, 12, 6, 0] { bytes.append(character(UInt8(value >> UInt32(shift) & 63))) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8 { (byte > 0x5C ? byte - 0x31 : byte - 0x30) & 63 }

  private static func character(_ digit: UInt8) -> UInt8 { digit + (digit + 0x30 >= 0x5C ? 0x31 : 0x30) }
}
