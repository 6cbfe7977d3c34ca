/// A half-open range of UTF-8 byte offsets into one document's ``Text``.
///
/// Everything inside the library counts bytes; code points are counted only where offsets leave it (see
/// ``Text/scalarOffset(ofByte:)``).
public struct Span: Hashable, Comparable, Sendable {
  public var start: Int
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { end <= start }
  @inlinable public var range: Range<Int> { start..<max(start, end) }

  @inlinable
  public func contains(_ offset: Int) -> Bool { offset >= start && offset < end }

  /// Whether the other span lies wholly inside this one.
  @inlinable
  public func contains(_ other: Span) -> Bool { other.start >= start && other.end <= end }

  /// Whether the two share at least one byte.
  @inlinable
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  @inlinable
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  @inlinable
  public static func < (a: Span, b: Span) -> Bool { a.start != b.start ? a.start < b.start : a.end < b.end }
}

extension Collection where Element == Span {
  /// The smallest span that holds all of these, or `nil` for none.
  @inlinable public var hull: Span? {
    guard let first else { return nil }
    return reduce(first) { $0.union($1) }
  }
}
