/// A CSV table that a run can write. The raw value is its file name, as `outputs:` of a pipeline file spells it.
public enum Table: String, Sendable, CaseIterable {
  /// One row a statement and target.
  case stances = "stances.csv"
  /// One row a statement, with or without a target.
  case statements = "statements.csv"
  /// One row a document and speaker.
  case speakers = "speakers.csv"
  /// One row a document.
  case documents = "documents.csv"

  /// The columns, in order.
  public var columns: [String] {
    switch self {
    case .stances: StatementColumns.upToStatement + StancesTable.columns
    case .statements: StatementColumns.upToStatement + StatementsTable.columns
    case .speakers: SpeakersTable.columns
    case .documents: DocumentsTable.columns
    }
  }

  /// Appends the rows of one document.
  public func write(_ view: RecordView, _ options: OutputOptions, to csv: inout CSVWriter) {
    write(view, options, StatementColumns(view, options), to: &csv)
  }

  /// The same where several tables share what they say of a statement.
  func write(_ view: RecordView, _ options: OutputOptions, _ columns: StatementColumns, to csv: inout CSVWriter) {
    switch self {
    case .stances: StancesTable(view, columns).write(to: &csv)
    case .statements: StatementsTable(view, columns).write(to: &csv)
    case .speakers: SpeakersTable(view, options).write(to: &csv)
    case .documents: DocumentsTable(view).write(to: &csv)
    }
  }
}
