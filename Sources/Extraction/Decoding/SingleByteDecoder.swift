/// Decodes the encodings of one byte a character.
struct SingleByteDecoder {
  /// The code points of the bytes 0x80 to 0xFF.
  private let upper: [UInt32]

  /// `nil` for a name that ``SingleByteTables`` does not hold.
  init?(_ name: String) {
    guard let upper = Self.tables[name], upper.count == 128 else { return nil }
    self.upper = upper
  }

  /// UTF-8, and the number of bytes that the encoding leaves undefined.
  func decode(_ bytes: [UInt8]) -> (bytes: [UInt8], replaced: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var replaced = 0
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let scalar = upper[Int(byte - 0x80)]
        if scalar == 0xFFFD { replaced += 1 }
        appendUTF8(scalar, to: &result)
      }
    }
    return (result, replaced)
  }

  private static let tables: [String: [UInt32]] = {
    var result: [String: [UInt32]] = [:]
    var name = ""
    for line in SingleByteTables.runs.split(separator: "\n") {
      if line.hasSuffix(":") {
        name = String(line.dropLast())
        continue
      }
      for run in line.split(separator: " ") {
        let parts = run.split(separator: "+")
        guard let first = parts.first.flatMap({ UInt32($0, radix: 16) }) else { continue }
        let count = parts.count > 1 ? UInt32(parts[1]) ?? 1 : 1
        result[name, default: []].append(contentsOf: first..<(first + count))
      }
    }
    return result
  }()
}

/// Appends one code point as UTF-8; surrogates and numbers beyond U+10FFFF become U+FFFD.
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case 0..<0x80: bytes.append(UInt8(scalar))
  case 0x80..<0x800:
    bytes.append(UInt8(0xC0 | scalar >> 6))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  case 0xD800..<0xE000, 0x11_0000...:
    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
  case 0x800..<0x1_0000:
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  default:
    bytes.append(UInt8(0xF0 | scalar >> 18))
    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }
}
