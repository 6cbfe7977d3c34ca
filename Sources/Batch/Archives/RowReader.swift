import Documents

/// How a file holds one article after another in lines of text.
enum RowKind: Sendable {
  case jsonLines, table

  /// - Parameter name: in small letters, without the `.gz` or `.zst` behind it.
  init?(extension name: String) {
    switch name {
    case "jsonl", "ndjson": self = .jsonLines
    case "csv", "tsv": self = .table
    default: return nil
    }
  }
}

/// Cuts a file of rows into parts of about a megabyte: JSON lines at line ends, tables at the ends of records,
/// each part with the header in front. A file of a hundred gigabytes takes the memory of a few parts.
final class RowReader: ArchiveReader {
  private let reader: ByteReader
  private let kind: RowKind
  private let limits: ReadLimits
  private let partSize: Int
  private var header: [UInt8] = []
  private var headerLines = 0
  /// Lines in front of what is at hand.
  private var lines = 0
  private var hasRows = false
  private var isDone = false

  init(_ reader: ByteReader, kind: RowKind, limits: ReadLimits, partSize: Int = 1 << 20) {
    self.reader = reader
    self.kind = kind
    self.limits = limits
    self.partSize = min(partSize, limits.maxBytes)
  }

  func next() -> ArchiveEntry? {
    guard !isDone else { return nil }
    if kind == .table, header.isEmpty, let entry = readHeader() { return entry }
    var cutter = RowCutter(separator: separator)
    while cutter.end < partSize {
      let isWhole = !cutter.read(reader.available, to: partSize)
      guard isWhole, cutter.end < partSize else { break }
      guard reader.available.count <= limits.maxBytes || cutter.end > 0 else { return tooLarge() }
      guard reader.more() else { return ending(cutter) }
    }
    return part(cutter)
  }

  private var separator: UInt8? { kind == .table ? RowCutter.separator(of: header) : nil }

  private func readHeader() -> ArchiveEntry? {
    while !reader.available.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      guard reader.available.count <= limits.maxBytes else { return tooLarge() }
      guard reader.more() else { return ending(RowCutter(separator: nil)) }
    }
    let first = Array(reader.available.prefix { $0 != 0x0A && $0 != 0x0D })
    while true {
      var cutter = RowCutter(separator: RowCutter.separator(of: first))
      _ = cutter.read(reader.available, to: 1)
      if cutter.end > 0, let bytes = reader.take(cutter.end) {
        header = bytes
        headerLines = cutter.lines
        lines = cutter.lines
        return nil
      }
      guard reader.available.count <= limits.maxBytes else { return tooLarge() }
      guard reader.more() else { return ending(cutter) }
    }
  }

  /// What is left, which no line end need close.
  private func ending(_ cutter: RowCutter) -> ArchiveEntry? {
    if let failure = reader.failure {
      guard cutter.end == 0 else { return part(cutter) }
      isDone = true
      return .failure(name: hasRows ? "\(lines + 1)" : nil, failure)
    }
    isDone = true
    let rest = reader.take(reader.available.count) ?? []
    // A file without rows is for the pipeline to judge.
    guard !rest.isEmpty || !hasRows else { return nil }
    return rows(rest)
  }

  private func part(_ cutter: RowCutter) -> ArchiveEntry? {
    guard let bytes = reader.take(cutter.end) else { return nil }
    defer { lines += cutter.lines }
    return rows(bytes)
  }

  private func rows(_ bytes: [UInt8]) -> ArchiveEntry {
    hasRows = true
    return .rows(header + bytes, offset: lines - headerLines)
  }

  /// Passes over a row that is larger than any document, to the next line end.
  private func tooLarge() -> ArchiveEntry {
    let line = lines + 1
    lines += 1
    hasRows = true
    while true {
      let bytes = reader.available
      if let end = bytes.firstIndex(of: 0x0A) {
        _ = reader.skip(end + 1 - bytes.startIndex)
        break
      }
      _ = reader.skip(bytes.count)
      guard reader.more() else { break }
    }
    return .failure(
      name: "\(line)", DocumentError(code: "too-large", "holds more than \(limits.maxBytes) bytes"))
  }
}

/// Finds where rows end, by the rules of ``CSVRecords`` for tables, at line feeds for JSON lines.
struct RowCutter {
  /// Behind the last row that is whole.
  private(set) var end = 0
  /// Up to there.
  private(set) var lines = 0

  private let separator: UInt8?
  private var place = 0
  private var linesRead = 0
  private var isQuoted = false
  private var isAtStart = true

  /// - Parameter separator: what stands between fields; `nil` for JSON lines.
  init(separator: UInt8?) { self.separator = separator }

  /// Reads on, up to the first row end at or behind an offset.
  /// - Returns: whether it stopped there.
  mutating func read(_ bytes: ArraySlice<UInt8>, to size: Int) -> Bool {
    let first = bytes.startIndex
    while place < bytes.count {
      let byte = bytes[first + place]
      guard let separator else {
        place += 1
        if byte == 0x0A, endRow(size) { return true }
        continue
      }
      // A mark or a carriage return may be the first of two.
      if byte == UInt8(ascii: "\"") || byte == 0x0D, place + 1 == bytes.count { return false }
      place += 1
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if bytes[first + place] == byte {
            place += 1
            isAtStart = false
          } else {
            isQuoted = false
          }
        } else {
          if byte == 0x0A { linesRead += 1 }
          isAtStart = false
        }
      } else if byte == UInt8(ascii: "\""), isAtStart {
        isQuoted = true
      } else if byte == separator {
        isAtStart = true
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, bytes[first + place] == 0x0A { place += 1 }
        if endRow(size) { return true }
      } else {
        isAtStart = false
      }
    }
    return false
  }

  private mutating func endRow(_ size: Int) -> Bool {
    isAtStart = true
    linesRead += 1
    end = place
    lines = linesRead
    return end >= size
  }

  /// Comma, semicolon or tab, whichever a header has most of: as the pipeline takes it.
  static func separator(of header: [UInt8]) -> UInt8 {
    let head = header.prefix { $0 != 0x0A && $0 != 0x0D }
    var best = UInt8(ascii: ",")
    var most = 0
    for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
      let count = head.reduce(0) { $0 + ($1 == candidate ? 1 : 0) }
      if count > most { (best, most) = (candidate, count) }
    }
    return best
  }
}
