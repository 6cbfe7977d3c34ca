/// A JSON value, read leniently: pages carry raw line ends in strings, comments, CDATA marks and commas before brackets.
indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the order of the text; a key may stand twice.
  case object([(key: String, value: JSONValue)])

  /// The value of a key; the first if it stands twice.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? {
    switch self {
    case .string(let value): value
    case .number(let value): value
    default: nil
    }
  }

  /// An array's elements, or the value alone.
  var elements: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }
}

/// Reads JSON without recursion deeper than `maxDepth`; what cannot be read ends the value that it stands in.
struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  private static let maxDepth = 64

  /// The first value in the bytes; `nil` if there is none.
  static func read(_ bytes: [UInt8]) -> JSONValue? {
    var reader = JSONReader(bytes: bytes)
    // Whatever stands in front of the first bracket is a comment or CDATA mark.
    while reader.place < bytes.count, bytes[reader.place] != 0x7B, bytes[reader.place] != 0x5B { reader.place += 1 }
    return reader.value()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skipSpace() {
    while place < bytes.count {
      if bytes[place].isASCIISpace {
        place += 1
      } else if bytes[place] == 0x2F, place + 1 < bytes.count, bytes[place + 1] == 0x2A {
        place = bytes.find("*/", from: place + 2).map { $0 + 2 } ?? bytes.count
      } else {
        return
      }
    }
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    guard place < bytes.count, depth < Self.maxDepth else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return word()
    }
  }

  private mutating func object() -> JSONValue? {
    depth += 1
    defer { depth -= 1 }
    place += 1
    var members: [(key: String, value: JSONValue)] = []
    while place < bytes.count {
      skipSpace()
      guard place < bytes.count else { break }
      if bytes[place] == UInt8(ascii: "}") {
        place += 1
        break
      }
      if bytes[place] == UInt8(ascii: ",") {
        place += 1
        continue
      }
      guard bytes[place] == UInt8(ascii: "\""), let key = string() else { break }
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { break }
      place += 1
      guard let value = value() else { break }
      members.append((key, value))
    }
    return .object(members)
  }

  private mutating func array() -> JSONValue? {
    depth += 1
    defer { depth -= 1 }
    place += 1
    var values: [JSONValue] = []
    while place < bytes.count {
      skipSpace()
      guard place < bytes.count else { break }
      if bytes[place] == UInt8(ascii: "]") {
        place += 1
        break
      }
      if bytes[place] == UInt8(ascii: ",") {
        place += 1
        continue
      }
      guard let value = value() else { break }
      values.append(value)
    }
    return .array(values)
  }

  private mutating func word() -> JSONValue? {
    let start = place
    while place < bytes.count,
      bytes[place].isASCIILetter || bytes[place].isASCIIDigit || bytes[place] == 0x2B
        || bytes[place] == 0x2D || bytes[place] == 0x2E
    {
      place += 1
    }
    switch String(decoding: bytes[start..<place], as: UTF8.self) {
    case "": return nil
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let number: return .number(number)
    }
  }

  private mutating func string() -> String? {
    place += 1
    var result: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), place < bytes.count else {
        result.append(byte)
        continue
      }
      let escaped = bytes[place]
      place += 1
      switch escaped {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
      case UInt8(ascii: "u"): appendEscaped(to: &result)
      default: result.append(escaped)
      }
    }
    return nil
  }

  /// `\u1F60` and pairs of surrogates.
  private mutating func appendEscaped(to result: inout [UInt8]) {
    guard let first = hexadecimal() else { return }
    if (0xD800..<0xDC00).contains(first), place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    {
      place += 2
      if let second = hexadecimal(), (0xDC00..<0xE000).contains(second) {
        appendUTF8(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &result)
      }
      return
    }
    appendUTF8(first, to: &result)
  }

  private mutating func hexadecimal() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    let value = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    if value != nil { place += 4 }
    return value
  }
}
