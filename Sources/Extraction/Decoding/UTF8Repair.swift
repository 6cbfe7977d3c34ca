import Documents

/// Makes any bytes valid UTF-8: each maximal ill-formed piece becomes one U+FFFD, as the Unicode Standard (section 3.9)
/// and the WHATWG decoder do it.
public enum UTF8Repair {
  /// What a look over some bytes finds.
  public struct Survey: Hashable, Sendable {
    /// Well-formed sequences of two bytes or more.
    public var sequences = 0
    /// Ill-formed pieces.
    public var illFormed = 0
    /// Whether the only ill-formed piece is a sequence of which two bytes or more are left at the end.
    public var onlyTailCut = false

    public var isValid: Bool { illFormed == 0 }
  }

  public static func survey(_ bytes: [UInt8]) -> Survey {
    var result = Survey()
    var index = 0
    while true {
      index = ByteSearch.beyondASCII.next(in: bytes, from: index)
      guard index < bytes.count else { break }
      let length = sequenceLength(bytes, at: index)
      if length > 0 {
        result.sequences += 1
        index += length
      } else {
        result.illFormed += 1
        index -= length
        result.onlyTailCut = result.illFormed == 1 && index >= bytes.count && length <= -2
      }
    }
    return result
  }

  /// The bytes with every ill-formed piece replaced.
  public static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        result.append(bytes[index])
        index += 1
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length > 0 {
        result.append(contentsOf: bytes[index..<(index + length)])
        index += length
      } else {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index -= length
      }
    }
    return result
  }

  /// Length of the well-formed sequence that begins at a byte of 0x80 or more, or minus the length of the ill-formed
  /// piece there.
  static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let needed: Int
    switch lead {
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, low) = (2, 0xA0)
    case 0xED: (needed, high) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, low) = (3, 0x90)
    case 0xF1...0xF3: needed = 3
    case 0xF4: (needed, high) = (3, 0x8F)
    default: return -1
    }
    for offset in 1...needed {
      guard index + offset < bytes.count else { return -offset }
      let byte = bytes[index + offset]
      guard byte >= low, byte <= high else { return -offset }
      (low, high) = (0x80, 0xBF)
    }
    return needed + 1
  }
}
