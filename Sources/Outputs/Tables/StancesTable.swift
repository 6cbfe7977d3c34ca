import Documents

/// `stances.csv`: one row a statement and target, neutral ones too.
struct StancesTable {
  static let columns = [
    "target_id", "target", "target_type", "target_mention", "stance", "score", "hits", "confidence",
    "speaker_confidence", "start", "end", "spans", "paragraph", "sentence", "context", "lexicon",
  ]

  private let view: RecordView
  private let shared: StatementColumns

  init(_ view: RecordView, _ shared: StatementColumns) {
    self.view = view
    self.shared = shared
  }

  func write(to csv: inout CSVWriter) {
    guard let statements = view.statements, let targets = view.targets else { return }
    csv.out.reserve((view.stances?.count ?? 0) * 1024)
    for stance in view.stances ?? [] where view.hasParties(stance) {
      csv.fields(shared.fields(ofStatement: stance.statement))
      csv.text(targets[stance.target].id)
      csv.text(targets[stance.target].name)
      csv.word(targets[stance.target].kind.rawValue)
      csv.pieces(stance.mentions.prefix(1), of: view)
      csv.word(stance.side.rawValue)
      csv.number(stance.score)
      writeHits(stance.hits, to: &csv)
      csv.number(statements[stance.statement].confidence)
      csv.number(view.link(ofStatement: stance.statement)?.confidence)
      csv.fields(shared.place(ofStatement: stance.statement))
      csv.text(stance.lexicon)
      csv.endRow()
    }
  }

  /// `term:contribution@start-end;…`
  private func writeHits(_ hits: [Stance.Hit], to csv: inout CSVWriter) {
    csv.beginField()
    for (index, hit) in hits.enumerated() {
      if index > 0 { csv.out.append(UInt8(ascii: ";")) }
      csv.out.append(hit.term)
      csv.out.append(UInt8(ascii: ":"))
      _ = csv.out.append(fixed: hit.contribution)
      csv.out.append(UInt8(ascii: "@"))
      csv.range(hit.span, in: view.text)
    }
    csv.endField(guarded: true)
  }
}
