import Documents

/// The statements of a document as JSON, each with its speaker.
struct StatementJSON {
  private let view: RecordView

  init(_ view: RecordView) { self.view = view }

  /// Writes the key `statements` and its array, after another key.
  func writeStatements(_ json: inout JSONWriter) {
    json.fragment(#","statements":["#)
    let statements = view.statements ?? []
    for index in statements.indices {
      json.fragment(index == 0 ? #"{"id":"# : #",{"id":"#)
      write(statements, index, to: &json)
    }
    json.fragment("]")
  }

  private func write(_ statements: [Statement], _ index: Int, to json: inout JSONWriter) {
    json.string(statements[index].id)
    json.fragment(#","parent":"#)
    json.string(statements[index].parent)
    json.fragment(#","type":"#)
    json.word(statements[index].kind.rawValue)
    json.fragment(#","source":"#)
    json.spans(statements[index].source, in: view.text)
    json.fragment(#","cue":"#)
    json.spans(statements[index].cue, in: view.text)
    json.fragment(#","content":"#)
    json.spans(statements[index].content, in: view.text)
    json.fragment(#","speaker":"#)
    writeSpeaker(ofStatement: index, to: &json)
    json.fragment(#","claim_type":"#)
    json.word(statements[index].claimType?.rawValue)
    json.fragment(#","modality":"#)
    json.word(statements[index].modality.rawValue)
    json.fragment(#","confidence":"#)
    json.number(statements[index].confidence)
    json.fragment(#","rule":"#)
    json.word(statements[index].rule)
    json.fragment("}")
  }

  private func writeSpeaker(ofStatement index: Int, to json: inout JSONWriter) {
    guard let link = view.link(ofStatement: index), let speakers = view.speakers else { return json.fragment("null") }
    json.fragment(#"{"id":"#)
    json.string(speakers[link.speaker].id)
    json.fragment(#","name":"#)
    json.string(speakers[link.speaker].name)
    json.fragment(#","role":"#)
    json.string(speakers[link.speaker].role)
    json.fragment(#","type":"#)
    json.word(speakers[link.speaker].kind.rawValue)
    json.fragment(#","attribution":"#)
    json.word(link.attribution.rawValue)
    json.fragment(#","confidence":"#)
    json.number(link.confidence)
    json.fragment("}")
  }
}
