import Linguistics
import ModelFiles

/// Vectors of hashed features in a section of a model file.
///
/// The section: number of slots, rows and vectors' width (UInt32, the width a multiple of 16), four zero bytes; slots of
/// eight bytes: the low half of a feature's hash and its row + 1 (UInt32), 0 for an empty slot; what one is worth in each
/// row (Float32); rows of Int8. A feature stands at the place that the high half of its hash names, or behind it.
package struct VectorTable: @unchecked Sendable {
  private static let head = 16
  private static let longestSearch = 64

  private let slots: UnsafeRawPointer
  private let slotCount: UInt64
  private let units: UnsafeRawPointer
  private let rows: UnsafeRawPointer
  private let rowCount: Int
  package let width: Int

  /// `nil` if the section cannot be such a table.
  package init?(_ section: UnsafeRawBufferPointer) {
    guard let base = section.baseAddress, section.count >= Self.head else { return nil }
    func number(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: base.load(fromByteOffset: offset, as: UInt32.self)))
    }
    let (slots, rows, width) = (number(0), number(4), number(8))
    guard slots > 0, rows <= slots, width > 0, width <= 1024, width % 16 == 0,
      section.count == Self.head + slots * 8 + rows * 4 + rows * width
    else { return nil }
    slotCount = UInt64(slots)
    rowCount = rows
    self.width = width
    self.slots = base + Self.head
    units = base + Self.head + slots * 8
    self.rows = base + Self.head + slots * 8 + rows * 4
  }

  /// The row of a feature, -1 if it has none.
  @inline(__always)
  func row(of hash: UInt64) -> Int {
    let check = UInt32(truncatingIfNeeded: hash)
    var place = bucket(of: hash, among: slotCount)
    for _ in 0..<Self.longestSearch {
      let slot = UInt64(littleEndian: slots.load(fromByteOffset: place &* 8, as: UInt64.self))
      let row = Int(truncatingIfNeeded: slot >> 32) &- 1
      if row < 0 { return -1 }
      if UInt32(truncatingIfNeeded: slot) == check { return row < rowCount ? row : -1 }
      place &+= 1
      if place == Int(truncatingIfNeeded: slotCount) { place = 0 }
    }
    return -1
  }

  /// Sixteen numbers of a row that ``row(of:)`` gave.
  @inline(__always)
  func vector(_ row: Int, _ block: Int) -> SIMD16<Float> {
    let unit = Float(
      bitPattern: UInt32(littleEndian: units.load(fromByteOffset: row &* 4, as: UInt32.self)))
    let raw = rows.loadUnaligned(fromByteOffset: row &* width &+ block &* 16, as: SIMD16<Int8>.self)
    return SIMD16<Float>(raw) * unit
  }

  /// The numbers of all rows, sixteen at a time.
  func vectors() -> [SIMD16<Float>] {
    let blocks = width / 16
    return (0..<rowCount * blocks).map { vector($0 / blocks, $0 % blocks) }
  }

  /// Lays vectors of one width out as a section.
  package static func build(_ vectors: [(hash: UInt64, vector: [Float])], width: Int) -> [UInt8] {
    let count = max(4, vectors.count * 3 / 2)
    var slots = [UInt64](repeating: 0, count: count)
    var units: [UInt8] = []
    var rows: [UInt8] = []
    var kept = 0
    for (hash, vector) in vectors {
      let check = UInt64(UInt32(truncatingIfNeeded: hash))
      var place = bucket(of: hash, among: UInt64(count))
      while slots[place] != 0, UInt64(UInt32(truncatingIfNeeded: slots[place])) != check { place = (place + 1) % count }
      guard slots[place] == 0 else { continue }
      kept += 1
      slots[place] = UInt64(kept) << 32 | check
      let unit = max(vector.reduce(Float(0)) { max($0, abs($1)) }, 1e-6) / 127
      units.append(littleEndian: unit.bitPattern)
      rows += vector.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / unit).rounded())))) }
    }
    var bytes: [UInt8] = []
    for number in [count, kept, width, 0] { bytes.append(littleEndian: UInt32(number)) }
    for slot in slots { bytes.append(littleEndian: slot) }
    return bytes + units + rows
  }
}
