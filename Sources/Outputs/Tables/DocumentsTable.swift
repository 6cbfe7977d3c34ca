import Documents

/// `documents.csv`: metadata and counts. A count of what the pipeline does not look for is empty.
struct DocumentsTable {
  static let columns = [
    "document_id", "path", "title", "authors", "date", "modified", "publication", "section", "url", "language",
    "genre", "characters", "words", "blocks", "sentences", "statements", "stances", "speakers", "warnings",
    "warning_codes",
  ]

  private let view: RecordView

  init(_ view: RecordView) { self.view = view }

  func write(to csv: inout CSVWriter) {
    let metadata = view.metadata
    csv.text(view.id)
    csv.text(view.path)
    csv.text(metadata.title)
    csv.text(metadata.authors.joined(separator: "; "))
    csv.text(metadata.date)
    csv.text(metadata.modified)
    csv.text(metadata.site)
    csv.text(metadata.section)
    csv.text(metadata.url)
    csv.text(metadata.language)
    csv.text(metadata.genre?.rawValue)
    csv.number(view.text.scalarOffset(ofByte: view.text.count))
    csv.number(view.tokens?.count)
    csv.number(view.blocks.count)
    csv.number(view.sentences?.count)
    csv.number(view.statements?.count)
    csv.number(view.stances?.count)
    csv.number(view.speakers?.count)
    csv.number(view.warnings.count)
    csv.text(view.warnings.map(\.code).joined(separator: "; "))
    csv.endRow()
  }
}
