import Documents

/// Reads the rows of a CSV or TSV file with a header as articles.
struct CSVArticles {
  let source: SourceDocument
  let columns: ArticleColumns

  /// - Throws: `no-text-column` if no column holds text, with the columns that are there.
  func documents(_ bytes: [UInt8]) throws(DocumentError) -> [SourceDocument] {
    let rows = CSVRecords.read(bytes[...], separator: separator(bytes))
    let header = rows.first?.fields.map { $0.trimmingSpaces } ?? []
    let named = header.compactMap { columns.field($0)?.0 }
    guard named.contains(.text) || named.contains(.html) else {
      throw DocumentError(
        code: "no-text-column",
        "no column is known to hold an article's text; the columns are \(header.joined(separator: ", ")): name one with "
          + "`columns: {text: …}` of `clean`")
    }
    let fields = ArticleFields(columns: columns)
    return rows.dropFirst().filter { $0.fields != [""] }.map { row in
      let values = zip(header, row.fields).map { (name: $0, values: [$1]) }
      let line = row.line + source.lineOffset
      return fields.document(values, of: source, fallback: "\(line)")
        // A row of its own among the errors.
        ?? SourceDocument(id: "\(source.id)#\(line)", path: source.path, bytes: [], format: .text)
    }
  }

  /// Comma, semicolon or tab, whichever the first line has most of.
  private func separator(_ bytes: [UInt8]) -> UInt8 {
    let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = candidates.map { candidate in head.reduce(0) { $0 + ($1 == candidate ? 1 : 0) } }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { candidates[$0] } ?? candidates[0]
  }
}
