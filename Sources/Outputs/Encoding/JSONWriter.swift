/// Writes JSON straight into bytes, in the order of the calls. The output is valid JSON for every string, and holds no
/// line end outside `pretty`: one value is one line of a JSON-lines file for every reader, those that also break lines
/// at U+0085, U+2028 and U+2029 included.
///
/// The writer does not check that objects and arrays are closed, nor that keys stand in objects alone.
public struct JSONWriter: Sendable {
  public var bytes: [UInt8] = []
  private var needsComma = false
  private var depth = 0
  private let isPretty: Bool

  /// - Parameter pretty: one key or element a line, indented by two spaces, for files that people open.
  public init(pretty: Bool = false) { isPretty = pretty }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
    depth = 0
  }

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  public mutating func key(_ name: String) {
    separate()
    JSONString.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
  }

  public mutating func null() {
    separateValue()
    bytes.append(contentsOf: "null".utf8)
  }

  public mutating func value(_ flag: Bool) {
    separateValue()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  public mutating func value(_ number: Int) {
    separateValue()
    bytes.append(number: number)
  }

  /// Four decimals; `null` for a number that JSON cannot hold.
  public mutating func value(_ number: Double) {
    separateValue()
    if !bytes.append(fixed: number) { bytes.append(contentsOf: "null".utf8) }
  }

  public mutating func value(_ string: String?) {
    guard let string else { return null() }
    separateValue()
    JSONString.append(string, to: &bytes)
  }

  /// A string of valid UTF-8.
  public mutating func value(utf8: [UInt8]) {
    separateValue()
    JSONString.append(utf8: utf8, to: &bytes)
  }

  /// A value that is already JSON.
  public mutating func value(rawJSON json: some Collection<UInt8>) {
    separateValue()
    bytes.append(contentsOf: json)
  }

  /// Ends the line and makes the writer ready for the next value.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separateValue()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(bracket)
    needsComma = true
  }

  /// Before a key, or before an element of an array.
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
  }

  private mutating func separateValue() {
    // A value after its key stands on the key's line.
    if needsComma || bytes.last == UInt8(ascii: "[") { separate() }
    needsComma = true
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }
}
