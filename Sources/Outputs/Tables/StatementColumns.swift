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
  /// What all rows of a statement share, encoded once: the columns up to `statement`, then its place and context.
  private var encoded: [UInt8] = []
  /// Where that of each statement begins, and where its place does.
  private var starts: [(fields: Int, place: Int)] = []

  init(_ view: RecordView, _ options: OutputOptions) {
    self.view = view
    self.options = options
    guard let statements = view.statements, !statements.isEmpty else { return }
    let document = documentFields()
    var csv = CSVWriter(excel: options.excel)
    csv.out.reserve(statements.count * 768)
    for index in statements.indices {
      let start = csv.out.count
      csv.beginFields()
      write(index, of: statements, document[...], to: &csv)
      starts.append((start, csv.out.count))
      csv.beginFields()
      writePlace(statements[index].content, to: &csv)
      writeContext(of: statements[index].content.first, to: &csv)
    }
    starts.append((csv.out.count, csv.out.count))
    encoded = csv.take()
  }

  /// The fields of a statement up to `statement`.
  func fields(ofStatement index: Int) -> ArraySlice<UInt8> { encoded[starts[index].fields..<starts[index].place] }

  /// The fields `start`, `end`, `spans`, `paragraph`, `sentence`, `context`.
  func place(ofStatement index: Int) -> ArraySlice<UInt8> { encoded[starts[index].place..<starts[index + 1].fields] }

  /// The first five columns, the same in every row of the document.
  private func documentFields() -> [UInt8] {
    var csv = CSVWriter(excel: options.excel)
    csv.text(view.id)
    csv.text(view.metadata.date)
    csv.text(view.metadata.site)
    csv.text(view.metadata.title)
    csv.text(view.metadata.url)
    return csv.take()
  }

  private func write(
    _ index: Int, of statements: [Statement], _ document: ArraySlice<UInt8>, to csv: inout CSVWriter
  ) {
    csv.fields(document)
    csv.word(statements[index].id)
    let link = view.link(ofStatement: index)
    // Rather nobody than the wrong person: a role or an id names someone too.
    let isNamed = link.map { $0.confidence >= options.minSpeakerConfidence } ?? false
    let speakers = view.speakers ?? []
    let named = isNamed ? link?.speaker : nil
    csv.text(named.map { speakers[$0].id })
    csv.text(named.flatMap { speakers[$0].name })
    csv.pieces(statements[index].source[...], of: view)
    csv.text(named.flatMap { speakers[$0].role })
    csv.word(link.map { speakers[$0.speaker].kind.rawValue })
    csv.word(link?.attribution.rawValue)
    csv.word(statements[index].kind.rawValue)
    csv.word(statements[index].claimType?.rawValue)
    csv.word(statements[index].modality.rawValue)
    csv.pieces(statements[index].cue[...], of: view)
    csv.pieces(statements[index].content[...], of: view)
  }

  private func writePlace(_ content: [Span], to csv: inout CSVWriter) {
    let hull = content.hull
    csv.number(hull.map { view.text.scalarOffset(ofByte: $0.start) })
    csv.number(hull.map { view.text.scalarOffset(ofByte: $0.end) })
    csv.beginField()
    for (index, piece) in content.enumerated() {
      if index > 0 { csv.out.append(UInt8(ascii: ";")) }
      csv.range(piece, in: view.text)
    }
    csv.endField(guarded: true)
  }

  /// All of the place where the content begins.
  private func writeContext(of first: Span?, to csv: inout CSVWriter) {
    let start = first?.start
    csv.number(start.flatMap(view.block(at:)))
    let sentence = start.flatMap(view.sentence(at:))
    csv.number(sentence)
    csv.beginField()
    if let sentence, let sentences = view.sentences { view.append(sentences[sentence].span, to: &csv.out) }
    csv.endField(guarded: true)
  }
}

extension CSVWriter {
  /// A text field of the pieces of a span, as they stand in the text.
  mutating func pieces(_ spans: ArraySlice<Span>, of view: RecordView) {
    beginField()
    for index in spans.indices {
      if index > spans.startIndex { out.append(StatementColumns.gap) }
      view.append(spans[index], to: &out)
    }
    endField(guarded: true)
  }

  /// Appends `start-end` in code points to the field.
  mutating func range(_ span: Span, in text: Text) {
    out.append(number: text.scalarOffset(ofByte: span.start))
    out.append(UInt8(ascii: "-"))
    out.append(number: text.scalarOffset(ofByte: span.end))
  }
}
