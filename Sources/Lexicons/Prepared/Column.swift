import ModelFiles

/// An element of a ``Column``.
protocol ColumnElement: BitwiseCopyable, Sendable {
  /// What stands where nothing stands.
  static var blank: Self { get }
}

extension UInt8: ColumnElement { static var blank: UInt8 { 0 } }
extension Int32: ColumnElement { static var blank: Int32 { 0 } }
extension UInt64: ColumnElement { static var blank: UInt64 { 0 } }

/// A table's column that is read where it stands, in a mapped file or in memory of its own. The one place of this module
/// that holds on to raw memory: every index is checked, and what owns the memory lives as long as its columns.
///
/// A file may hold anything: what an index of it leads to that is not there is blank, so that no table need be gone
/// through before it is used.
struct Column<Element: ColumnElement>: Sequence, @unchecked Sendable {
  private let base: UnsafePointer<Element>
  let count: Int
  private let owner: AnyObject

  /// - Parameters:
  ///   - offset: where the first element stands in the file, in bytes.
  ///   - count: of elements.
  /// - Returns: `nil` where the file has no room for them, or has them at no place for such elements.
  init?(_ file: MappedFile, offset: Int, count: Int) {
    let (size, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflows, offset >= 0, count >= 0, offset <= file.bytes.count, size <= file.bytes.count - offset else {
      return nil
    }
    guard count > 0, let start = file.bytes.baseAddress else {
      self.init([])
      return
    }
    guard Int(bitPattern: start + offset) % MemoryLayout<Element>.alignment == 0 else { return nil }
    self.init(UnsafePointer((start + offset).assumingMemoryBound(to: Element.self)), count, owner: file)
  }

  /// Elements that were made in memory.
  init(_ elements: [Element]) {
    let room = Room(elements)
    self.init(UnsafePointer(room.elements), elements.count, owner: room)
  }

  private init(_ base: UnsafePointer<Element>, _ count: Int, owner: AnyObject) {
    (self.base, self.count, self.owner) = (base, count, owner)
  }

  @inline(__always)
  subscript(index: Int) -> Element { UInt(bitPattern: index) < UInt(bitPattern: count) ? base[index] : .blank }

  var isEmpty: Bool { count == 0 }
  func makeIterator() -> AnyIterator<Element> { AnyIterator(array.makeIterator()) }

  /// All elements in memory that an array owns.
  var array: [Element] { withExtendedLifetime(owner) { Array(elements) } }

  private var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// As bytes, the way a file holds them.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(elements) }

  private final class Room {
    let elements: UnsafeMutablePointer<Element>

    init(_ source: [Element]) {
      elements = UnsafeMutablePointer.allocate(capacity: Swift.max(1, source.count))
      _ = UnsafeMutableBufferPointer(start: elements, count: source.count).initialize(from: source)
    }

    deinit { elements.deallocate() }
  }
}

extension Column where Element == UInt8 {
  /// Some bytes, as far as they are there.
  func array(of range: Range<Int>) -> [UInt8] { Array(part(range)) }

  /// The same as text.
  func text(of range: Range<Int>) -> String { String(decoding: part(range), as: UTF8.self) }

  private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: elements[range.clamped(to: 0..<count)])
  }
}

extension Column where Element == Int32 {
  /// Whether all lie in a range.
  func isWithin(_ range: Range<Int>) -> Bool {
    guard let low = Int32(exactly: range.lowerBound), let high = Int32(exactly: range.upperBound) else { return false }
    var isEach = true
    // All of them, without a way out: such a loop is made of instructions that take many at once.
    for element in elements where element < low || element >= high { isEach = false }
    return isEach
  }

  /// A run that a column of places tells: from one place to the next one.
  @inline(__always)
  func range(_ index: Int) -> Range<Int> {
    let start = Int(self[index])
    return start..<Swift.max(start, Int(self[index + 1]))
  }
}
