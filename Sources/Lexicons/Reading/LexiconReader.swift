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
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = LexiconReader.isUTF8(body) ? body : Array(String(decoding: body, as: UTF8.self).utf8)
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
    guard bytes.count < Int(Int32.max) else {
      throw Diagnostics([Diagnostic(file: path, "a lexicon can have 2 GB at most; split it")])
    }
    var line = Line(number: 1, start: 0, end: lineEnd(from: 0))
    while !isEntriesLine(line) {
      guard let next = self.line(after: line) else {
        // Report broken YAML as such before complaining about what is missing in it.
        _ = try header(String(decoding: bytes, as: UTF8.self))
        throw Diagnostics([Diagnostic(file: path, "no line `entries:`; a lexicon is a header, then entries")])
      }
      line = next
    }
    let header = try header(String(decoding: bytes[..<line.start], as: UTF8.self))
    var parser = FlowEntryParser(fileSize: bytes.count)
    var problems: [Diagnostic] = []
    var place = self.line(after: line)?.start
    var number = line.number + 1
    while let start = place {
      if let end = parser.parse(bytes.span, from: start, line: number) {
        place = nextStart(after: end)
        number += 1
        continue
      }
      let line = Line(number: number, start: start, end: lineEnd(from: start))
      if isBlankOrComment(bytes[line.start..<line.end]) {
        place = nextStart(after: line.end)
        number += 1
        continue
      }
      let last = lastLine(ofItem: line)
      do throws(Diagnostic) {
        try addYAMLEntries(from: line.start, to: last.end, firstLine: number, &parser.builder)
      } catch {
        // The YAML library meets some errors only behind the item.
        var problem = error
        if let line = problem.line, line > last.number { (problem.line, problem.column) = (last.number, nil) }
        problems.append(problem)
      }
      place = nextStart(after: last.end)
      number = last.number + 1
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return LexiconFile(path: path, header: header, entries: parser.builder.store(over: bytes))
  }

  /// Whether bytes need no repair. Each run of bytes beyond ASCII is valid or not by itself, and there are few.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var index = 0
    while index < span.count {
      guard WordHash.load(span.bytes, index, min(8, span.count - index)) & 0x8080_8080_8080_8080 != 0 else {
        index += 8
        continue
      }
      while span[index] < 0x80 { index += 1 }
      let start = index
      while index < span.count, span[index] >= 0x80 { index += 1 }
      do {
        _ = try UTF8Span(validating: span.extracting(start..<index))
      } catch {
        return false
      }
    }
    return true
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

  private func addYAMLEntries(
    from start: Int, to end: Int, firstLine: Int, _ builder: inout EntryBuilder
  ) throws(Diagnostic) {
    let yaml = String(decoding: bytes[start..<end], as: UTF8.self)
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch { throw diagnostic(error, firstLine: firstLine) }
    guard let items = node?.sequence else {
      throw Diagnostic(file: path, line: firstLine, column: 1, "not an entry; write `- {term: …, weight: …}`")
    }
    let mark = builder.mark
    for item in items {
      let line = firstLine + (item.mark?.line ?? 1) - 1
      let column = item.mark?.column ?? 1
      if let term = item.scalar?.string {
        let field = LexiconEntry.Field(key: "term", value: .scalar(term), line: line, column: column)
        builder.add([field], line: line, column: column)
        continue
      }
      guard let mapping = item.mapping else {
        builder.restore(mark)
        throw Diagnostic(file: path, line: line, column: column, "an entry is a map or a word, not a list")
      }
      var fields: [LexiconEntry.Field] = []
      for (key, value) in mapping {
        let keyLine = firstLine + (key.mark?.line ?? 1) - 1
        let keyColumn = key.mark?.column ?? 1
        guard let name = key.string, let value = fieldValue(value) else {
          builder.restore(mark)
          throw Diagnostic(
            file: path, line: keyLine, column: keyColumn, "a value is a word, a number or a list of words")
        }
        fields.append(.init(key: name, value: value, line: keyLine, column: keyColumn))
      }
      builder.add(fields, line: line, column: column)
    }
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

  /// A line without its end (LF, CRLF or CR).
  private struct Line {
    /// 1-based.
    var number: Int
    var start: Int
    var end: Int
  }

  private func lineEnd(from start: Int) -> Int {
    let span = bytes.span
    var end = start
    while end < span.count, span[end] != 0x0A, span[end] != 0x0D { end += 1 }
    return end
  }

  /// Where the line behind a line's end begins, `nil` behind the last.
  private func nextStart(after end: Int) -> Int? {
    var next = end + 1
    if end < bytes.count, bytes[end] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
    return next < bytes.count ? next : nil
  }

  private func line(after line: Line) -> Line? {
    nextStart(after: line.end).map { Line(number: line.number + 1, start: $0, end: lineEnd(from: $0)) }
  }

  private func isEntriesLine(_ line: Line) -> Bool {
    let key = Array("entries:".utf8)
    guard bytes[line.start..<line.end].starts(with: key) else { return false }
    return isBlankOrComment(bytes[(line.start + key.count)..<line.end])
  }

  private func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
    return first == UInt8(ascii: "#")
  }

  /// The last line of an item that begins at a line: the one before the next whose dash stands no deeper.
  private func lastLine(ofItem first: Line) -> Line {
    func indent(_ line: Line) -> Int { bytes[line.start..<line.end].prefix { $0 == 0x20 }.count }
    let depth = indent(first)
    var last = first
    while let next = line(after: last) {
      if !isBlankOrComment(bytes[next.start..<next.end]), indent(next) <= depth { break }
      last = next
    }
    return last
  }
}
