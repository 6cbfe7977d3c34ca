import ModelFiles

/// Weights by the 32-bit hash of a word, in an open table; words that are not in it weigh nothing.
package struct HashedWeights: Sendable {
  private var keys: [UInt32]
  private var weights: [Float]
  private let mask: Int

  package init(_ entries: [(key: UInt32, weight: Float)]) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt32](repeating: 0, count: size)
    weights = [Float](repeating: 0, count: size)
    for (key, weight) in entries {
      var place = Int(key >> 1) & mask
      while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
      keys[place] = key
      weights[place] = weight
    }
  }

  @inline(__always)
  subscript(key: UInt32) -> Float {
    var place = Int(key >> 1) & mask
    while keys[place] != 0 {
      if keys[place] == key { return weights[place] }
      place = (place + 1) & mask
    }
    return 0
  }
}

extension HashedWeights {
  /// The section: the unit (Float), then key (UInt32) and weight in units (Int16) of each word, ordered by key.
  init?(_ section: UnsafeRawBufferPointer) {
    var reader = SectionReader(section)
    guard let unit = reader.float(), let count = reader.number(UInt32.self), count <= 1 << 20 else { return nil }
    var entries: [(key: UInt32, weight: Float)] = []
    entries.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let key = reader.number(UInt32.self), let weight = reader.number(Int16.self), key != 0 else { return nil }
      entries.append((key, Float(weight) * unit))
    }
    self.init(entries)
  }

  package static func section(_ entries: [(key: UInt32, weight: Float)]) -> [UInt8] {
    let unit = max(entries.map { abs($0.weight) }.max() ?? 0, 1e-6) / 32767
    var bytes: [UInt8] = []
    bytes.append(littleEndian: unit.bitPattern)
    bytes.append(littleEndian: UInt32(entries.count))
    for (key, weight) in entries.sorted(by: { $0.key < $1.key }) {
      bytes.append(littleEndian: key)
      bytes.append(littleEndian: Int16((weight / unit).rounded()))
    }
    return bytes
  }
}

/// Reads numbers from a section in order; `nil` past its end.
struct SectionReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func number<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) -> T? {
    let size = MemoryLayout<T>.size
    guard place + size <= bytes.count else { return nil }
    defer { place += size }
    return T(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: type))
  }

  mutating func float() -> Float? { number(UInt32.self).map(Float.init(bitPattern:)) }

  var isAtEnd: Bool { place == bytes.count }
}
