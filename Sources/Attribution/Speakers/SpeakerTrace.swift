import Documents
import Lexicons

/// Says of each statement what its source was read as, and who else could have been its speaker.
struct SpeakerTrace {
  let document: AttributedArticle
  let reading: SpeakerReading
  let linker: SpeakerLinker
  let grammar: Grammar

  func write(to trace: Trace) {
    for (index, statement) in document.statements.enumerated() {
      let (what, candidates) = candidates(index, trace)
      trace.speakers.append(
        SpeakerNote(statement: statement.id, reading: what, candidates: candidates + bystanders(index, candidates)))
    }
  }

  private func candidates(_ index: Int, _ trace: Trace) -> (String, [SpeakerNote.Candidate]) {
    let statement = document.statements[index]
    if statement.kind == .authorial {
      return ("the article's own voice", [chosen(index, "the publication or the author", or: "neither is known")])
    }
    if statement.source.isEmpty {
      let reason = "goes on with the quotation before"
      return ("nobody is named", [chosen(index, reason, or: "no quotation before goes on here")])
    }
    switch linker.readings[index] {
    case .entity(let entity, let isFullName):
      return (
        isFullName ? "a name" : "a part of a name, an alias or a metonym",
        [chosen(index, "the head of the source names it")] + others(inSource: index, but: entity)
      )
    case .pronoun(let pronoun, let at):
      let found = trace.referents[at] ?? []
      let own = found.contains(where: \.isChosen) ? [] : [chosen(index, firstPerson(pronoun), or: "nobody before fits")]
      return ("the pronoun “\(reading.word(at))”", own + found)
    case .relative(let at):
      return (
        "the relative pronoun “\(reading.word(at))”",
        [chosen(index, "the noun that the clause hangs on", or: "the noun that it hangs on is no speaker")]
      )
    case .phrase(let core, _):
      let found = grammar.head(ofPhrase: core).flatMap { trace.referents[$0] } ?? []
      let isNew = linker.links[index].attribution == .anonymous
      let reason = isNew ? "the words of the source: nobody is named" : "the sentence says who that is"
      let isNobody = linker.links[index].attribution == .unresolved
      if isNobody { return ("a description", [chosen(index, "", or: "these words stand for nobody")]) }
      let own = found.isEmpty ? [chosen(index, reason)] : []
      return ("a description", own + found)
    case .name: return ("words with capitals that are no known name", [chosen(index, "taken as they stand")])
    case .nothing: return ("nothing", [chosen(index, "", or: "the source has no words")])
    }
  }

  private func firstPerson(_ pronoun: Pronoun) -> String {
    pronoun == .i ? "whose words stand here: a quotation's speaker, who has the floor, the author" : "the text before"
  }

  /// The speaker that the statement has.
  private func chosen(_ index: Int, _ reason: String, or otherwise: String = "") -> SpeakerNote.Candidate {
    let link = linker.links[index]
    let name = link.attribution == .unresolved ? nil : linker.speakers[link.speaker].name
    return .init(name: name ?? "nobody", isChosen: true, reason: name == nil ? otherwise : reason)
  }

  /// Others whom the source names.
  private func others(inSource index: Int, but entity: Int) -> [SpeakerNote.Candidate] {
    names(in: linker.sources[index], without: [linker.chains.entities[entity].name]).map {
      .init(name: $0, reason: "in the source, but not its head")
    }
  }

  /// Others whom the cue's sentence names, who stand outside the source.
  private func bystanders(_ index: Int, _ known: [SpeakerNote.Candidate]) -> [SpeakerNote.Candidate] {
    let source = linker.sources[index]
    guard let cue = source.first, let number = reading.document.sentence(ofToken: cue) else { return [] }
    let sentence = reading.document.sentences[number].tokens
    let outside = sentence.filter { !source.contains($0) }
    let finder = document.statements[index].rule
    return names(in: outside, without: known.map(\.name)).map {
      .init(name: $0, reason: "outside the source (found by: \(finder))")
    }
  }

  /// Names of entities in a range of tokens, in text order, each once.
  private func names(in tokens: some Sequence<Int>, without known: [String]) -> [String] {
    var names: [String] = []
    for token in tokens {
      guard let entity = linker.chains.entity(at: token), case let name = linker.chains.entities[entity].name,
        !names.contains(name), !known.contains(name)
      else { continue }
      if case .place = linker.chains.entities[entity].kind { continue }
      names.append(name)
    }
    return names
  }
}
