import Documents
import Foundation
import Yams

/// Reads lexicon files in Standpoint's own format: YAML with a header and `entries:`.
///
/// A line that cannot be read is an error at its line and column; all errors of a file are collected.
public struct LexiconReader {
  private let path: String
  private let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Reads a file.
  /// - Throws: ``Diagnostics`` that name the file, and the line and column where that is known.
  public static func read(path: String) throws(Diagnostics) -> LexiconFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostics([Diagnostic(file: path, "cannot read this lexicon; check that it exists and is readable")])
    }
    return try LexiconReader(path: path, bytes: Array(data)).read()
  }

  public func read() throws(Diagnostics) -> LexiconFile {
    let lines = lineRanges()
    guard let start = lines.firstIndex(where: isEntriesLine) else {
      // Report broken YAML as such before complaining about what is missing in it.
      _ = try header(String(decoding: bytes, as: UTF8.self))
      throw Diagnostics([Diagnostic(file: path, "no line `entries:`; a lexicon is a header, then entries")])
    }
    let headerEnd = lines[start].lowerBound
    let header = try header(String(decoding: bytes[..<headerEnd], as: UTF8.self))
    var entries: [LexiconEntry] = []
    entries.reserveCapacity(lines.count - start)
    var fields: [LexiconEntry.Field] = []
    var problems: [Diagnostic] = []
    var index = start + 1
    while index < lines.count {
      let line = bytes[lines[index]]
      if isBlankOrComment(line) {
        index += 1
        continue
      }
      var parser = FlowEntryParser(bytes: line, line: index + 1)
      if let entry = parser.parse(using: &fields) {
        entries.append(entry)
        index += 1
        continue
      }
      let end = endOfItem(from: index, in: lines)
      do throws(Diagnostic) {
        entries += try yamlEntries(from: lines[index].lowerBound, to: lines[end - 1].upperBound, firstLine: index + 1)
      } catch {
        // The YAML library meets some errors only behind the item.
        var problem = error
        if let line = problem.line, line > end { (problem.line, problem.column) = (end, nil) }
        problems.append(problem)
      }
      index = end
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return LexiconFile(path: path, header: header, entries: entries)
  }

  // MARK: Header

  private func header(_ yaml: String) throws(Diagnostics) -> LexiconHeader {
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch { throw Diagnostics([diagnostic(error, firstLine: 1)]) }
    guard let mapping = node?.mapping else {
      throw Diagnostics([Diagnostic(file: path, line: 1, column: 1, "no header; begin with `name: …`")])
    }
    func text(_ key: String) -> String? { mapping[Node(key)]?.string }
    guard let name = text("name") else {
      throw Diagnostics([Diagnostic(file: path, line: 1, column: 1, "the header has no `name:`")])
    }
    guard let kind = text("kind") else {
      throw Diagnostics([Diagnostic(file: path, line: 1, column: 1, "the header has no `kind:`")])
    }
    return LexiconHeader(
      name: name, version: text("version") ?? "0", language: text("language") ?? "en",
      licence: text("licence") ?? text("license") ?? "", kind: kind)
  }

  // MARK: Entries beyond the one-line style

  private func yamlEntries(from start: Int, to end: Int, firstLine: Int) throws(Diagnostic) -> [LexiconEntry] {
    let yaml = String(decoding: bytes[start..<end], as: UTF8.self)
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch { throw diagnostic(error, firstLine: firstLine) }
    guard let items = node?.sequence else {
      throw Diagnostic(file: path, line: firstLine, column: 1, "not an entry; write `- {term: …, weight: …}`")
    }
    var entries: [LexiconEntry] = []
    for item in items {
      let line = firstLine + (item.mark?.line ?? 1) - 1
      let column = item.mark?.column ?? 1
      if let term = item.scalar?.string {
        let field = LexiconEntry.Field(key: "term", value: .scalar(term), line: line, column: column)
        entries.append(LexiconEntry(fields: [field], line: line, column: column))
        continue
      }
      guard let mapping = item.mapping else {
        throw Diagnostic(file: path, line: line, column: column, "an entry is a map or a word, not a list")
      }
      var fields: [LexiconEntry.Field] = []
      for (key, value) in mapping {
        let keyLine = firstLine + (key.mark?.line ?? 1) - 1
        let keyColumn = key.mark?.column ?? 1
        guard let name = key.string, let value = fieldValue(value) else {
          throw Diagnostic(
            file: path, line: keyLine, column: keyColumn, "a value is a word, a number or a list of words")
        }
        fields.append(.init(key: name, value: value, line: keyLine, column: keyColumn))
      }
      entries.append(LexiconEntry(fields: fields, line: line, column: column))
    }
    return entries
  }

  private func fieldValue(_ node: Node) -> LexiconEntry.Value? {
    if let scalar = node.scalar { return .scalar(scalar.string) }
    guard let sequence = node.sequence else { return nil }
    var items: [String] = []
    for item in sequence {
      guard let text = item.scalar?.string else { return nil }
      items.append(text)
    }
    return .list(items)
  }

  private func diagnostic(_ error: any Error, firstLine: Int) -> Diagnostic {
    guard let error = error as? YamlError else { return Diagnostic(file: path, line: firstLine, "\(error)") }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(
        file: path, line: firstLine + max(mark.line, 1) - 1, column: mark.column, "not readable as YAML: \(problem)")
    default:
      return Diagnostic(file: path, line: firstLine, "not readable as YAML: \(error)")
    }
  }

  // MARK: Lines

  /// Ranges of the lines without their ends (LF, CRLF or CR).
  private func lineRanges() -> [Range<Int>] {
    let span = bytes.span
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(bytes.count / 40)
    var start = 0
    var index = 0
    while index < span.count {
      let byte = span[index]
      if byte <= 0x0D, byte == 0x0A || byte == 0x0D {
        ranges.append(start..<index)
        if byte == 0x0D, index + 1 < span.count, span[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }

  private func isEntriesLine(_ range: Range<Int>) -> Bool {
    let key = Array("entries:".utf8)
    guard bytes[range].starts(with: key) else { return false }
    return isBlankOrComment(bytes[(range.lowerBound + key.count)..<range.upperBound])
  }

  private func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    return first == UInt8(ascii: "#")
  }

  /// The line after an item that begins at a line: the next line whose dash stands no deeper.
  private func endOfItem(from index: Int, in lines: [Range<Int>]) -> Int {
    func indent(_ range: Range<Int>) -> Int { bytes[range].prefix { $0 == 0x20 }.count }
    let depth = indent(lines[index])
    var end = index + 1
    while end < lines.count {
      let line = bytes[lines[end]]
      if !isBlankOrComment(line), indent(lines[end]) <= depth { break }
      end += 1
    }
    return end
  }
}
