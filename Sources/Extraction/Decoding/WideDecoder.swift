/// Decodes UTF-16 and UTF-32.
enum WideDecoder {
  /// UTF-8, and the number of lone surrogates, impossible code points and cut-off units.
  static func decodeUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> (bytes: [UInt8], replaced: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var replaced = 0
    var high: UInt32?
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt32(bytes[index])
      let second = UInt32(bytes[index + 1])
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      index += 2
      if let lead = high {
        high = nil
        if (0xDC00..<0xE000).contains(unit) {
          appendUTF8(0x1_0000 + (lead - 0xD800) << 10 + (unit - 0xDC00), to: &result)
          continue
        }
        appendUTF8(0xFFFD, to: &result)
        replaced += 1
      }
      if (0xD800..<0xDC00).contains(unit) {
        high = unit
      } else {
        if (0xDC00..<0xE000).contains(unit) { replaced += 1 }
        appendUTF8(unit, to: &result)
      }
    }
    if high != nil || index < bytes.endIndex {
      appendUTF8(0xFFFD, to: &result)
      replaced += 1
    }
    return (result, replaced)
  }

  /// UTF-8, and the number of units that are no code point.
  static func decodeUTF32(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> (bytes: [UInt8], replaced: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    var replaced = 0
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      var unit: UInt32 = 0
      for offset in 0..<4 { unit = unit << 8 | UInt32(bytes[index + (bigEndian ? offset : 3 - offset)]) }
      if unit >= 0x11_0000 || (0xD800..<0xE000).contains(unit) { replaced += 1 }
      appendUTF8(unit, to: &result)
      index += 4
    }
    if index < bytes.endIndex {
      appendUTF8(0xFFFD, to: &result)
      replaced += 1
    }
    return (result, replaced)
  }
}
