import Documents

/// Writes objects of a fixed shape, faster than call by call: fragments of JSON stand between the values.
extension JSONWriter {
  /// Appends JSON as it is, commas and all. After it the writer is within an object or array that has begun.
  mutating func fragment(_ json: StaticString) {
    out.append(json)
  }

  /// A word that needs no escapes: a name of ours; `null` for `nil`.
  mutating func word(_ word: String?) {
    guard let word else { return fragment("null") }
    out.append(UInt8(ascii: "\""))
    out.append(word)
    out.append(UInt8(ascii: "\""))
  }

  mutating func string(_ string: String) { JSONString.append(string, to: &out) }

  /// `null` for `nil`.
  mutating func string(_ string: String?) {
    if let string { JSONString.append(string, to: &out) } else { fragment("null") }
  }

  mutating func number(_ number: Int) { out.append(number: number) }

  /// Four decimals; `null` for a number that JSON cannot hold.
  mutating func number(_ number: Double) {
    if !out.append(fixed: number) { fragment("null") }
  }

  /// `start` and `end` in code points, with what stands before, between and after them.
  mutating func bounds(
    _ span: Span, in text: Text, _ before: StaticString, _ between: StaticString, _ after: StaticString
  ) {
    fragment(before)
    out.append(number: text.scalarOffset(ofByte: span.start))
    fragment(between)
    out.append(number: text.scalarOffset(ofByte: span.end))
    fragment(after)
  }

  /// `[[start, end], …]` in code points.
  mutating func spans(_ spans: [Span], in text: Text) {
    fragment("[")
    for (index, span) in spans.enumerated() {
      bounds(span, in: text, index == 0 ? "[" : ",[", ",", "]")
    }
    fragment("]")
  }
}
