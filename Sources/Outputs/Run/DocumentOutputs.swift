import Documents

/// The bytes that one document adds to each file of a run: made on any thread, appended in input order.
public struct DocumentOutputs: Sendable {
  /// A line of `documents.jsonl`.
  public var line: [UInt8]
  /// Rows for each table, in the order asked for.
  public var rows: [[UInt8]]
  /// The text that places point into, for `--write-text`.
  public var text: [UInt8]
  public var statements = 0
  public var stances = 0
  public var warnings = 0

  public init(_ document: RecordView, tables: [Table], options: OutputOptions) {
    let view = options.pseudonyms.map(document.pseudonymised) ?? document
    var json = JSONWriter()
    json.reserve(view.text.count * 4 + 4096)
    DocumentJSON(view).write(to: &json)
    json.endLine()
    line = json.take()
    let columns = StatementColumns(view, options)
    rows = tables.map { table in
      var csv = CSVWriter(excel: options.excel)
      table.write(view, options, columns, to: &csv)
      return csv.take()
    }
    text = (view.shown ?? view.text).utf8
    statements = view.statements?.count ?? 0
    stances = view.stances?.count ?? 0
    warnings = view.warnings.count
  }
}
