/// Puts numbers and names together, least significant byte first.
struct BinaryWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  mutating func add<Number: FixedWidthInteger>(_ number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ string: String) {
    add(UInt32(string.utf8.count))
    bytes.append(contentsOf: string.utf8)
  }

  mutating func add(raw: [UInt8]) { bytes.append(contentsOf: raw) }
}

/// Takes them apart again; `nil` where the bytes end too soon.
struct BinaryReader: Sendable {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { rest = Array(bytes)[...] }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
    let size = Number.bitWidth / 8
    guard rest.count >= size else { return nil }
    var number: Number = 0
    for (place, byte) in rest.prefix(size).enumerated() { number |= Number(truncatingIfNeeded: byte) << (8 * place) }
    rest.removeFirst(size)
    return number
  }

  mutating func string() -> String? {
    guard let count = number(UInt32.self), rest.count >= Int(count) else { return nil }
    defer { rest.removeFirst(Int(count)) }
    return String(decoding: rest.prefix(Int(count)), as: UTF8.self)
  }
}
