import Documents

/// A document's bytes as UTF-8, and how they were read.
struct DecodedBytes: Sendable {
  /// Valid UTF-8 without a byte order mark.
  var bytes: [UInt8]
  var encoding: TextEncoding
  var warnings: [Warning] = []
}

/// Finds out a document's encoding and turns it into UTF-8.
///
/// In this order: a byte order mark, UTF-16 without one, valid UTF-8, the label that the document declares, windows-1252.
/// Bytes that are UTF-8 but for a few, beside many well-formed sequences, stay UTF-8 and are repaired: one bad byte in a
/// long article should not turn every curly quote into three letters.
enum Decoder {
  /// - Parameter transportLabel: the label that came with the bytes, as in an HTTP header. It goes before the document's.
  static func decode(_ bytes: [UInt8], transportLabel: String? = nil) -> DecodedBytes {
    if let marked = decodeMarked(bytes) { return marked }
    if let bigEndian = looksLikeUTF16(bytes) {
      return wide(WideDecoder.decodeUTF16(bytes[...], bigEndian: bigEndian), .utf16(bigEndian: bigEndian))
    }
    let survey = UTF8Repair.survey(bytes)
    let label =
      transportLabel.flatMap { TextEncoding(label: $0) == nil ? nil : $0 } ?? DeclaredEncoding.label(in: bytes)
    let declared = label.flatMap(TextEncoding.init(label:))
    if survey.isValid {
      var result = DecodedBytes(bytes: bytes, encoding: .utf8)
      if survey.sequences > 0, let label, declared != .utf8 { result.warnings.append(wrongLabel(label, .utf8)) }
      return result
    }
    if survey.onlyTailCut && survey.sequences == 0 || survey.sequences > survey.illFormed {
      return DecodedBytes(
        bytes: UTF8Repair.repaired(bytes), encoding: .utf8, warnings: [replacement(survey.illFormed)])
    }
    var result = decode(bytes, as: fallback(for: declared))
    if let label, declared != result.encoding { result.warnings.append(wrongLabel(label, result.encoding)) }
    if label == nil {
      result.warnings.append(
        Warning(code: "invalid-utf8", "not valid UTF-8, and no encoding declared; read as windows-1252"))
    }
    return result
  }

  /// What invalid UTF-8 is read as, given what the document claims: its own claim unless that is Unicode.
  private static func fallback(for declared: TextEncoding?) -> TextEncoding {
    switch declared {
    case .some(.singleByte(let name)): .singleByte(name)
    case .some(.multiByte(let name)): .multiByte(name)
    default: .windows1252
    }
  }

  private static func decode(_ bytes: [UInt8], as encoding: TextEncoding) -> DecodedBytes {
    let decoded: (bytes: [UInt8], replaced: Int)?
    switch encoding {
    case .singleByte(let name): decoded = SingleByteDecoder(name)?.decode(bytes)
    case .multiByte(let name): decoded = IconvDecoder.decode(bytes, from: name)
    default: decoded = nil
    }
    if let decoded {
      return DecodedBytes(
        bytes: decoded.bytes, encoding: encoding, warnings: decoded.replaced > 0 ? [replacement(decoded.replaced)] : [])
    }
    let plain = SingleByteDecoder("windows-1252")?.decode(bytes)
    return DecodedBytes(bytes: plain?.bytes ?? UTF8Repair.repaired(bytes), encoding: .windows1252)
  }

  /// Whether the zeros in these bytes are no sign of UTF-16 or UTF-32.
  static func isNotUTF16(_ bytes: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE], [0, 0, 0xFE, 0xFF]]
    return looksLikeUTF16(bytes) == nil && !marks.contains { bytes.starts(with: $0) }
  }

  private static func decodeMarked(_ bytes: [UInt8]) -> DecodedBytes? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      let survey = UTF8Repair.survey(rest)
      return survey.isValid
        ? DecodedBytes(bytes: rest, encoding: .utf8)
        : DecodedBytes(bytes: UTF8Repair.repaired(rest), encoding: .utf8, warnings: [replacement(survey.illFormed)])
    }
    for bigEndian in [false, true] {
      let mark: [UInt8] = bigEndian ? [0, 0, 0xFE, 0xFF] : [0xFF, 0xFE, 0, 0]
      if bytes.starts(with: mark), bytes.count % 4 == 0 {
        return wide(
          WideDecoder.decodeUTF32(bytes.dropFirst(4), bigEndian: bigEndian), .utf32(bigEndian: bigEndian))
      }
    }
    for bigEndian in [false, true] where bytes.starts(with: bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) {
      return wide(WideDecoder.decodeUTF16(bytes.dropFirst(2), bigEndian: bigEndian), .utf16(bigEndian: bigEndian))
    }
    return nil
  }

  private static func wide(_ decoded: (bytes: [UInt8], replaced: Int), _ encoding: TextEncoding) -> DecodedBytes {
    DecodedBytes(
      bytes: decoded.bytes, encoding: encoding, warnings: decoded.replaced > 0 ? [replacement(decoded.replaced)] : [])
  }

  /// Whether Latin text stands here in UTF-16 without a mark: every second byte is zero. `true` for big-endian.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    let sample = bytes.prefix(1024)
    guard sample.count >= 16, sample.contains(0) else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = sample.count / 2
    if zeros[1] * 10 > half * 7, zeros[0] * 20 < half { return false }
    if zeros[0] * 10 > half * 7, zeros[1] * 20 < half { return true }
    return nil
  }

  private static func replacement(_ count: Int) -> Warning {
    Warning(code: "invalid-utf8", "\(count) invalid byte sequence\(count == 1 ? "" : "s") replaced by U+FFFD")
  }

  private static func wrongLabel(_ label: String, _ encoding: TextEncoding) -> Warning {
    Warning(code: "wrong-encoding-label", "labelled \(label.prefix(40)), read as \(encoding.name)")
  }
}
