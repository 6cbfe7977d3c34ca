import Documents

/// The statements of a document as JSON, each with its speaker.
struct StatementJSON {
  private let view: RecordView

  init(_ view: RecordView) { self.view = view }

  /// Writes the key `statements` and its array, after another key.
  func writeStatements(_ json: inout JSONWriter) {
    json.fragment(#","statements":["#)
    let statements = view.statements ?? []
    let all = statements.span
    for index in all.indices {
      json.fragment(index == 0 ? #"{"id":"# : #",{"id":"#)
      write(all[index], at: index, to: &json)
    }
    json.fragment("]")
  }

  private func write(_ statement: Statement, at index: Int, to json: inout JSONWriter) {
    json.string(statement.id)
    json.fragment(#","parent":"#)
    json.string(statement.parent)
    json.fragment(#","type":"#)
    json.word(statement.kind.rawValue)
    json.fragment(#","source":"#)
    json.spans(statement.source, in: view.text)
    json.fragment(#","cue":"#)
    json.spans(statement.cue, in: view.text)
    json.fragment(#","content":"#)
    json.spans(statement.content, in: view.text)
    json.fragment(#","speaker":"#)
    writeSpeaker(ofStatement: index, to: &json)
    json.fragment(#","claim_type":"#)
    json.word(statement.claimType?.rawValue)
    json.fragment(#","modality":"#)
    json.word(statement.modality.rawValue)
    json.fragment(#","confidence":"#)
    json.number(statement.confidence)
    json.fragment(#","rule":"#)
    json.word(statement.rule)
    json.fragment("}")
  }

  private func writeSpeaker(ofStatement index: Int, to json: inout JSONWriter) {
    guard let (link, speaker) = view.speaker(ofStatement: index) else { return json.fragment("null") }
    json.fragment(#"{"id":"#)
    json.string(speaker.id)
    json.fragment(#","name":"#)
    json.string(speaker.name)
    json.fragment(#","role":"#)
    json.string(speaker.role)
    json.fragment(#","type":"#)
    json.word(speaker.kind.rawValue)
    json.fragment(#","attribution":"#)
    json.word(link.attribution.rawValue)
    json.fragment(#","confidence":"#)
    json.number(link.confidence)
    json.fragment("}")
  }
}
