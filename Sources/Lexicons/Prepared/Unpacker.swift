import ModelFiles

/// Reads what a ``Packer`` collected.
///
/// Bytes that no packer wrote never trap: what cannot be read is zero or empty, and ``isBroken`` says so from then on.
package struct Unpacker {
  private let file: MappedFile
  /// Where the section starts in the file.
  private let start: Int
  private let bytes: Column<UInt8>
  private var at = 0
  private var texts: [String] = []
  private var decimals: [Double] = []
  private var tables: [[String: Double]] = []
  package private(set) var isBroken = false

  /// Reads a part of memory of its own.
  package init(_ bytes: [UInt8]) { self.init(MappedFile(copying: bytes), 0..<bytes.count) }

  /// Reads a part of a file.
  init(_ file: MappedFile, _ section: Range<Int>) {
    self.file = file
    start = section.lowerBound
    bytes = Column(file, offset: section.lowerBound, count: section.count) ?? Column([])
    readPools()
    align()
  }

  private mutating func readPools() {
    let ends = sums(of: count())
    let begin = at
    texts.reserveCapacity(ends.count)
    for end in ends {
      guard end <= bytes.count - begin else { return fail() }
      texts.append(bytes.text(of: at..<(begin + end)))
      at = begin + end
    }
    for _ in 0..<count() {
      guard bytes.count - at >= 8 else { return fail() }
      var bits: UInt64 = 0
      for byte in 0..<8 { bits |= UInt64(bytes[at + byte]) << UInt64(8 * byte) }
      decimals.append(Double(bitPattern: bits))
      at += 8
    }
    for _ in 0..<count() {
      var table: [String: Double] = [:]
      for _ in 0..<count() { table[text()] = decimal() }
      tables.append(table)
    }
  }

  /// Numbers added up one after the other.
  private mutating func sums(of count: Int) -> [Int] {
    var (sum, sums) = (0, [Int]())
    sums.reserveCapacity(count)
    for _ in 0..<count {
      sum += number()
      sums.append(sum)
    }
    return sums
  }

  /// Passes over the zeros before what stands at a multiple of some bytes.
  private mutating func align() {
    let next = (at + Packer.alignment - 1) / Packer.alignment * Packer.alignment
    if next > bytes.count { return fail() }
    at = next
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

  /// Elements that stay where they stand.
  mutating func mapped<Element>(_ type: Element.Type = Element.self) -> Column<Element> {
    let count = number()
    align()
    let size = MemoryLayout<Element>.stride
    guard !isBroken, count <= (bytes.count - at) / size,
      let column = Column<Element>(file, offset: start + at, count: count)
    else { return broken(Column([])) }
    at += count * size
    return column
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
    return bytes.array(of: at..<(at + count))
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
