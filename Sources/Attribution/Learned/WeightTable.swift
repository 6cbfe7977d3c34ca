import Linguistics
import ModelFiles

/// Weights of hashed features in a section of a model file.
///
/// The section: number of slots (UInt32), what a weight of one is worth (Float32 bits), number of filter bits (UInt32, a
/// power of two of 64 or more), four zero bytes, the filter, then slots of four bytes: 16 bits of the feature's hash
/// (UInt16, never 0) and its weight (Int16). A feature stands at the place that the high half of its hash names, or
/// behind it; of two that would answer to the same slot the first one counts.
///
/// Four lookups of five are of features that the table lacks. The filter has a bit for each class of hashes and tells
/// most of them apart in memory that stays in the second-level cache; only what passes is looked up.
package struct WeightTable: @unchecked Sendable {
  private static let head = 16
  private static let slotSize = 4
  private static let longestSearch = 64

  private let filter: UnsafeRawPointer
  private let filterMask: UInt64
  private let slots: UnsafeRawPointer
  private let count: UInt64
  private let unit: Float

  /// `nil` if the section cannot be such a table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= Self.head + 12 else { return nil }
    let count = Int(UInt32(littleEndian: base.load(as: UInt32.self)))
    let unit = Float(bitPattern: UInt32(littleEndian: base.load(fromByteOffset: 4, as: UInt32.self)))
    let bits = Int(UInt32(littleEndian: base.load(fromByteOffset: 8, as: UInt32.self)))
    guard count > 0, bits >= 64, bits & (bits - 1) == 0, unit.isFinite,
      section.count == Self.head + bits / 8 + count * Self.slotSize
    else { return nil }
    self.count = UInt64(count)
    self.unit = unit
    filter = base + Self.head
    filterMask = UInt64(bits - 1)
    slots = base + Self.head + bits / 8
  }

  /// The sum of the features' weights.
  package func sum(_ features: FeatureBag) -> Float {
    var total: Int32 = 0
    let passing = features.passing
    var count = 0
    // Without branches: which features pass cannot be foreseen.
    for index in 0..<features.count {
      let hash = features[index]
      passing[count] = hash
      count &+= passes(hash)
    }
    for index in 0..<count { total &+= weight(passing[index]) }
    return Float(total) * unit
  }

  /// What one feature weighs, 0 if it is not in the table.
  @inline(__always)
  package func value(_ hash: UInt64) -> Float { passes(hash) == 1 ? Float(weight(hash)) * unit : 0 }

  func has(_ hash: UInt64) -> Bool { passes(hash) == 1 && weight(hash) != 0 }

  @inline(__always)
  private func passes(_ hash: UInt64) -> Int {
    let bit = hash & filterMask
    let byte = filter.load(fromByteOffset: Int(truncatingIfNeeded: bit >> 3), as: UInt8.self)
    return Int(byte >> UInt8(truncatingIfNeeded: bit & 7) & 1)
  }

  /// The 16 bits that tell a feature from its neighbours; they are not among those of the place and few of the filter's.
  @inline(__always)
  private static func check(_ hash: UInt64) -> UInt16 { max(1, UInt16(truncatingIfNeeded: hash >> 16)) }

  @inline(__always)
  private func weight(_ hash: UInt64) -> Int32 {
    let check = Self.check(hash)
    var place = bucket(of: hash, among: count)
    for _ in 0..<Self.longestSearch {
      let slot = UInt32(littleEndian: slots.load(fromByteOffset: place &* Self.slotSize, as: UInt32.self))
      let found = UInt16(truncatingIfNeeded: slot)
      if found == check { return Int32(Int16(truncatingIfNeeded: Int32(bitPattern: slot) >> 16)) }
      if found == 0 { return 0 }
      place &+= 1
      if place == Int(truncatingIfNeeded: count) { place = 0 }
    }
    return 0
  }

  /// Lays weights out as a section; those that weigh nothing are left out.
  package static func build(_ weights: [(hash: UInt64, weight: Float)]) -> [UInt8] {
    let top = weights.reduce(Float(1e-6)) { max($0, abs($1.weight)) }
    let unit = top / 4000
    let kept = weights.filter { abs($0.weight / unit) >= 0.5 }
    let count = max(4, kept.count * 3 / 2)
    var bits = 64
    while bits < kept.count * 8 { bits *= 2 }
    var filter = [UInt8](repeating: 0, count: bits / 8)
    var checks = [UInt16](repeating: 0, count: count)
    var values = [Int16](repeating: 0, count: count)
    for (hash, weight) in kept {
      let check = Self.check(hash)
      var place = bucket(of: hash, among: UInt64(count))
      while checks[place] != 0, checks[place] != check { place = (place + 1) % count }
      guard checks[place] == 0 else { continue }
      checks[place] = check
      values[place] = Int16(max(-32000, min(32000, (weight / unit).rounded())))
      let bit = Int(truncatingIfNeeded: hash & UInt64(bits - 1))
      filter[bit / 8] |= 1 << UInt8(bit % 8)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head + filter.count + count * slotSize)
    bytes.append(littleEndian: UInt32(count))
    bytes.append(littleEndian: unit.bitPattern)
    bytes.append(littleEndian: UInt32(bits))
    bytes.append(littleEndian: UInt32(0))
    bytes += filter
    for index in 0..<count {
      bytes.append(littleEndian: checks[index])
      bytes.append(littleEndian: values[index])
    }
    return bytes
  }
}
