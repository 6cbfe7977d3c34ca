import ModelFiles

/// Weights of the parser's three-way choice: one cache line a lookup.
///
/// Only differences between the three scores matter, so a feature is a check of 16 bits (the low ones of its hash)
/// and two weights of 8 bits, shift against right and left against right. A line holds sixteen features: first
/// their checks, then their weights (left in the low byte, shift in the high one), so that eight are compared at a
/// time. The high half of the hash chooses the line.
package struct LineTable: @unchecked Sendable {
  package static let lineSize = 64
  package static let slots = 16

  private let base: UnsafeRawPointer
  private let lines: UInt64

  /// `nil` if the section cannot be such a table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count % Self.lineSize == 0, section.count > 0,
      UInt(bitPattern: base) % UInt(Self.lineSize) == 0
    else { return nil }
    self.base = base
    lines = UInt64(section.count / Self.lineSize)
  }

  /// Sums of weights, spread over eight lanes. A lane has room for 258 features, more than any state has.
  package struct Sums {
    var shift = SIMD8<Int16>()
    var left = SIMD8<Int16>()

    package init() {}

    /// The sums of shift and left, each against right.
    @inline(__always)
    package var scores: (shift: Int, left: Int) { (Int(shift.wrappedSum()), Int(left.wrappedSum())) }
  }

  /// Adds the features' weights. There is no branch in it, so that the cache misses overlap.
  package func add(_ features: UnsafePointer<UInt64>, _ count: Int, to sums: inout Sums) {
    var shift = sums.shift
    var left = sums.left
    let zero = SIMD8<Int16>()
    for index in 0..<count {
      let feature = features[index]
      let line = base + bucket(of: feature, among: lines) &* Self.lineSize
      let check = SIMD8<UInt16>(repeating: UInt16(truncatingIfNeeded: feature))
      let first = line.load(as: SIMD8<UInt16>.self) .== check
      let second = line.load(fromByteOffset: 16, as: SIMD8<UInt16>.self) .== check
      let found =
        zero.replacing(with: line.load(fromByteOffset: 32, as: SIMD8<Int16>.self), where: first)
        | zero.replacing(with: line.load(fromByteOffset: 48, as: SIMD8<Int16>.self), where: second)
      shift &+= found &>> 8
      left &+= (found &<< 8) &>> 8
    }
    sums.shift = shift
    sums.left = left
  }

  /// A feature with its two weights.
  package struct Feature: Sendable {
    package var hash: UInt64
    package var shift: Int8
    package var left: Int8

    package init(hash: UInt64, shift: Int8, left: Int8) {
      self.hash = hash
      self.shift = shift
      self.left = left
    }

    var strength: Int { max(abs(Int(shift)), abs(Int(left)), abs(Int(shift) - Int(left))) }
  }

  /// Lays features out in so many lines; from a line that overflows the weakest features are left out.
  package static func build(_ features: [Feature], lines: Int) -> [UInt8] {
    var order: [[Int32]] = Array(repeating: [], count: lines)
    for (index, feature) in features.enumerated() {
      order[bucket(of: feature.hash, among: UInt64(lines))].append(Int32(index))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines * lineSize)
    for list in order {
      let sorted = list.sorted { (features[Int($0)].strength, $1) > (features[Int($1)].strength, $0) }
      var kept: [Feature] = []
      var checks: Set<UInt16> = []
      for index in sorted where kept.count < slots {
        let feature = features[Int(index)]
        if checks.insert(UInt16(truncatingIfNeeded: feature.hash)).inserted { kept.append(feature) }
      }
      let empty = [UInt8](repeating: 0, count: (slots - kept.count) * 2)
      for feature in kept { bytes.append(littleEndian: UInt16(truncatingIfNeeded: feature.hash)) }
      bytes += empty
      for feature in kept { bytes += [UInt8(bitPattern: feature.left), UInt8(bitPattern: feature.shift)] }
      bytes += empty
    }
    return bytes
  }
}
