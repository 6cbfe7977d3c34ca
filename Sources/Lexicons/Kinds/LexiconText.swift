/// A term as its lexicon writes it. Strings are made of the few that somebody asks for: a lexicon has some thousand terms,
/// and a document meets a hundred.
package struct LexiconText: Sendable {
  /// Of all terms of a file.
  let bytes: [UInt8]
  private let start: UInt32
  private let count: UInt32

  /// - Parameter range: its place in the bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    count = UInt32(truncatingIfNeeded: range.count)
  }

  var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
  var string: String { String(decoding: bytes[range], as: UTF8.self) }
}
