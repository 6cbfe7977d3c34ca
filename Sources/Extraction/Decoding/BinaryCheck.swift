import Documents

/// Tells bytes that are no text from bytes that are.
enum BinaryCheck {
  /// The kind of file, `data` for an unknown one; `nil` for text.
  static func kind(of bytes: [UInt8]) -> String? {
    for (name, magic) in signatures where bytes.starts(with: magic) { return name }
    let end = min(bytes.count, 8192)
    var controls = 0
    var index = controlCharacters.next(in: bytes.span, from: 0, to: end)
    while index < end {
      let byte = bytes[index]
      if !(0x08...0x0D).contains(byte) && byte != 0x1B && byte != 0x1A { controls += 1 }
      index = controlCharacters.next(in: bytes.span, from: index + 1, to: end)
    }
    return controls >= 3 && controls * 50 > end ? "data" : nil
  }

  private static var controlCharacters: ByteSearch { ByteSearch(0, controls: true) }

  /// Names and first bytes in hexadecimal.
  private static let signatures: [(String, [UInt8])] = WordList.pairs(
    """
    PDF=255044462D; PNG image=89504E47; JPEG image=FFD8FF; GIF image=47494638; zip archive=504B0304; gzip data=1F8B; \
    executable=7F454C46; Office document=D0CF11E0; xz data=FD377A585A; RTF document=7B5C727466; \
    SQLite database=53514C69746520666F726D61742033; Zstandard data=28B52FFD; PostScript=25215053
    """
  ).map { ($0.0, bytes($0.1)) }

  private static func bytes(_ digits: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = digits[...]
    while rest.count >= 2 {
      if let byte = UInt8(rest.prefix(2), radix: 16) { result.append(byte) }
      rest = rest.dropFirst(2)
    }
    return result
  }
}
