import ModelFiles

/// Weights of the parser's three-way choice: one cache line a lookup.
///
/// Only differences between the three scores matter, so a feature is 32 bits: a check (the low 16 bits of the hash)
/// and two weights of 8 bits, shift against right and left against right. A line holds sixteen of them; the high
/// half of the hash chooses the line.
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

  /// Sums of the features' weights. `places` is room for one more value than there are features.
  package func score(
    _ features: UnsafePointer<UInt64>, _ count: Int, places: UnsafeMutablePointer<UInt64>
  ) -> (shift: Int32, left: Int32) {
    var touched: UInt8 = 0
    for index in 0..<count {
      let place = UInt64(truncatingIfNeeded: bucket(of: features[index], among: lines)) &* 64
      places[index] = place
      touched |= base.load(fromByteOffset: Int(truncatingIfNeeded: place), as: UInt8.self)
    }
    places[count] = UInt64(touched)
    var shift = SIMD4<Int32>()
    var left = SIMD4<Int32>()
    let mask = SIMD4<UInt32>(repeating: 0xFFFF_0000)
    for index in 0..<count {
      let check = SIMD4<UInt32>(repeating: UInt32(truncatingIfNeeded: features[index]) << 16)
      let line = base + Int(truncatingIfNeeded: places[index])
      let a = line.load(as: SIMD4<UInt32>.self)
      let b = line.load(fromByteOffset: 16, as: SIMD4<UInt32>.self)
      let c = line.load(fromByteOffset: 32, as: SIMD4<UInt32>.self)
      let d = line.load(fromByteOffset: 48, as: SIMD4<UInt32>.self)
      let zero = SIMD4<UInt32>()
      let found =
        (zero.replacing(with: a, where: (a & mask) .== check) | zero.replacing(with: b, where: (b & mask) .== check))
        | (zero.replacing(with: c, where: (c & mask) .== check) | zero.replacing(with: d, where: (d & mask) .== check))
      let signed = SIMD4<Int32>(truncatingIfNeeded: found)
      shift &+= (signed &<< 16) &>> 24
      left &+= (signed &<< 24) &>> 24
    }
    return (shift.wrappedSum(), left.wrappedSum())
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
      var checks: Set<UInt16> = []
      for index in sorted where checks.count < slots {
        let feature = features[Int(index)]
        guard checks.insert(UInt16(truncatingIfNeeded: feature.hash)).inserted else { continue }
        bytes.append(UInt8(bitPattern: feature.left))
        bytes.append(UInt8(bitPattern: feature.shift))
        bytes.append(littleEndian: UInt16(truncatingIfNeeded: feature.hash))
      }
      bytes += [UInt8](repeating: 0, count: (slots - checks.count) * 4)
    }
    return bytes
  }
}
