import Documents

/// The stances of a document as JSON, each with the terms that made its score.
public struct StanceJSON {
  private let view: RecordView

  init(_ view: RecordView) { self.view = view }

  /// Writes the key `stances` and its array, after another key.
  func writeStances(_ json: inout JSONWriter) {
    json.fragment(#","stances":["#)
    var isFirst = true
    for stance in view.stances ?? [] {
      guard view.hasParties(stance), let statements = view.statements, let targets = view.targets else { continue }
      json.fragment(isFirst ? #"{"statement":"# : #",{"statement":"#)
      isFirst = false
      json.string(statements[stance.statement].id)
      json.fragment(#","holder":"#)
      json.string(view.link(ofStatement: stance.statement).flatMap { view.speakers?[$0.speaker].name })
      write(stance, targets[stance.target], to: &json)
    }
    json.fragment("]")
  }

  private func write(_ stance: Stance, _ target: Target, to json: inout JSONWriter) {
    json.fragment(#","target":{"id":"#)
    json.string(target.id)
    json.fragment(#","name":"#)
    json.string(target.name)
    json.fragment(#","type":"#)
    json.word(target.kind.rawValue)
    json.fragment(#","mentions":"#)
    json.spans(stance.mentions, in: view.text)
    json.fragment(#"},"stance":"#)
    json.word(stance.side.rawValue)
    json.fragment(#","score":"#)
    json.number(stance.score)
    json.bounds(stance.span, in: view.text, #","start":"#, #","end":"#, #","lexicon":"#)
    json.string(stance.lexicon)
    json.fragment(#","hits":["#)
    for (index, hit) in stance.hits.enumerated() {
      json.fragment(index == 0 ? #"{"term":"# : #",{"term":"#)
      StanceJSON.write(hit, in: view.text, to: &json)
    }
    json.fragment("]}")
  }

  private static func write(_ hit: Stance.Hit, in text: Text, to json: inout JSONWriter) {
    json.string(hit.term)
    json.fragment(#","weight":"#)
    json.number(hit.weight)
    json.fragment(#","contribution":"#)
    json.number(hit.contribution)
    json.fragment(#","role":"#)
    json.string(hit.role)
    json.fragment(#","distance":"#)
    json.number(hit.distance)
    json.bounds(hit.span, in: text, #","start":"#, #","end":"#, #","negated":"#)
    json.fragment(hit.isNegated ? "true}" : "false}")
  }

  /// Writes an array of hits as a value, as the answers of `score` hold it too.
  public static func write(_ hits: [Stance.Hit], in text: Text, to json: inout JSONWriter) {
    json.beginArray()
    for hit in hits {
      json.value(rawJSON: #"{"term":"#.utf8)
      write(hit, in: text, to: &json)
    }
    json.endArray()
  }
}
