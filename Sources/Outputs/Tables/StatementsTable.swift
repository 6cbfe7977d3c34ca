import Documents

/// `statements.csv`: every statement, with or without a target.
struct StatementsTable {
  static let columns = [
    "parent", "confidence", "speaker_confidence", "start", "end", "spans", "paragraph", "sentence", "context",
  ]

  private let view: RecordView
  private let shared: StatementColumns

  init(_ view: RecordView, _ shared: StatementColumns) {
    self.view = view
    self.shared = shared
  }

  func write(to csv: inout CSVWriter) {
    guard let statements = view.statements else { return }
    csv.out.reserve(statements.count * 768)
    for index in statements.indices {
      csv.fields(shared.fields(ofStatement: index))
      csv.text(statements[index].parent)
      csv.number(statements[index].confidence)
      csv.number(view.link(ofStatement: index)?.confidence)
      csv.fields(shared.place(ofStatement: index))
      csv.endRow()
    }
  }
}
