import Documents

/// The stances of a document as JSON, each with the terms that made its score.
public struct StanceJSON {
  private let view: RecordView

  init(_ view: RecordView) { self.view = view }

  /// Writes the key `stances` and its array.
  func writeStances(_ json: inout JSONWriter) {
    json.key("stances")
    json.beginArray()
    for stance in view.stances ?? [] { write(stance, to: &json) }
    json.endArray()
  }

  private func write(_ stance: Stance, to json: inout JSONWriter) {
    guard let (statement, target) = view.parties(of: stance) else { return }
    json.beginObject()
    json.key("statement")
    json.value(statement.id)
    json.key("holder")
    json.value(view.speaker(ofStatement: stance.statement)?.speaker.name)
    json.key("target")
    json.beginObject()
    json.key("id")
    json.value(target.id)
    json.key("name")
    json.value(target.name)
    json.key("type")
    json.value(target.kind.rawValue)
    json.key("mentions")
    json.spans(stance.mentions, in: view.text)
    json.endObject()
    json.key("stance")
    json.value(stance.side.rawValue)
    json.key("score")
    json.value(stance.score)
    json.bounds(stance.span, in: view.text)
    json.key("lexicon")
    json.value(stance.lexicon)
    json.key("hits")
    StanceJSON.write(stance.hits, in: view.text, to: &json)
    json.endObject()
  }

  /// Writes the array of hits, as the answers of `score` hold it too.
  public static func write(_ hits: [Stance.Hit], in text: Text, to json: inout JSONWriter) {
    json.beginArray()
    for hit in hits {
      json.beginObject()
      json.key("term")
      json.value(hit.term)
      json.key("weight")
      json.value(hit.weight)
      json.key("contribution")
      json.value(hit.contribution)
      json.key("role")
      json.value(hit.role)
      json.key("distance")
      json.value(hit.distance)
      json.bounds(hit.span, in: text)
      json.key("negated")
      json.value(hit.isNegated)
      json.endObject()
    }
    json.endArray()
  }
}
