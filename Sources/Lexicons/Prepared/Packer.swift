/// Collects what a lexicon is made of as bytes that an ``Unpacker`` reads in the same order.
///
/// Whole numbers have seven bits a byte, the lowest first (LEB128). Texts, decimal numbers and tables of these stand once
/// in pools ahead of all else, and where they are used by their index. Columns stand as they are, at multiples of eight
/// bytes.
package struct Packer {
  private var body: [UInt8] = []
  private var texts: [String] = []
  private var indexOfText: [String: Int] = [:]
  private var decimals: [Double] = []
  private var indexOfDecimal: [UInt64: Int] = [:]
  /// Each by the indices of its texts and decimal numbers, in the order of the texts.
  private var tables: [[Int]] = []
  private var indexOfTable: [[Int]: Int] = [:]

  package init() {}

  /// - Parameter number: not negative.
  package mutating func add(_ number: Int) { Packer.append(number, to: &body) }

  /// Elements that are read where they stand.
  mutating func add<Element>(mapped column: Column<Element>) {
    add(column.count)
    Packer.align(&body)
    body += column.bytes
  }

  package mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  package mutating func add(_ text: String) { add(Packer.index(of: text, in: &texts, &indexOfText, text)) }

  package mutating func add(optional text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  package mutating func add(_ decimal: Double) {
    add(Packer.index(of: decimal, in: &decimals, &indexOfDecimal, decimal.bitPattern))
  }

  package mutating func add(optional decimal: Double?) {
    add(decimal != nil)
    if let decimal { add(decimal) }
  }

  mutating func add(_ table: [String: Double]) {
    var indices: [Int] = []
    for (text, decimal) in table.sorted(by: { $0.key < $1.key }) {
      indices.append(Packer.index(of: text, in: &texts, &indexOfText, text))
      indices.append(Packer.index(of: decimal, in: &decimals, &indexOfDecimal, decimal.bitPattern))
    }
    add(Packer.index(of: indices, in: &tables, &indexOfTable, indices))
  }

  /// Its place in a pool, where it is put if need be.
  private static func index<Value, Key: Hashable>(
    of value: Value, in pool: inout [Value], _ known: inout [Key: Int], _ key: Key
  ) -> Int {
    if let index = known[key] { return index }
    known[key] = pool.count
    pool.append(value)
    return pool.count - 1
  }

  package mutating func add(bytes: some Collection<UInt8>) {
    add(bytes.count)
    body += bytes
  }

  /// The pools, then all that was added.
  package func finish() -> [UInt8] {
    var bytes: [UInt8] = []
    Packer.append(texts.count, to: &bytes)
    for text in texts { Packer.append(text.utf8.count, to: &bytes) }
    for text in texts { bytes += text.utf8 }
    Packer.append(decimals.count, to: &bytes)
    for decimal in decimals {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: decimal.bitPattern >> shift))
      }
    }
    Packer.append(tables.count, to: &bytes)
    for table in tables {
      Packer.append(table.count / 2, to: &bytes)
      for index in table { Packer.append(index, to: &bytes) }
    }
    Packer.align(&bytes)
    return bytes + body
  }

  /// What is read where it stands begins at a multiple of this many bytes.
  static let alignment = 8

  private static func align(_ bytes: inout [UInt8]) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Something that is packed, and read again in the same order.
package protocol Packable {
  func pack(into packer: inout Packer)
  init(from unpacker: inout Unpacker)
}

extension Packer {
  mutating func add<Item: Packable>(_ items: [Item]) {
    add(items.count)
    for item in items { item.pack(into: &self) }
  }
}
