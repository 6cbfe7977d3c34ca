import Documents

/// The statements of a document as JSON, each with its speaker.
struct StatementJSON {
  private let view: RecordView

  init(_ view: RecordView) { self.view = view }

  /// Writes the key `statements` and its array.
  func writeStatements(_ json: inout JSONWriter) {
    json.key("statements")
    json.beginArray()
    for (index, statement) in (view.statements ?? []).enumerated() { write(statement, at: index, to: &json) }
    json.endArray()
  }

  private func write(_ statement: Statement, at index: Int, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.value(statement.id)
    json.key("parent")
    json.value(statement.parent)
    json.key("type")
    json.value(statement.kind.rawValue)
    json.key("source")
    json.spans(statement.source, in: view.text)
    json.key("cue")
    json.spans(statement.cue, in: view.text)
    json.key("content")
    json.spans(statement.content, in: view.text)
    json.key("speaker")
    writeSpeaker(ofStatement: index, to: &json)
    json.key("claim_type")
    json.value(statement.claimType?.rawValue)
    json.key("modality")
    json.value(statement.modality.rawValue)
    json.key("confidence")
    json.value(statement.confidence)
    json.key("rule")
    json.value(statement.rule)
    json.endObject()
  }

  private func writeSpeaker(ofStatement index: Int, to json: inout JSONWriter) {
    guard let (link, speaker) = view.speaker(ofStatement: index) else { return json.null() }
    json.beginObject()
    json.key("id")
    json.value(speaker.id)
    json.key("name")
    json.value(speaker.name)
    json.key("role")
    json.value(speaker.role)
    json.key("type")
    json.value(speaker.kind.rawValue)
    json.key("attribution")
    json.value(link.attribution.rawValue)
    json.key("confidence")
    json.value(link.confidence)
    json.endObject()
  }
}
