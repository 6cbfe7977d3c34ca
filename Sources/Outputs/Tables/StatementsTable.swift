import Documents

/// `statements.csv`: every statement, with or without a target.
struct StatementsTable {
  static let columns = [
    "parent", "confidence", "speaker_confidence", "start", "end", "spans", "paragraph", "sentence", "context",
  ]

  private let view: RecordView
  private let options: OutputOptions

  init(_ view: RecordView, _ options: OutputOptions) {
    self.view = view
    self.options = options
  }

  func write(to csv: inout CSVWriter) {
    guard let statements = view.statements, !statements.isEmpty else { return }
    let shared = StatementColumns(view, options)
    for (index, statement) in statements.enumerated() {
      csv.fields(shared.fields(of: statement, at: index))
      csv.text(statement.parent)
      csv.number(statement.confidence)
      csv.number(view.speaker(ofStatement: index)?.link.confidence)
      shared.writePlace(of: statement, to: &csv)
      shared.writeContext(of: statement, to: &csv)
      csv.endRow()
    }
  }
}
