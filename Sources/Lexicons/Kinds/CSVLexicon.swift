import Documents

/// Reads a CSV of actors or concepts: a header with at least `name`, lists inside a field separated by `;`.
public enum CSVLexicon {
  /// - Throws: rows with more fields than the header, and a missing `name` column, with their lines.
  public static func read(path: String, bytes: [UInt8], kind: String) throws(Diagnostics) -> LexiconFile {
    let rows = CSVRecords.read(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
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
}
