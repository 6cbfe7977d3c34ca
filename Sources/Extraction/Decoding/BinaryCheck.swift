/// Tells bytes that are no text from bytes that are.
enum BinaryCheck {
  /// The kind of file, `data` for an unknown one; `nil` for text.
  static func kind(of bytes: [UInt8]) -> String? {
    for (name, magic) in signatures where bytes.starts(with: magic) { return name }
    let sample = bytes.prefix(8192)
    var controls = 0
    for byte in sample where byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B && byte != 0x1A {
      controls += 1
    }
    return controls >= 3 && controls * 50 > sample.count ? "data" : nil
  }

  private static let signatures: [(String, [UInt8])] = [
    ("PDF", Array("%PDF-".utf8)), ("PNG image", [0x89, 0x50, 0x4E, 0x47]), ("JPEG image", [0xFF, 0xD8, 0xFF]),
    ("GIF image", Array("GIF8".utf8)), ("zip archive", [0x50, 0x4B, 3, 4]), ("gzip data", [0x1F, 0x8B]),
    ("executable", [0x7F, 0x45, 0x4C, 0x46]), ("Office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ("xz data", [0xFD, 0x37, 0x7A, 0x58, 0x5A]), ("RTF document", Array("{\\rtf".utf8)),
    ("SQLite database", Array("SQLite format 3".utf8)), ("Zstandard data", [0x28, 0xB5, 0x2F, 0xFD]), ("PostScript", Array("%!PS".utf8)),
  ]
}
