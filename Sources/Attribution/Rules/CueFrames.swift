import Documents
import Lexicons
import Linguistics

/// Reads each cue of a unit with what stands around it: source, content, and whether that makes an attribution.
struct CueFrames {
  let reading: Reading
  let words: FunctionWords
  let cues: CueLexicon
  private let sources: SourceFinder
  private let contents: ContentFinder

  init(reading: Reading, words: FunctionWords, cues: CueLexicon) {
    self.reading = reading
    self.words = words
    self.cues = cues
    sources = SourceFinder(reading: reading, words: words)
    contents = ContentFinder(reading: reading, words: words)
  }

  /// The attributions of a unit, in the order of their cues.
  func candidates(in unit: Unit) -> [Candidate] {
    var found: [Candidate] = []
    var index = unit.tokens.lowerBound
    while index < unit.tokens.upperBound {
      guard let match = reading.cue(at: index), !reading.isQuoted(index) else {
        index += 1
        continue
      }
      if let candidate = candidate(match, in: unit, after: found) { found.append(candidate) }
      index = match.tokens.upperBound
    }
    return found
  }

  private func candidate(_ match: TermIndex.Match, in unit: Unit, after found: [Candidate]) -> Candidate? {
    let cue = cues.cue(match.entry)
    switch cue.part {
    case .verb: return verb(match, cue, in: unit, after: found)
    case .preposition, .phrase: return preposition(match, cue, in: unit)
    case .noun: return noun(match, cue, in: unit)
    case .adjective: return adjective(match, cue, in: unit)
    case .adverb: return nil
    }
  }

  // MARK: Verbs

  private func verb(
    _ match: TermIndex.Match, _ cue: CueLexicon.Cue, in unit: Unit, after found: [Candidate]
  ) -> Candidate? {
    let start = match.tokens.lowerBound
    let end = match.tokens.upperBound
    guard reading.tags[start] == .verb || reading.tags[start] == .aux && cue.weight > 0.9,
      !isPassive(start, match.form, in: unit)
    else { return nil }
    let limit = contents.end(of: unit)
    var source: Range<Int>?
    var attributionStart = start
    switch sources.subject(before: start, notBefore: unit.tokens.lowerBound) {
    case .phrase(let phrase):
      source = phrase
      attributionStart = phrase.lowerBound
    case .relative(let pronoun):
      source = pronoun..<(pronoun + 1)
      attributionStart = pronoun
    case .shared:
      if let inverted = inverted(match, cue, in: unit, limit) { return inverted }
      source = sharedSource(before: start, in: unit, found)
    case .none:
      if let inverted = inverted(match, cue, in: unit, limit) { return inverted }
      if match.form == .presentParticiple || match.form == .base {
        source = sharedSource(before: start, in: unit, found)
      }
      if source == nil { return nil }
    }
    if let source, reading.isQuoted(source.lowerBound) { return nil }
    let before = match.form == .presentParticiple ? nil : contents.content(before: attributionStart, in: unit)
    if let before, cue.takes.contains(.quote) || cue.takes.contains(.clause), cue.weight >= 0.4 {
      return make(
        source, match, cue, [before] + (rest(after: end, in: unit, limit) ?? []), "before-source", 0.85, unit)
    }
    return behind(match, cue, source, in: unit, isShared: attributionStart == start)
  }

  /// Source and content for a cue whose content stands behind it.
  private func behind(
    _ match: TermIndex.Match, _ cue: CueLexicon.Cue, _ source: Range<Int>?, in unit: Unit, isShared: Bool
  ) -> Candidate? {
    let end = match.tokens.upperBound
    guard let content = contents.content(after: end, in: unit, addressee: cue.takes.contains(.addressee)) else {
      return nil
    }
    let penalty = isShared ? 0.1 : 0
    switch content {
    case .quote(let range):
      guard cue.weight >= 0.25 else { return nil }
      return make(source, match, cue, [range], "quote-behind", 0.85 - penalty, unit)
    case .that(let range):
      guard cue.takes.contains(.clause), cue.weight >= 0.3, contents.isClause(range) else { return nil }
      return make(source, match, cue, [range], "that-clause", 0.85 - penalty, unit)
    case .clause(let range):
      guard cue.takes.contains(.clause), cue.weight >= 0.55 else { return nil }
      return make(source, match, cue, [range], "bare-clause", 0.7 - penalty, unit)
    case .infinitive(let range):
      guard cue.takes.contains(.infinitive), cue.weight >= 0.4 else { return nil }
      return make(source, match, cue, [range], "infinitive", 0.65 - penalty, unit)
    case .object(let range):
      guard cue.takes.contains(.object), cue.weight >= 0.6, takesSides(cue),
        reading.contains(range, tag: .noun, .propn),
        source.map(isNamed) ?? false
      else { return nil }
      return make(source, match, cue, [range], "object", 0.5 - penalty, unit)
    }
  }

  /// Cues whose object is a content by itself: *criticised the deal*.
  private func takesSides(_ cue: CueLexicon.Cue) -> Bool {
    switch cue.cueClass {
    case .criticise, .praise, .accuse, .support, .oppose, .urge, .reject, .deny, .call, .doubt, .fear, .promise: true
    default: cue.weight >= 0.8
    }
  }

  private func isNamed(_ source: Range<Int>) -> Bool {
    source.contains { reading.isCapitalised($0) || reading.tags[$0] == .pron }
  }

  /// `…, said X, professor of Y`.
  private func inverted(_ match: TermIndex.Match, _ cue: CueLexicon.Cue, in unit: Unit, _ limit: Int) -> Candidate? {
    let start = match.tokens.lowerBound
    guard match.form == .past || match.form == .thirdPerson || match.form == .pastParticiple else { return nil }
    guard cue.takes.contains(.quote) || cue.takes.contains(.clause),
      let before = contents.content(before: start, in: unit),
      let source = sources.phrase(after: match.tokens.upperBound, before: limit)
    else { return nil }
    return make(
      source, match, cue, [before] + (rest(after: source.upperBound, in: unit, limit) ?? []), "inverted", 0.85, unit)
  }

  /// What goes on behind an attribution in mid-sentence: `“A,” he said, “B”`, or `“A,” he said. “B.”` in one unit.
  private func rest(after end: Int, in unit: Unit, _ limit: Int) -> [Range<Int>]? {
    var index = end
    while index < unit.tokens.upperBound, !reading.isQuoted(index) {
      if reading.isComma(index) {
        let next = index + 1
        guard next < limit else { return nil }
        if reading.isQuoted(next) {
          index = next
          break
        }
        // A lower-case clause goes on, but a participle begins something else.
        let stop = contents.statementEnd(from: index, unit, limit)
        if stop == index || reading.tags[next] == .verb || reading.tags[next] == .adv { return nil }
        if reading.tags[next] == .cconj, contents.isClause(next..<stop) { return [next..<stop] }
        return nil
      }
      index += 1
    }
    guard index < unit.tokens.upperBound else { return nil }
    var stop = index
    while stop < unit.tokens.upperBound, reading.quotationOf[stop] == reading.quotationOf[index] { stop += 1 }
    guard index - end <= 12 else { return nil }
    return [index..<stop]
  }

  /// The subject of the verb that this one is coordinated with or depends on.
  private func sharedSource(before cue: Int, in unit: Unit, _ found: [Candidate]) -> Range<Int>? {
    if let last = found.last(where: { $0.source != nil && $0.cue.upperBound <= cue }) { return last.source }
    // The first verb of the unit outside quotations, and its subject.
    for index in unit.tokens where index < cue && !reading.isQuoted(index) {
      guard reading.tags[index] == .verb || reading.tags[index] == .aux else { continue }
      if case .phrase(let phrase) = sources.subject(before: index, notBefore: unit.tokens.lowerBound) { return phrase }
    }
    return nil
  }

  /// *Nothing is known*, *is seen as*: no source stands where a subject would.
  private func isPassive(_ start: Int, _ form: Inflection.Form, in unit: Unit) -> Bool {
    guard form == .past || form == .pastParticiple else { return false }
    var index = start - 1
    while index >= unit.tokens.lowerBound,
      reading.tags[index] == .adv || words.contains(reading.ids[index], in: .negations)
    {
      index -= 1
    }
    guard index >= unit.tokens.lowerBound else { return false }
    return ["is", "are", "was", "were", "be", "been", "being"].contains { reading.token(index, is: $0) }
  }

  // MARK: Other cues

  /// `according to X, …` and `…, according to X`.
  private func preposition(_ match: TermIndex.Match, _ cue: CueLexicon.Cue, in unit: Unit) -> Candidate? {
    let limit = contents.end(of: unit)
    let start = match.tokens.lowerBound
    // In front of its content the phrase ends at the first comma, behind it an apposition may follow.
    guard cue.weight >= 0.5,
      let source = sources.phrase(
        after: match.tokens.upperBound, before: limit, withApposition: start > unit.tokens.lowerBound)
    else { return nil }
    if start > unit.tokens.lowerBound,
      let before = contents.content(before: start, in: unit) ?? clauseBefore(start, unit)
    {
      return make(source, match, cue, [before], "according-to", 0.8, unit)
    }
    var next = source.upperBound
    // "According to a paper seen by the Tribune, …": a participle may stand before the comma.
    while next < limit, !reading.isComma(next), next - source.upperBound < 12, !reading.isMark(next) { next += 1 }
    guard next < limit, reading.isComma(next) else { return nil }
    let content = (next + 1)..<contents.statementEnd(from: next + 1, unit, limit)
    guard contents.isClause(content) else { return nil }
    return make(source.lowerBound..<next, match, cue, [content], "according-to", 0.8, unit)
  }

  /// A clause that goes on into *according to* without a comma.
  private func clauseBefore(_ end: Int, _ unit: Unit) -> Range<Int>? {
    let start = contents.skippingConjunction(unit.tokens.lowerBound, end)
    let range = start..<end
    return contents.isClause(range) ? range : nil
  }

  /// `X's claim that …`, `the claim by X that …`, `X said in a statement` is left to the verb.
  private func noun(_ match: TermIndex.Match, _ cue: CueLexicon.Cue, in unit: Unit) -> Candidate? {
    let limit = contents.end(of: unit)
    let end = match.tokens.upperBound
    guard cue.takes.contains(.clause), cue.weight >= 0.3, end < limit, reading.token(end, is: "that") else {
      return nil
    }
    let range = end..<contents.statementEnd(from: end, unit, limit)
    guard contents.isClause(range) else { return nil }
    let before = match.tokens.lowerBound - 1
    var source: Range<Int>?
    if before >= unit.tokens.lowerBound {
      if reading.tags[before] == .part, before - 1 >= unit.tokens.lowerBound, reading.tags[before - 1].isNominal {
        source = sources.phrase(endingAt: before - 1, notBefore: unit.tokens.lowerBound).lowerBound..<(before + 1)
      } else if isPossessivePronoun(before) {
        source = before..<(before + 1)
      }
    }
    return make(source, match, cue, [range], "noun-that", source == nil ? 0.35 : 0.6, unit)
  }

  private func isPossessivePronoun(_ index: Int) -> Bool {
    ["his", "her", "their", "its", "my", "our", "your"].contains { reading.token(index, is: $0) }
  }

  /// `X is confident that …`.
  private func adjective(_ match: TermIndex.Match, _ cue: CueLexicon.Cue, in unit: Unit) -> Candidate? {
    let limit = contents.end(of: unit)
    let end = match.tokens.upperBound
    guard cue.weight >= 0.3, end < limit, reading.token(end, is: "that") else { return nil }
    guard case .phrase(let source) = sources.subject(before: match.tokens.lowerBound, notBefore: unit.tokens.lowerBound)
    else { return nil }
    let range = end..<contents.statementEnd(from: end, unit, limit)
    guard contents.isClause(range) else { return nil }
    return make(source, match, cue, [range], "adjective-that", 0.6, unit)
  }

  private func make(
    _ source: Range<Int>?, _ match: TermIndex.Match, _ cue: CueLexicon.Cue, _ content: [Range<Int>], _ rule: String,
    _ base: Double, _ unit: Unit
  ) -> Candidate? {
    let content = content.filter { !$0.isEmpty }
    guard !content.isEmpty else { return nil }
    if let source, isEmptySubject(source) { return nil }
    return Candidate(
      source: source, cue: match.tokens, content: content, entry: match.entry, rule: rule,
      confidence: base * (0.6 + 0.4 * cue.weight), block: unit.block)
  }

  /// Empty *it* and *there* are no sources.
  private func isEmptySubject(_ source: Range<Int>) -> Bool {
    guard source.count == 1, let index = source.first else { return false }
    return ["it", "It", "there", "There", "this", "This", "that", "That", "which", "what"].contains {
      reading.token(index, is: $0)
    }
  }
}
