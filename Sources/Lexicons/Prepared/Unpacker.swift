/// Reads what a ``Packer`` collected.
///
/// Bytes that no packer wrote never trap: what cannot be read is zero or empty, and ``isBroken`` says so from then on.
package struct Unpacker {
  private let bytes: [UInt8]
  private var at = 0
  private var texts: [String] = []
  private var decimals: [Double] = []
  private var tables: [[String: Double]] = []
  package private(set) var isBroken = false

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let count = count()
    var ends: [Int] = []
    ends.reserveCapacity(count)
    var end = 0
    for _ in 0..<count {
      end += number()
      ends.append(end)
    }
    guard end <= bytes.count - at else {
      fail()
      return
    }
    texts.reserveCapacity(count)
    let start = at
    bytes.withUnsafeBufferPointer { bytes in
      for end in ends {
        texts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<(start + end)]), as: UTF8.self))
        at = start + end
      }
    }
    for _ in 0..<self.count() {
      guard bytes.count - at >= 8 else {
        fail()
        return
      }
      decimals.append(Double(bitPattern: WordHash.load(bytes.span.bytes, at, 8)))
      at += 8
    }
    for _ in 0..<self.count() {
      var table: [String: Double] = [:]
      for _ in 0..<self.count() { table[text()] = decimal() }
      tables.append(table)
    }
  }

  /// Whether all was read, and nothing was wrong.
  package var isDone: Bool { !isBroken && at == bytes.count }

  @inline(__always)
  package mutating func number() -> Int {
    guard at < bytes.count else { return broken(0) }
    let byte = bytes[at]
    at += 1
    if byte < 0x80 { return Int(byte) }
    guard at < bytes.count, bytes[at] < 0x80 else { return number(after: byte) }
    let high = bytes[at]
    at += 1
    return Int(high) << 7 | Int(byte & 0x7F)
  }

  private mutating func number(after first: UInt8) -> Int {
    var number = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while at < bytes.count, shift < 35 {
      let byte = bytes[at]
      at += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number <= UInt64(Int32.max) ? Int(number) : broken(0) }
      shift += 7
    }
    return broken(0)
  }

  /// The numbers of a column.
  package mutating func column() -> [Int32] {
    let (count, width) = (number(), number())
    guard width == 1 || width == 2 || width == 4, count <= (bytes.count - at) / width else { return broken([]) }
    let numbers = [Int32](unsafeUninitializedCapacity: count) { room, size in
      bytes.withUnsafeBytes { bytes in
        // All places are within the bytes, as was seen above; any bytes are a number.
        switch width {
        case 1:
          for index in 0..<count { room.initializeElement(at: index, to: Int32(bytes[at + index])) }
        case 2:
          for index in 0..<count {
            let number = bytes.loadUnaligned(fromByteOffset: at + 2 * index, as: UInt16.self)
            room.initializeElement(at: index, to: Int32(UInt16(littleEndian: number)))
          }
        default:
          for index in 0..<count {
            let number = bytes.loadUnaligned(fromByteOffset: at + 4 * index, as: Int32.self)
            room.initializeElement(at: index, to: Int32(littleEndian: number))
          }
        }
      }
      size = count
    }
    if width == 4, numbers.contains(where: { $0 < 0 }) { return broken([]) }
    at += count * width
    return numbers
  }

  /// A number of either sign that was packed as a ``Packer/step(_:)``.
  @inline(__always)
  package static func step(_ number: Int32) -> Int {
    number & 1 == 0 ? Int(number >> 1) : -Int(number >> 1) - 1
  }

  /// A number of things that follow, each of at least one byte.
  package mutating func count() -> Int {
    let count = number()
    return count <= bytes.count - at ? count : broken(0)
  }

  package mutating func flag() -> Bool { number() != 0 }

  package mutating func text() -> String {
    let index = number()
    return index < texts.count ? texts[index] : broken("")
  }

  package mutating func optionalText() -> String? { flag() ? text() : nil }

  package mutating func decimal() -> Double {
    let index = number()
    return index < decimals.count ? decimals[index] : broken(0)
  }

  package mutating func optionalDecimal() -> Double? { flag() ? decimal() : nil }

  mutating func table() -> [String: Double] {
    let index = number()
    return index < tables.count ? tables[index] : broken([:])
  }

  package mutating func run() -> [UInt8] {
    let count = count()
    defer { at += count }
    return Array(bytes[at..<(at + count)])
  }

  mutating func items<Item: Packable>(_ type: Item.Type = Item.self) -> [Item] {
    let count = count()
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count {
      if isBroken { return [] }
      items.append(Item(from: &self))
    }
    return items
  }

  /// Notes that something is wrong.
  package mutating func fail() { isBroken = true }

  /// The same, with what to go on with.
  package mutating func broken<Value>(_ value: Value) -> Value {
    fail()
    return value
  }
}
