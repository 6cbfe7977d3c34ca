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
    json.fragment(#","blocks":["#)
    for (index, block) in view.blocks.enumerated() {
      json.bounds(
        block.span, in: view.text, index == 0 ? #"{"start":"# : #",{"start":"#, #","end":"#, #","kind":"#)
      json.word(block.kind.rawValue)
      json.fragment("}")
    }
    json.fragment("]")
  }

  private func writeSentences(_ json: inout JSONWriter) {
    json.fragment(#","sentences":["#)
    for (index, sentence) in (view.sentences ?? []).enumerated() {
      json.bounds(sentence.span, in: view.text, index == 0 ? "[" : ",[", ",", "]")
    }
    json.fragment("]")
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
