import Documents

/// An ``Explanation`` for people, in colours where a terminal shows them.
public struct ExplanationText {
  private let explanation: Explanation
  private let view: RecordView
  private let ink: Ink
  private var lines: [String] = []

  public init(_ explanation: Explanation, isColoured: Bool = false) {
    self.explanation = explanation
    view = explanation.view
    ink = Ink(isColoured: isColoured)
  }

  /// - Parameter sentence: a sentence's number from 0; `nil` for all.
  public mutating func text(sentence: Int? = nil) -> String {
    lines.removeAll()
    for sentence in explanation.sentences(only: sentence) { write(sentence) }
    return lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
  }

  private mutating func add(_ indent: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: indent) + text)
  }

  private mutating func write(_ sentence: Explanation.Sentence) {
    let kind = explanation.kind(of: sentence.sentence).rawValue
    add(
      0,
      ink.heading("\(view.path), sentence \(sentence.number)")
        + ink.faint("  \(kind), \(place(sentence.sentence.span))"))
    add(1, quoted([sentence.sentence.span]))
    writeTokens(sentence.sentence.tokens)
    if !sentence.cues.isEmpty { add(1, ink.heading("words that may attribute")) }
    for cue in sentence.cues { write(cue) }
    for index in sentence.statements { write(statement: index) }
    if !sentence.names.isEmpty { add(1, ink.heading("terms that are names here")) }
    for term in sentence.names { add(2, "\(term.term) \(ink.faint(place(term.span)))") }
    add(0, "")
  }

  // MARK: Tokens

  private mutating func writeTokens(_ tokens: Range<Int>) {
    guard let syntax = view.syntax else {
      add(1, ink.heading("tokens") + ink.faint(" (no tree: the pipeline has no `parse`, or the language no model)"))
      return add(2, tokens.map { explanation.text(of: $0..<($0 + 1)) }.joined(separator: " · "))
    }
    add(1, ink.heading("tokens") + ink.faint(" number, form, lemma, tags, head, relation"))
    let rows = tokens.map { token in
      let head = Int(syntax.heads[token])
      return [
        "\(token - tokens.lowerBound + 1)", explanation.text(of: token..<(token + 1)), syntax.lemmas[token],
        syntax.tags[token].name, syntax.fineTags[token].name, "\(head < 0 ? 0 : head - tokens.lowerBound + 1)",
        syntax.relations[token].name,
      ]
    }
    for row in aligned(rows) { add(2, row) }
  }

  // MARK: Cues

  private mutating func write(_ cue: CueNote) {
    let probability = (cue.finder == "learned" ? "probability " : "weight in the lexicon ") + number(cue.probability)
    let finder = cue.finder == "learned" ? "" : "  \(cue.finder)"
    let confidence = cue.confidence.map { "  confidence \(number($0))" } ?? ""
    let outcome = cue.lost.map { ink.faint("  ✗ \($0)") } ?? "  ✓"
    add(2, ink.marked(explanation.text(of: cue.tokens)) + "  \(probability)\(finder)\(confidence)\(outcome)")
    // Of a word that is hardly a cue nobody wants to know what else it might have said.
    guard cue.lost == nil || cue.confidence != nil else { return }
    write(cue.contents, "content", none: "nothing")
    write(cue.sources, "source", none: "nobody")
  }

  private mutating func write(_ choices: [CueNote.Choice], _ what: String, none: String) {
    for choice in choices {
      let text = choice.tokens.isEmpty ? none : quoted(choice.tokens.map(explanation.span))
      let line = "\(choice.isChosen ? "✓" : "✗") \(what) \(signed(choice.score)) \(text)"
      add(3, choice.isChosen ? line : ink.faint(line))
    }
  }

  // MARK: Statements

  private mutating func write(statement index: Int) {
    guard let statement = view.statements?[index] else { return }
    let claim = [statement.claimType?.rawValue, statement.modality.rawValue].compactMap(\.self).joined(separator: ", ")
    add(
      1,
      ink.heading("statement \(index)")
        + "  \(statement.kind.rawValue)  \(claim)  confidence \(number(statement.confidence))  by \(statement.rule)"
        + (statement.parent == nil ? "" : "  inside another"))
    if !statement.source.isEmpty { add(2, "source  \(quoted(statement.source))") }
    if !statement.cue.isEmpty { add(2, "cue     \(quoted(statement.cue))") }
    add(2, "content \(quoted(statement.content)) \(ink.faint(statement.content.map(place).joined(separator: ";")))")
    writeSpeaker(of: statement, index)
    for (stance, target, note) in explanation.stances(ofStatement: index) { write(stance, target, note) }
    for target in explanation.unscored(in: statement) {
      add(2, ink.faint("no stance to \(target.target): \(target.reason)"))
    }
  }

  private mutating func writeSpeaker(of statement: Statement, _ index: Int) {
    guard let (link, speaker) = view.speaker(ofStatement: index) else { return }
    let role = speaker.role.map { ", \($0)" } ?? ""
    let name = ink.heading(link.attribution == .unresolved ? "nobody" : speaker.name ?? "nobody")
    add(
      2,
      "speaker \(name)\(role)  \(speaker.kind.rawValue), \(link.attribution.rawValue)  confidence \(number(link.confidence))"
    )
    guard let note = explanation.speakerNote(of: statement) else {
      if statement.kind == .act { add(3, ink.faint("the subject of the deed")) }
      return
    }
    add(3, ink.faint("the source is read as \(note.reading)"))
    for candidate in note.candidates {
      let score = candidate.score.map { " \(number($0))" } ?? ""
      let line = "\(candidate.isChosen ? "✓" : "✗") \(candidate.name)\(score): \(candidate.reason)"
      add(3, candidate.isChosen ? line : ink.faint(line))
    }
  }

  // MARK: Stances

  private mutating func write(_ stance: Stance, _ target: Target, _ note: StanceNote) {
    let side = coloured("\(stance.side.rawValue) \(signed(stance.score))", stance.side)
    let mentions = ink.faint("\(stance.lexicon), \(quoted(stance.mentions))")
    add(2, "stance to \(ink.heading(target.name))  \(side)  \(mentions)")
    if let silence = note.silence { add(3, silence) }
    for (hit, factors) in zip(stance.hits, note.hits) { add(3, line(hit, factors)) }
    if !stance.hits.isEmpty {
      add(3, "sum \(signed(note.sum)); score = \(note.formula) = \(signed(stance.score))")
    }
    if let overruled = note.overruled { add(3, "neutral: \(overruled)") }
    if let surest = note.settledBy {
      add(3, "takes its side with so small a score since the article has \(signed(surest)) for the same two elsewhere")
    }
    for term in note.passed { add(3, ink.faint("✗ \(term.term) \(place(term.span)): \(term.reason)")) }
    if let learned = note.learned { write(learned) }
  }

  private func line(_ hit: Stance.Hit, _ note: HitNote) -> String {
    var factors = "weight \(signed(hit.weight))"
    if note.negation != 1 { factors += " × negation \(number(note.negation))" }
    if note.intensity != 1 { factors += " × intensity \(number(note.intensity))" }
    if note.decay != 1 { factors += " × distance \(number(note.decay))" }
    let side: Stance.Side = hit.contribution > 0 ? .favor : hit.contribution < 0 ? .against : .neutral
    let steps = note.steps.map { ", \($0) \($0 == 1 ? "step" : "steps") in the tree" } ?? ""
    let words = "\(hit.distance) \(hit.distance == 1 ? "word" : "words") off\(steps)"
    return "✓ \(hit.term) \(place(hit.span))  \(hit.role), \(words): \(factors) = "
      + coloured(signed(hit.contribution), side)
  }

  /// Parts that a reader may care for.
  private static let shownParts = 8

  private mutating func write(_ learned: LearnedNote) {
    add(
      3,
      "the learned scorer (\(learned.model)), asked of the sentence: favor \(number(learned.favor)) − against "
        + "\(number(learned.against)) = \(signed(learned.favor - learned.against))"
        + ink.faint(
          "; neutral \(number(1 - learned.favor - learned.against)), a side counts "
            + "\(number(learned.weights.favor)) and \(number(learned.weights.against)) times"))
    for part in learned.parts.prefix(Self.shownParts) {
      let side: Stance.Side = part.contribution > 0 ? .favor : .against
      let word = part.word.isEmpty ? "the sentence as a whole" : part.word
      add(4, "\(coloured(signed(part.contribution), side)) \(word) \(ink.faint("(\(part.kind))"))")
    }
  }

  // MARK: Words

  private func coloured(_ text: String, _ side: Stance.Side) -> String {
    switch side {
    case .favor: ink.favor(text)
    case .against: ink.against(text)
    case .neutral: text
    }
  }

  private func quoted(_ spans: [Span]) -> String {
    let text = spans.map(view.text.string).joined(separator: StatementColumns.gap)
    return "\"" + text.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "\""
  }

  /// In code points.
  private func place(_ span: Span) -> String {
    "\(view.text.scalarOffset(ofByte: span.start))-\(view.text.scalarOffset(ofByte: span.end))"
  }

  /// Up to four decimals.
  private func number(_ value: Double) -> String {
    var buffer = ByteBuffer()
    _ = buffer.append(fixed: value)
    var bytes = buffer.take()
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + number(value) }

  private func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
