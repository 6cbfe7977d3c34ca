/// Turns strings of metadata into plain text.
enum TextCleaner {
  /// Character references decoded, tags taken off, white space folded.
  static func plain(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "&")) { bytes = CharacterReferences.decoded(bytes) }
    if bytes.contains(UInt8(ascii: "<")) { bytes = withoutTags(bytes) }
    var result: [UInt8] = []
    appendFolded(bytes[...], to: &result)
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count,
        bytes[index + 1].isASCIILetter || bytes[index + 1] == UInt8(ascii: "/"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        result.append(0x20)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

/// Decodes the character references that titles and names carry.
enum CharacterReferences {
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at: index) {
        appendUTF8(scalar, to: &result)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func reference(_ bytes: [UInt8], at start: Int) -> (UInt32, end: Int)? {
    let window = bytes[start...].prefix(12)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).map { ($0, end + 1) }
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).map { ($0, end + 1) } }
    return named[name].map { ($0, end + 1) }
  }

  private static let named = Dictionary(
    WordList.pairs(
      """
      amp=26; lt=3C; gt=3E; quot=22; apos=27; nbsp=A0; lsquo=2018; rsquo=2019; ldquo=201C; rdquo=201D; ndash=2013; \
      mdash=2014; hellip=2026; eacute=E9; egrave=E8; aacute=E1; iacute=ED; oacute=F3; uacute=FA; ntilde=F1; \
      ouml=F6; uuml=FC; auml=E4; ccedil=E7; copy=A9; reg=AE; trade=2122; pound=A3; euro=20AC; middot=B7; bull=2022; \
      laquo=AB; raquo=BB; szlig=DF; agrave=E0; acirc=E2; ecirc=EA
      """
    ).compactMap { pair in UInt32(pair.1, radix: 16).map { (pair.0, $0) } }, uniquingKeysWith: { first, _ in first })
}
