import Documents

/// The object of one document in `documents.jsonl`: every key always there, offsets in code points.
public struct DocumentJSON {
  private let view: RecordView

  public init(_ view: RecordView, _ options: OutputOptions = .init()) {
    self.view = options.pseudonyms.map(view.pseudonymised) ?? view
  }

  /// Writes the object, without a line end.
  ///
  /// - Parameters:
  ///   - id: JSON that stands in place of the document's id: what a record of `filter` called itself.
  ///   - extra: keys of the record that the object does not define, with their values as JSON.
  public func write(
    to json: inout JSONWriter, id: [UInt8]? = nil, extra: [(key: String, json: [UInt8])] = []
  ) {
    json.beginObject()
    json.key("id")
    if let id { json.value(rawJSON: id) } else { json.value(view.id) }
    json.key("path")
    json.value(view.path)
    writeMetadata(&json)
    json.key("text")
    json.value(utf8: (view.shown ?? view.text).utf8)
    writeBlocks(&json)
    writeSentences(&json)
    StatementJSON(view).writeStatements(&json)
    StanceJSON(view).writeStances(&json)
    writeWarnings(&json)
    for (key, value) in extra {
      json.key(key)
      json.value(rawJSON: value)
    }
    json.endObject()
  }

  /// The keys of the object, in order.
  public static let keys = [
    "id", "path", "title", "authors", "date", "site", "url", "language", "genre", "text", "blocks", "sentences",
    "statements", "stances", "warnings",
  ]

  private func writeMetadata(_ json: inout JSONWriter) {
    let metadata = view.metadata
    json.key("title")
    json.value(metadata.title)
    json.key("authors")
    json.beginArray()
    for author in metadata.authors { json.value(author) }
    json.endArray()
    json.key("date")
    json.value(metadata.date)
    json.key("site")
    json.value(metadata.site)
    json.key("url")
    json.value(metadata.url)
    json.key("language")
    json.value(metadata.language)
    json.key("genre")
    json.value(metadata.genre?.rawValue)
  }

  private func writeBlocks(_ json: inout JSONWriter) {
    json.key("blocks")
    json.beginArray()
    for block in view.blocks {
      json.beginObject()
      json.bounds(block.span, in: view.text)
      json.key("kind")
      json.value(block.kind.rawValue)
      json.endObject()
    }
    json.endArray()
  }

  private func writeSentences(_ json: inout JSONWriter) {
    json.key("sentences")
    json.beginArray()
    for sentence in view.sentences ?? [] { json.span(sentence.span, in: view.text) }
    json.endArray()
  }

  private func writeWarnings(_ json: inout JSONWriter) {
    json.key("warnings")
    json.beginArray()
    for warning in view.warnings {
      json.beginObject()
      json.key("code")
      json.value(warning.code)
      json.key("message")
      json.value(warning.message)
      json.endObject()
    }
    json.endArray()
  }
}

extension JSONWriter {
  /// `[start, end]` in code points.
  mutating func span(_ span: Span, in text: Text) {
    beginArray()
    value(text.scalarOffset(ofByte: span.start))
    value(text.scalarOffset(ofByte: span.end))
    endArray()
  }

  mutating func spans(_ spans: [Span], in text: Text) {
    beginArray()
    for span in spans { self.span(span, in: text) }
    endArray()
  }

  /// The keys `start` and `end`, in code points.
  mutating func bounds(_ span: Span, in text: Text) {
    key("start")
    value(text.scalarOffset(ofByte: span.start))
    key("end")
    value(text.scalarOffset(ofByte: span.end))
  }
}
