import Documents

/// An HTTP response as crawlers keep it: status line, header, body.
struct HTTPResponse {
  let status: Int
  /// `text/html`, in small letters; empty if it is not said.
  let mediaType: String
  let charset: String?
  private let transferCodings: [String]
  private let contentCodings: [String]
  /// Where the body begins.
  let bodyStart: Int

  /// - Parameter bytes: those of the response, its first 64 KiB at least.
  /// - Returns: `nil` for bytes that do not begin as a response does.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: "HTTP/".utf8),
      let header = HeaderFields(bytes.prefix(HeaderFields.maxSize)),
      let status = header.first.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    self.status = status
    bodyStart = header.size
    let type = MediaType(header["content-type"] ?? "")
    mediaType = type.name
    charset = type.charset
    transferCodings = Self.list(header["transfer-encoding"])
    contentCodings = Self.list(header["content-encoding"])
  }

  private static func list(_ value: String?) -> [String] {
    (value ?? "").lowercased().split(separator: ",").map { $0.trimmingBlanks }.filter {
      $0 != "identity" && !$0.isEmpty
    }
  }

  /// The body without its codings. Many crawlers take those off and leave the header as it was: data that does not look
  /// coded stays as it is.
  ///
  /// - Throws: `damaged`, `too-large`, `unsupported`.
  func decoded(_ body: [UInt8], limit: Int) throws(DocumentError) -> [UInt8] {
    var bytes = transferCodings.contains("chunked") ? Self.joinedChunks(body) ?? body : body
    for coding in contentCodings.reversed() + transferCodings.reversed() {
      switch coding {
      case "gzip", "x-gzip", "zstd":
        if let packing = Packing(bytes) { bytes = try packing.unpack(bytes, limit: limit) }
      case "deflate": bytes = try Self.inflated(bytes, limit: limit)
      case "chunked": break
      default:
        // Text has no zeros: it was taken off.
        guard
          bytes.prefix(512).contains(where: { $0 < 9 })
            || String(validating: bytes.prefix(4096).dropLast(4), as: UTF8.self) == nil
        else { break }
        throw DocumentError(code: "unsupported", "the page is packed by `\(coding)`, which is not read")
      }
    }
    return bytes
  }

  /// The name stands for zlib's format by the standard, and for bare deflate data in life.
  private static func inflated(_ bytes: [UInt8], limit: Int) throws(DocumentError) -> [UInt8] {
    guard bytes.count > 2, bytes[0] & 0x0F == 8, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 else {
      // A text is no deflate data.
      return (try? Packing.unpack(bytes, by: ZlibUnpacker(.none), limit: limit, name: "deflate")) ?? bytes
    }
    return try Packing.unpack(bytes, by: ZlibUnpacker(.zlib), limit: limit, name: "deflate")
  }

  /// What stands in the chunks, as far as they go; `nil` for data that does not begin with one.
  private static func joinedChunks(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var place = 0
    while let lineEnd = bytes[place...].prefix(1024).firstIndex(of: 0x0A) {
      let digits = bytes[place..<lineEnd].prefix { $0 != UInt8(ascii: ";") && $0 != 0x0D && $0 != 0x20 }
      guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
        break
      }
      guard size > 0 else { return result }
      let start = lineEnd + 1
      let end = min(start + size, bytes.count)
      result += bytes[start..<end]
      place = end
      if place < bytes.count, bytes[place] == 0x0D { place += 1 }
      if place < bytes.count, bytes[place] == 0x0A { place += 1 }
    }
    return place == 0 ? nil : result
  }
}

/// `text/html; charset="iso-8859-1"`.
struct MediaType {
  let name: String
  let charset: String?

  init(_ value: String) {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    name = (parts.first?.trimmingBlanks ?? "").lowercased()
    let quotes: Set<Character> = ["\"", "'"]
    charset = parts.dropFirst().lazy.map(\.trimmingBlanks).first { $0.lowercased().hasPrefix("charset=") }
      .map { String($0.dropFirst(8).filter { !quotes.contains($0) }) }
  }

  /// Whether an article may be inside. What names no type may hold anything.
  var isArticle: Bool {
    let texts: Set<String> = ["text/html", "application/xhtml+xml", "text/xml", "application/xml", "text/plain", ""]
    return texts.contains(name) || name.hasSuffix("+xml") && !name.hasPrefix("image/")
  }
}

/// Lines of `Name: value` behind a first line, up to an empty one, as HTTP and WARC have them.
struct HeaderFields {
  static let maxSize = 1 << 16

  let first: String
  /// With the empty line.
  let size: Int
  private var values: [String: String] = [:]

  /// `nil` if no empty line ends them.
  init?(_ bytes: ArraySlice<UInt8>) {
    var lines: [String] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      let line = bytes[start..<end].last == 0x0D ? bytes[start..<(end - 1)] : bytes[start..<end]
      start = end + 1
      if line.isEmpty {
        guard let first = lines.first else { return nil }
        self.first = first
        size = start - bytes.startIndex
        for line in lines.dropFirst() { add(line) }
        return
      }
      if line.first == 0x20 || line.first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += " " + String(decoding: line, as: UTF8.self)[...].trimmingBlanks
      } else {
        lines.append(String(decoding: line, as: UTF8.self))
      }
    }
    return nil
  }

  /// Of a field that stands there twice the first value counts.
  private mutating func add(_ line: String) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = line[..<colon].trimmingBlanks.lowercased()
    guard values[name] == nil else { return }
    values[name] = line[line.utf8.index(after: colon)...].trimmingBlanks
  }

  /// - Parameter name: in small letters.
  subscript(name: String) -> String? { values[name] }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    guard let start = utf8.firstIndex(where: { !isBlank($0) }), let end = utf8.lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(self[start...end])
  }
}
