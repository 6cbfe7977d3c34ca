import Documents

/// Reads the articles of a WARC file (ISO 28500; versions 0.17 to 1.1), as Common Crawl and wget write it: every
/// `response` with a page, a feed or a text, and the texts of `resource` and `conversion` records.
///
/// A record whose length is wrong, whose header cannot be read or whose gzip member is damaged is passed over: it goes on
/// at the next `WARC/1.0`, or at the next member.
final class WARCReader: ArchiveReader {
  static let mark = Array("WARC/".utf8)

  private let reader: ByteReader
  private let limits: ReadLimits
  private var hasRecords = false
  private var isDone = false

  init(_ reader: ByteReader, limits: ReadLimits) {
    self.reader = reader
    self.limits = limits
  }

  func next() -> ArchiveEntry? {
    guard !isDone else { return nil }
    while let byte = reader.peek(1).first, byte == 0x0D || byte == 0x0A { _ = reader.skip(1) }
    let place = reader.position
    guard reader.ensure(1) else { return ending(at: place) }
    guard reader.peek(Self.mark.count).starts(with: Self.mark) else {
      return damaged(at: place, hasRecords ? "no record where one should begin" : "is no WARC file")
    }
    guard let header = header() else { return damaged(at: place, "the header of a record cannot be read") }
    hasRecords = true
    let name = Self.identifier(header)
    guard let size = header["content-length"].flatMap({ Int($0) }), size >= 0, size < 1 << 62 else {
      return damaged(at: place, name: name, "a record without a length")
    }
    _ = reader.skip(header.size)
    guard size <= limits.maxBytes else { return passLarge(header, name: name, size: size, at: place) }
    guard reader.ensure(size) else { return damaged(at: place, name: name, "the file ends before this record does") }
    guard isEnd(behind: size) else { return damaged(at: place, name: name, "the length of this record is wrong") }
    guard let bytes = reader.take(size) else { return ending(at: place) }
    return entry(header, bytes: bytes, size: size, name: name ?? "byte-\(place)")
  }

  private func header() -> HeaderFields? {
    while true {
      if let header = HeaderFields(reader.available.prefix(HeaderFields.maxSize)) { return header }
      guard reader.available.count < HeaderFields.maxSize, reader.more() else { return nil }
    }
  }

  /// Whether a record ends so many bytes further on: an empty line is there, or the next record, or the file's end.
  private func isEnd(behind size: Int) -> Bool {
    var rest = reader.peek(size + 4 + Self.mark.count).dropFirst(size)
    if rest.starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) || rest.starts(with: [0x0A, 0x0A]) { return true }
    rest = rest.drop { $0 == 0x0D || $0 == 0x0A }
    return rest.isEmpty || rest.starts(with: Self.mark)
  }

  private func ending(at place: Int) -> ArchiveEntry? {
    guard let failure = reader.failure else {
      isDone = true
      guard !hasRecords else { return nil }
      return .failure(name: nil, DocumentError(code: "empty", "an empty file"))
    }
    if !reader.recover() { isDone = true }
    return .failure(name: hasRecords || !isDone ? "byte-\(place)" : nil, failure)
  }

  /// One row for what cannot be read, and on to where the next record begins.
  private func damaged(at place: Int, name: String? = nil, _ problem: String) -> ArchiveEntry {
    let reason = reader.failure?.message ?? problem
    if reader.position == place { _ = reader.skip(1) }
    let isFound = findRecord()
    if !isFound { isDone = true }
    guard hasRecords || isFound else { return .failure(name: nil, DocumentError(code: "damaged", reason)) }
    return .failure(name: name ?? "byte-\(place)", DocumentError(code: "damaged", "byte \(place): \(reason)"))
  }

  /// Passes over bytes to a version line. Behind a record that was cut short none begins a line.
  private func findRecord() -> Bool {
    let size = Self.mark.count + 5
    while true {
      let bytes = reader.available
      var index = bytes.startIndex
      while let start = bytes[index...].firstIndex(of: Self.mark[0]), start + size <= bytes.endIndex {
        if Self.isVersion(bytes[start...]) { return reader.skip(start - bytes.startIndex) }
        index = start + 1
      }
      // The last bytes may be the first of a version.
      _ = reader.skip(max(bytes.count - size + 1, 0))
      if reader.more() { continue }
      guard reader.failure != nil else { return false }
      return reader.recover()
    }
  }

  /// `WARC/1.0` and the line's end.
  private static func isVersion(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.starts(with: mark) else { return false }
    let rest = bytes.dropFirst(mark.count).prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard (3...4).contains(rest.count), rest.endIndex < bytes.endIndex else { return false }
    return bytes[rest.endIndex] == 0x0D || bytes[rest.endIndex] == 0x0A
  }

  /// Passes over a record that is larger than any document, but not over a record that begins within it: then it is the
  /// length that is wrong.
  private func passLarge(_ header: HeaderFields, name: String?, size: Int, at place: Int) -> ArchiveEntry {
    let response = HTTPResponse(reader.peek(HeaderFields.maxSize))
    let type = response.map(\.mediaType) ?? header["content-type"].map { MediaType($0).name } ?? ""
    let isArticle = Self.kinds.contains(header["warc-type"]?.lowercased() ?? "") && MediaType(type).isArticle
    let wanted: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A] + Self.mark
    var rest = size
    while rest > 0 {
      guard reader.ensure(min(wanted.count, rest)) else {
        return damaged(at: place, name: name, "the file ends before this record does")
      }
      let bytes = reader.available.prefix(rest)
      var index = bytes.startIndex
      while let feed = bytes[index...].firstIndex(of: 0x0D) {
        if bytes[feed...].starts(with: wanted) {
          _ = reader.skip(feed - bytes.startIndex)
          return .failure(
            name: name ?? "byte-\(place)",
            DocumentError(code: "damaged", "byte \(place): the length of this record is wrong"))
        }
        index = feed + 1
      }
      let step = bytes.count == rest ? rest : bytes.count - wanted.count + 1
      _ = reader.skip(step)
      rest -= step
      if rest > 0, reader.available.count < wanted.count { _ = reader.more() }
    }
    guard isArticle else { return .passedOver(.other) }
    return .failure(
      name: name ?? "byte-\(place)",
      DocumentError(code: "too-large", "holds \(size) bytes, the limit is \(limits.maxBytes)"))
  }

  private static let kinds: Set<String> = ["response", "resource", "conversion"]

  private func entry(_ header: HeaderFields, bytes: [UInt8], size: Int, name: String) -> ArchiveEntry {
    guard Self.kinds.contains(header["warc-type"]?.lowercased() ?? ""), size > 0 else { return .passedOver(.other) }
    let response = HTTPResponse(bytes[...])
    let isHTTP = header["content-type"].map { MediaType($0).name == "application/http" } ?? false
    guard (response != nil) == isHTTP || response != nil else {
      return .failure(name: name, DocumentError(code: "damaged", "the HTTP header of this record cannot be read"))
    }
    if let response, !(200...203).contains(response.status) { return .passedOver(.other) }
    let type = MediaType(response.map(\.mediaType) ?? header["content-type"] ?? "")
    guard type.isArticle else { return .passedOver(.other) }
    let limit = limits.maxBytes
    var member = ArchiveMember(name: name, stem: name) { () throws(DocumentError) in
      guard let response else { return bytes }
      return try response.decoded(Array(bytes[response.bodyStart...]), limit: limit)
    }
    member.known.url = header["warc-target-uri"].map(Self.bare).flatMap { $0.isEmpty ? nil : $0 }
    member.encoding = response?.charset ?? type.charset
    if type.name == "text/plain", response == nil { member.format = .text }
    if let reason = header["warc-truncated"] {
      member.warnings.append(Warning(code: "truncated", "the crawler kept only a part of this page (\(reason))"))
    }
    return .article(member)
  }

  private static func identifier(_ header: HeaderFields) -> String? {
    header["warc-record-id"].map(bare).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `<urn:uuid:…>` without its brackets.
  private static func bare(_ value: String) -> String {
    String(value.filter { $0 != "<" && $0 != ">" })
  }
}
