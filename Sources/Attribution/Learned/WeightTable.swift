import Linguistics
import ModelFiles

/// Weights of hashed features in a section of a model file.
///
/// The section: number of slots (UInt32), what a weight of one is worth (Float32 bits), eight zero bytes, then slots
/// of eight bytes: low half of the feature's hash (UInt32, never 0), weight (Int16), two zero bytes. A feature stands
/// at the place that the high half of its hash names, or behind it.
package struct WeightTable: @unchecked Sendable {
  private static let head = 16
  private static let longestSearch = 64

  private let slots: UnsafeRawPointer
  private let count: UInt64
  private let unit: Float

  /// `nil` if the section cannot be such a table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= Self.head + 8 else { return nil }
    let count = Int(UInt32(littleEndian: base.load(as: UInt32.self)))
    let unit = Float(bitPattern: UInt32(littleEndian: base.load(fromByteOffset: 4, as: UInt32.self)))
    guard count > 0, section.count == Self.head + count * 8, unit.isFinite else { return nil }
    self.count = UInt64(count)
    self.unit = unit
    slots = base + Self.head
  }

  /// The sum of the features' weights.
  package func sum(_ features: FeatureBag) -> Float {
    var total: Int32 = 0
    for hash in features.hashes { total &+= weight(hash) }
    return Float(total) * unit
  }

  func has(_ hash: UInt64) -> Bool { weight(hash) != 0 }

  @inline(__always)
  private func weight(_ hash: UInt64) -> Int32 {
    let check = max(1, UInt32(truncatingIfNeeded: hash))
    var place = Int(truncatingIfNeeded: ((hash >> 32) &* count) >> 32)
    for _ in 0..<Self.longestSearch {
      let found = slots.load(fromByteOffset: place &* 8, as: UInt32.self)
      if found == check {
        return Int32(Int16(littleEndian: slots.load(fromByteOffset: place &* 8 &+ 4, as: Int16.self)))
      }
      if found == 0 { return 0 }
      place &+= 1
      if place == Int(truncatingIfNeeded: count) { place = 0 }
    }
    return 0
  }

  /// Lays weights out as a section. Of features with one hash the first counts; those that weigh nothing are left out.
  package static func build(_ weights: [(hash: UInt64, weight: Float)]) -> [UInt8] {
    let top = weights.reduce(Float(1e-6)) { max($0, abs($1.weight)) }
    let unit = top / 4000
    let kept = weights.filter { abs($0.weight / unit) >= 0.5 }
    let count = max(4, kept.count * 3 / 2)
    var checks = [UInt32](repeating: 0, count: count)
    var values = [Int16](repeating: 0, count: count)
    for (hash, weight) in kept {
      let check = max(1, UInt32(truncatingIfNeeded: hash))
      var place = Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(count)) >> 32)
      while checks[place] != 0, checks[place] != check { place = (place + 1) % count }
      guard checks[place] == 0 else { continue }
      checks[place] = check
      values[place] = Int16(max(-32000, min(32000, (weight / unit).rounded())))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head + count * 8)
    bytes.append(littleEndian: UInt32(count))
    bytes.append(littleEndian: unit.bitPattern)
    bytes.append(littleEndian: UInt64(0))
    for index in 0..<count {
      bytes.append(littleEndian: checks[index])
      bytes.append(littleEndian: values[index])
      bytes.append(littleEndian: UInt16(0))
    }
    return bytes
  }
}
