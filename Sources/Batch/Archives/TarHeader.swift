/// The 512 bytes in front of a member of a tar archive (POSIX ustar and pax, GNU, and the old format of Unix V7).
struct TarHeader {
  static let size = 512

  enum Kind {
    case file, folder, special
    /// The name of the next member, too long for its header (GNU).
    case longName
    /// Fields of the next member (pax).
    case fields
    /// Something about other members, which we need not know.
    case aside
    case sparse
  }

  let kind: Kind
  let name: String
  /// Bytes behind the header; padding to a whole block comes on top.
  let contentSize: Int
  /// Whether it carries the magic word of ustar.
  let isMarked: Bool

  /// `nil` for bytes that are no header: the check sum says so.
  init?(_ block: ArraySlice<UInt8>) {
    guard block.count >= Self.size else { return nil }
    let bytes = Array(block.prefix(Self.size))
    guard let sum = Self.octal(bytes[148..<156]), Self.hasSum(bytes, sum), let size = Self.number(bytes[124..<136])
    else {
      return nil
    }
    let magic = bytes[257..<263]
    isMarked = magic.starts(with: "ustar".utf8)
    var name = Self.string(bytes[0..<100])
    // GNU's own format has times where the prefix is.
    if magic.elementsEqual("ustar\0".utf8), bytes[345] != 0 { name = Self.string(bytes[345..<500]) + "/" + name }
    self.name = name
    switch bytes[156] {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): kind = name.hasSuffix("/") ? .folder : .file
    case UInt8(ascii: "1")...UInt8(ascii: "4"), UInt8(ascii: "6"): kind = .special
    case UInt8(ascii: "5"), UInt8(ascii: "D"): kind = .folder
    case UInt8(ascii: "L"): kind = .longName
    case UInt8(ascii: "x"), UInt8(ascii: "X"): kind = .fields
    case UInt8(ascii: "S"): kind = .sparse
    default: kind = .aside
    }
    // Links and devices may name a size, and have no content.
    contentSize = kind == .special || bytes[156] == UInt8(ascii: "5") ? 0 : size
  }

  /// The sum of all bytes, the sum's own counted as blanks; some old programs took bytes as signed.
  private static func hasSum(_ bytes: [UInt8], _ sum: Int) -> Bool {
    var unsigned = 8 * 32
    var signed = 8 * 32
    for (index, byte) in bytes.enumerated() where !(148..<156).contains(index) {
      unsigned += Int(byte)
      signed += Int(Int8(bitPattern: byte))
    }
    return sum == unsigned || sum == signed
  }

  /// Octal digits, or a number of base 256 (GNU) for what is too large for them.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    guard let first = field.first, first & 0x80 != 0 else { return octal(field) }
    guard first == 0x80, field.dropFirst().dropLast(8).allSatisfy({ $0 == 0 }) else { return nil }
    let value = field.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value).flatMap { $0 < 1 << 62 ? $0 : nil }
  }

  /// Digits with blanks before and blanks or zeros behind; nothing at all is 0.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    guard digits.count <= 20, digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  static func string(_ field: some Sequence<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }
}

/// The fields of a pax header: `27 path=a/long/name.html` and a line feed, each with its own length in front.
struct PaxFields {
  private(set) var path: String?
  private(set) var size: Int?

  /// What cannot be read ends the fields.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let blank = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > blank - rest.startIndex + 1,
      length <= rest.count
    {
      let line = rest[(blank + 1)..<(rest.startIndex + length)].dropLast()
      rest = rest.dropFirst(length)
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = TarHeader.string(line[(equals + 1)...])
      switch String(decoding: line[..<equals], as: UTF8.self) {
      case "path": path = value
      case "size": size = Int(value).flatMap { $0 >= 0 && $0 < 1 << 62 ? $0 : nil }
      default: break
      }
    }
  }
}
