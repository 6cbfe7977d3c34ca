/// Writes JSON straight into bytes, in the order of the calls. The output is valid JSON for every string, and holds no
/// line end outside `pretty`: one value is one line of a JSON-lines file for every reader, those that also break lines
/// at U+0085, U+2028 and U+2029 included.
///
/// The writer does not check that objects and arrays are closed, nor that keys stand in objects alone.
public struct JSONWriter: ~Copyable, Sendable {
  var out = ByteBuffer()
  private var needsComma = false
  private var depth = 0
  private let isPretty: Bool

  /// - Parameter pretty: one key or element a line, indented by two spaces, for files that people open.
  public init(pretty: Bool = false) { isPretty = pretty }

  /// What was written.
  public var bytes: [UInt8] { out.bytes }

  /// What was written, which the writer gives away.
  public mutating func take() -> [UInt8] {
    (needsComma, depth) = (false, 0)
    return out.take()
  }

  /// Makes room for some more bytes.
  public mutating func reserve(_ count: Int) { out.reserve(count) }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    out.cut(to: 0)
    needsComma = false
    depth = 0
  }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  public mutating func key(_ name: String) {
    separate()
    JSONString.append(name, to: &out)
    out.append(UInt8(ascii: ":"))
    if isPretty { out.append(UInt8(ascii: " ")) }
    needsComma = false
  }

  public mutating func null() {
    separateValue()
    out.append("null")
  }

  public mutating func value(_ flag: Bool) {
    separateValue()
    out.append(flag ? "true" : "false")
  }

  public mutating func value(_ number: Int) {
    separateValue()
    out.append(number: number)
  }

  /// Four decimals; `null` for a number that JSON cannot hold.
  public mutating func value(_ number: Double) {
    separateValue()
    if !out.append(fixed: number) { out.append("null") }
  }

  public mutating func value(_ string: String?) {
    guard let string else { return null() }
    separateValue()
    JSONString.append(string, to: &out)
  }

  /// A string of valid UTF-8.
  public mutating func value(utf8: [UInt8]) {
    separateValue()
    JSONString.append(utf8: utf8, to: &out)
  }

  /// A value that is already JSON.
  public mutating func value(rawJSON json: some Collection<UInt8>) {
    separateValue()
    out.append(Array(json)[...])
  }

  /// Ends the line and makes the writer ready for the next value.
  public mutating func endLine() {
    out.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separateValue()
    out.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if needsComma { breakLine() }
    out.append(bracket)
    needsComma = true
  }

  /// Before a key, or before an element of an array.
  private mutating func separate() {
    if needsComma { out.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
  }

  private mutating func separateValue() {
    // A value after its key stands on the key's line.
    if needsComma || out.last == UInt8(ascii: "[") { separate() }
    needsComma = true
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    out.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { out.append("  ") }
  }
}
