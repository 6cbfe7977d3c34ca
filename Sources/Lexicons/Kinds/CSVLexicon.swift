import Documents

/// Reads a CSV of actors or concepts: a header with at least `name`, lists inside a field separated by `;`.
public enum CSVLexicon {
  /// - Throws: rows with more fields than the header, and a missing `name` column, with their lines.
  public static func read(path: String, bytes: [UInt8], kind: String) throws(Diagnostics) -> LexiconFile {
    let rows = records(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
    guard let header = rows.first?.fields, header.contains("name") else {
      throw Diagnostics([
        Diagnostic(file: path, line: 1, column: 1, "the first line must name the columns, `name` among them")
      ])
    }
    var problems: [Diagnostic] = []
    var entries: [LexiconEntry] = []
    for row in rows.dropFirst() where row.fields != [""] {
      guard row.fields.count <= header.count else {
        let message = "\(row.fields.count) fields, but the header has \(header.count); quote fields that hold commas"
        problems.append(Diagnostic(file: path, line: row.line, column: 1, message))
        continue
      }
      let fields = zip(header, row.fields).compactMap { key, value -> LexiconEntry.Field? in
        guard !value.isEmpty else { return nil }
        let items = value.split(separator: ";").map { String($0.drop { $0 == " " }) }
        return .init(key: key, value: items.count > 1 ? .list(items) : .scalar(value), line: row.line, column: 1)
      }
      entries.append(LexiconEntry(fields: fields, line: row.line, column: 1))
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let base = name.split(separator: ".").first.map(String.init) ?? name
    return LexiconFile(
      path: path, header: LexiconHeader(name: base, version: "0", language: "en", licence: "", kind: kind),
      entries: entries)
  }

  /// RFC 4180 records with the line on which each begins; LF, CRLF and CR end a line.
  private static func records(_ bytes: ArraySlice<UInt8>) -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var line = 1
    var rowLine = 1
    var index = bytes.startIndex
    func next() -> UInt8? { index + 1 < bytes.endIndex ? bytes[index + 1] : nil }
    while index < bytes.endIndex {
      let byte = bytes[index]
      if quoted {
        if byte == UInt8(ascii: "\""), next() == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          quoted = false
        } else {
          if byte == 0x0A { line += 1 }
          field.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        quoted = true
      } else if byte == UInt8(ascii: ",") {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, next() == 0x0A { index += 1 }
        fields.append(String(decoding: field, as: UTF8.self))
        rows.append((rowLine, fields))
        fields.removeAll()
        field.removeAll()
        line += 1
        rowLine = line
      } else {
        field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !fields.isEmpty {
      fields.append(String(decoding: field, as: UTF8.self))
      rows.append((rowLine, fields))
    }
    return rows
  }
}
