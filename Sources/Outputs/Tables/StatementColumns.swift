import Documents

/// The columns that `stances.csv` and `statements.csv` share, up to `statement`, and the places of a statement.
struct StatementColumns {
  static let upToStatement = [
    "document_id", "date", "publication", "title", "url", "statement_id", "speaker_id", "speaker", "speaker_mention",
    "speaker_role", "speaker_type", "attribution", "statement_type", "claim_type", "modality", "cue", "statement",
  ]

  /// What joins the pieces of a span that has several.
  static let gap = " […] "

  private let view: RecordView
  private let options: OutputOptions
  /// The first five columns, the same in every row of the document.
  private let documentFields: [UInt8]

  init(_ view: RecordView, _ options: OutputOptions) {
    self.view = view
    self.options = options
    var csv = CSVWriter(excel: options.excel)
    csv.text(view.id)
    csv.text(view.metadata.date)
    csv.text(view.metadata.site)
    csv.text(view.metadata.title)
    csv.text(view.metadata.url)
    documentFields = csv.bytes
  }

  /// The fields of one statement, encoded once for all its rows.
  func fields(of statement: Statement, at index: Int) -> [UInt8] {
    var csv = CSVWriter(excel: options.excel)
    csv.fields(documentFields)
    csv.text(statement.id)
    let found = view.speaker(ofStatement: index)
    // Rather nobody than the wrong person: a role or an id names someone too.
    let named = found.flatMap { $0.link.confidence < options.minSpeakerConfidence ? nil : $0.speaker }
    csv.text(named?.id)
    csv.text(named?.name)
    csv.pieces(statement.source, of: view)
    csv.text(named?.role)
    csv.text(found?.speaker.kind.rawValue)
    csv.text(found?.link.attribution.rawValue)
    csv.text(statement.kind.rawValue)
    csv.text(statement.claimType?.rawValue)
    csv.text(statement.modality.rawValue)
    csv.pieces(statement.cue, of: view)
    csv.pieces(statement.content, of: view)
    return csv.bytes
  }

  /// `start`, `end`, `spans`.
  func writePlace(of statement: Statement, to csv: inout CSVWriter) {
    let hull = statement.content.hull
    csv.number(hull.map { view.text.scalarOffset(ofByte: $0.start) })
    csv.number(hull.map { view.text.scalarOffset(ofByte: $0.end) })
    csv.beginField()
    for (index, piece) in statement.content.enumerated() {
      if index > 0 { csv.bytes.append(UInt8(ascii: ";")) }
      csv.range(piece, in: view.text)
    }
    csv.endField(guarded: true)
  }

  /// `paragraph`, `sentence`, `context`, all of the place where the content begins.
  func writeContext(of statement: Statement, to csv: inout CSVWriter) {
    let start = statement.content.first?.start
    csv.number(start.flatMap(view.block(at:)))
    let sentence = start.flatMap(view.sentence(at:))
    csv.number(sentence)
    csv.beginField()
    if let sentence, let sentences = view.sentences { view.append(sentences[sentence].span, to: &csv.bytes) }
    csv.endField(guarded: true)
  }
}

extension CSVWriter {
  /// A text field of the pieces of a span, as they stand in the text.
  mutating func pieces(_ spans: [Span], of view: RecordView) {
    beginField()
    for (index, span) in spans.enumerated() {
      if index > 0 { bytes.append(contentsOf: StatementColumns.gap.utf8) }
      view.append(span, to: &bytes)
    }
    endField(guarded: true)
  }

  /// Appends `start-end` in code points to the field.
  mutating func range(_ span: Span, in text: Text) {
    bytes.append(number: text.scalarOffset(ofByte: span.start))
    bytes.append(UInt8(ascii: "-"))
    bytes.append(number: text.scalarOffset(ofByte: span.end))
  }
}
