import Documents

/// `stances.csv`: one row a statement and target, neutral ones too.
struct StancesTable {
  static let columns = [
    "target_id", "target", "target_type", "target_mention", "stance", "score", "hits", "confidence",
    "speaker_confidence", "start", "end", "spans", "paragraph", "sentence", "context", "lexicon",
  ]

  private let view: RecordView
  private let options: OutputOptions

  init(_ view: RecordView, _ options: OutputOptions) {
    self.view = view
    self.options = options
  }

  func write(to csv: inout CSVWriter) {
    guard let stances = view.stances, !stances.isEmpty else { return }
    let shared = StatementColumns(view, options)
    var encoded: (statement: Int, fields: [UInt8]) = (-1, [])
    for stance in stances {
      guard let (statement, target) = view.parties(of: stance) else { continue }
      if encoded.statement != stance.statement {
        encoded = (stance.statement, shared.fields(of: statement, at: stance.statement))
      }
      csv.fields(encoded.fields)
      csv.text(target.id)
      csv.text(target.name)
      csv.text(target.kind.rawValue)
      csv.pieces(Array(stance.mentions.prefix(1)), of: view)
      csv.text(stance.side.rawValue)
      csv.number(stance.score)
      writeHits(stance.hits, to: &csv)
      csv.number(statement.confidence)
      csv.number(view.speaker(ofStatement: stance.statement)?.link.confidence)
      shared.writePlace(of: statement, to: &csv)
      shared.writeContext(of: statement, to: &csv)
      csv.text(stance.lexicon)
      csv.endRow()
    }
  }

  /// `term:contribution@start-end;…`
  private func writeHits(_ hits: [Stance.Hit], to csv: inout CSVWriter) {
    csv.beginField()
    for (index, hit) in hits.enumerated() {
      if index > 0 { csv.bytes.append(UInt8(ascii: ";")) }
      csv.bytes.append(contentsOf: hit.term.utf8)
      csv.bytes.append(UInt8(ascii: ":"))
      _ = csv.bytes.append(fixed: hit.contribution)
      csv.bytes.append(UInt8(ascii: "@"))
      csv.range(hit.span, in: view.text)
    }
    csv.endField(guarded: true)
  }
}
