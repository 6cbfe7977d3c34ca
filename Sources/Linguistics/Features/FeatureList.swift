/// Writes feature hashes one after the other, each with its template's number in it.
@usableFromInline
struct FeatureList {
  private var next: UnsafeMutablePointer<UInt64>
  private let start: UnsafeMutablePointer<UInt64>
  private var template: UInt64

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// `seed` keeps the features of one question apart from those of another in the same table; `after` is the number
  /// of templates that were written before, elsewhere.
  @inline(__always)
  init(_ out: UnsafeMutablePointer<UInt64>, seed: UInt64 = 0, after: Int = 0) {
    start = out
    next = out
    template = seed &+ Self.step &* UInt64(truncatingIfNeeded: after)
  }

  var count: Int { next - start }

  /// Leaves out templates that are written elsewhere.
  @inline(__always)
  mutating func skip(_ templates: UInt64) { template &+= Self.step &* templates }

  @inline(__always)
  mutating func add(_ a: UInt64) {
    template &+= Self.step
    next.pointee = a ^ template
    next += 1
  }

  @inline(__always)
  mutating func add(_ a: UInt64, _ b: UInt64) { add(a ^ rotated(b, 21)) }

  @inline(__always)
  mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) { add(a ^ rotated(b, 21) ^ rotated(c, 42)) }

  /// An atom for a small number.
  @inline(__always)
  static func small(_ value: UInt8) -> UInt64 { (UInt64(min(value, 5)) &+ 1) &* 0xD6E8_FEB8_6659_FD93 }

  /// An atom for a relation's raw value.
  @inline(__always)
  static func label(_ value: UInt8) -> UInt64 { (UInt64(value) &+ 1) &* 0xA076_1D64_78BD_642F }

  /// An atom for how far apart two nodes are: 1, 2, 3, 4, 5–6, 7–10, more.
  @inline(__always)
  static func distance(_ value: Int) -> UInt64 {
    let bucket = value <= 4 ? value : value <= 6 ? 5 : value <= 10 ? 6 : 7
    return (UInt64(truncatingIfNeeded: bucket) &+ 1) &* 0xE703_7ED1_A0B4_28DB
  }

  /// An atom for which of two nodes stand after an odd number of quotation marks: inside a quotation.
  @inline(__always)
  static func inside(_ a: Int32, _ b: Int32) -> UInt64 {
    (UInt64(truncatingIfNeeded: (a & 1) << 1 | b & 1) &+ 1) &* 0xA24B_AED4_963E_E407
  }

  /// An atom for how many of a kind stand between two nodes: none, one, more.
  @inline(__always)
  static func between(_ from: Int32, _ to: Int32) -> UInt64 {
    (UInt64(truncatingIfNeeded: min(2, max(0, to &- from))) &+ 1) &* 0x8EBC_6AF0_9C88_C6E3
  }
}
