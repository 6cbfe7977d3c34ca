import Documents

/// An ``Explanation`` as one line of JSON for programs. Offsets are code points into the article's text.
public struct ExplanationJSON: ~Copyable {
  private let explanation: Explanation
  private let view: RecordView
  private var json = JSONWriter()

  public init(_ explanation: Explanation) {
    self.explanation = explanation
    view = explanation.view
  }

  /// - Parameter sentence: a sentence's number from 0; `nil` for all.
  /// - Returns: the object and its line end.
  public mutating func line(sentence: Int? = nil) -> [UInt8] {
    json.removeAll()
    json.beginObject()
    write("id", view.id)
    write("path", view.path)
    json.key("sentences")
    json.beginArray()
    for sentence in explanation.sentences(only: sentence) { write(sentence) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private mutating func write(_ sentence: Explanation.Sentence) {
    json.beginObject()
    json.key("sentence")
    json.value(sentence.number)
    write(sentence.sentence.span)
    write("kind", explanation.kind(of: sentence.sentence).rawValue)
    write("text", view.text.string(sentence.sentence.span))
    json.key("tokens")
    json.beginArray()
    for token in sentence.sentence.tokens { write(token: token, from: sentence.sentence.tokens.lowerBound) }
    json.endArray()
    json.key("cues")
    json.beginArray()
    for cue in sentence.cues { write(cue) }
    json.endArray()
    json.key("statements")
    json.beginArray()
    for index in sentence.statements { write(statement: index) }
    json.endArray()
    json.key("passed_terms")
    write(sentence.names)
    json.endObject()
  }

  /// Counts tokens from 1 within the sentence, as CoNLL-U does; a root's head is 0.
  private mutating func write(token: Int, from first: Int) {
    json.beginObject()
    json.key("id")
    json.value(token - first + 1)
    let span = explanation.span(of: token..<(token + 1))
    write(span)
    write("form", view.text.string(span))
    let syntax = view.syntax
    write("lemma", syntax?.lemmas[token])
    write("tag", syntax?.tags[token].name)
    write("fine_tag", syntax?.fineTags[token].name)
    json.key("head")
    if let head = syntax?.heads[token] { json.value(head < 0 ? 0 : Int(head) - first + 1) } else { json.null() }
    write("relation", syntax?.relations[token].name)
    json.endObject()
  }

  private mutating func write(_ cue: CueNote) {
    json.beginObject()
    write("text", explanation.text(of: cue.tokens))
    write(explanation.span(of: cue.tokens))
    write("finder", cue.finder)
    write("probability", cue.probability)
    write("confidence", cue.confidence)
    write("lost", cue.lost)
    write("contents", cue.contents)
    write("sources", cue.sources)
    json.endObject()
  }

  private mutating func write(_ key: String, _ choices: [CueNote.Choice]) {
    json.key(key)
    json.beginArray()
    for choice in choices {
      json.beginObject()
      json.key("spans")
      write(choice.tokens.map(explanation.span))
      write("text", choice.tokens.map(explanation.text).joined(separator: StatementColumns.gap))
      write("score", choice.score)
      json.key("chosen")
      json.value(choice.isChosen)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func write(statement index: Int) {
    guard let statement = view.statements?[index] else { return }
    json.beginObject()
    write("id", statement.id)
    write("parent", statement.parent)
    write("type", statement.kind.rawValue)
    for (key, spans) in [("source", statement.source), ("cue", statement.cue), ("content", statement.content)] {
      json.key(key)
      write(spans)
    }
    write("claim_type", statement.claimType?.rawValue)
    write("modality", statement.modality.rawValue)
    write("confidence", statement.confidence)
    write("rule", statement.rule)
    let found = view.speaker(ofStatement: index)
    write("speaker", found?.speaker.name)
    write("speaker_id", found?.speaker.id)
    write("attribution", found?.link.attribution.rawValue)
    write("speaker_confidence", found?.link.confidence)
    let note = explanation.speakerNote(of: statement)
    write("source_reading", note?.reading)
    json.key("speaker_candidates")
    json.beginArray()
    for candidate in note?.candidates ?? [] {
      json.beginObject()
      write("name", candidate.name)
      write("score", candidate.score)
      json.key("chosen")
      json.value(candidate.isChosen)
      write("reason", candidate.reason)
      json.endObject()
    }
    json.endArray()
    json.key("stances")
    json.beginArray()
    for (stance, target, note) in explanation.stances(ofStatement: index) { write(stance, target, note) }
    json.endArray()
    json.key("passed_targets")
    json.beginArray()
    for target in explanation.unscored(in: statement) {
      json.beginObject()
      write("target", target.target)
      write("reason", target.reason)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ stance: Stance, _ target: Target, _ note: StanceNote) {
    json.beginObject()
    write("target", target.name)
    write("target_id", target.id)
    json.key("mentions")
    write(stance.mentions)
    write("stance", stance.side.rawValue)
    write("score", stance.score)
    write("sum", note.sum)
    write("formula", note.formula)
    write("lexicon", stance.lexicon)
    json.key("hits")
    json.beginArray()
    for (hit, factors) in zip(stance.hits, note.hits) { write(hit, factors) }
    json.endArray()
    write("silence", note.silence)
    write("overruled", note.overruled)
    write("settled_by", note.settledBy)
    json.key("passed_terms")
    write(note.passed)
    json.key("learned")
    if let learned = note.learned { write(learned) } else { json.null() }
    json.endObject()
  }

  private mutating func write(_ hit: Stance.Hit, _ note: HitNote) {
    json.beginObject()
    write("term", hit.term)
    write(hit.span)
    write("role", hit.role)
    json.key("distance")
    json.value(hit.distance)
    json.key("tree_distance")
    if let steps = note.steps { json.value(steps) } else { json.null() }
    json.key("negated")
    json.value(hit.isNegated)
    write("weight", hit.weight)
    write("negation", note.negation)
    write("intensity", note.intensity)
    write("decay", note.decay)
    write("contribution", hit.contribution)
    json.endObject()
  }

  private mutating func write(_ learned: LearnedNote) {
    json.beginObject()
    write("model", learned.model)
    write("favor", learned.favor)
    write("against", learned.against)
    write("weight_favor", learned.weights.favor)
    write("weight_against", learned.weights.against)
    json.key("contributions")
    json.beginArray()
    for part in learned.parts {
      json.beginObject()
      write("word", part.word)
      json.key("span")
      write(part.span.map { [$0] } ?? [])
      write("kind", part.kind)
      write("contribution", part.contribution)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ terms: [PassedTerm]) {
    json.beginArray()
    for term in terms {
      json.beginObject()
      write("term", term.term)
      write(term.span)
      write("reason", term.reason)
      json.endObject()
    }
    json.endArray()
  }

  // MARK: Values

  private mutating func write(_ key: String, _ text: String?) {
    json.key(key)
    json.value(text)
  }

  private mutating func write(_ key: String, _ number: Double?) {
    json.key(key)
    if let number { json.value(number) } else { json.null() }
  }

  private mutating func write(_ span: Span) {
    json.key("start")
    json.value(view.text.scalarOffset(ofByte: span.start))
    json.key("end")
    json.value(view.text.scalarOffset(ofByte: span.end))
  }

  private mutating func write(_ spans: [Span]) {
    json.beginArray()
    for span in spans {
      json.beginArray()
      json.value(view.text.scalarOffset(ofByte: span.start))
      json.value(view.text.scalarOffset(ofByte: span.end))
      json.endArray()
    }
    json.endArray()
  }
}
