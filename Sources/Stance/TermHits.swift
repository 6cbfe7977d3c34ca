import Documents
import Lexicons
import Linguistics

/// A term of a stance lexicon in the text, with what stands around it.
struct TermHit {
  var tokens: Range<Int>
  var polarity: RolePolarity
  var term: String
  var isVerb: Bool
  var isPassive: Bool
  /// From negation, 1 where there is none.
  var negation: Double
  var intensity: Double

  var unnegated: TermHit {
    var term = self
    term.negation = 1
    return term
  }
}

/// Finds the terms of a stance lexicon in a statement, with negation and intensity. A class, since every statement's
/// scorer holds it.
final class TermHits {
  let reading: StanceReading
  let lexicon: StanceLexicon
  /// Verbs of saying that take sides themselves (*condemned X*), where nobody else looks for them.
  let cues: CueLexicon?
  let negators: WordList
  let intensifiers: WordList
  let words: FunctionWords
  let trace: Trace?

  init(
    reading: StanceReading, lexicon: StanceLexicon, cues: CueLexicon?, negators: WordList, intensifiers: WordList,
    words: FunctionWords, trace: Trace? = nil
  ) {
    self.reading = reading
    self.lexicon = lexicon
    self.cues = cues
    self.negators = negators
    self.intensifiers = intensifiers
    self.words = words
    self.trace = trace
  }

  /// Terms in a range of tokens, the longest at each place; names are no sentiment words.
  func hits(in range: Range<Int>) -> [TermHit] {
    var found: [TermHit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let match = best(at: index, range.upperBound) else {
        if cues != nil, let cue = cue(at: index, in: range) { found.append(cue) }
        index += 1
        continue
      }
      if isName(match.tokens) {
        trace?.names.append(
          PassedTerm(
            term: lexicon.term(match.entry).text, span: reading.span(match.tokens), reason: "a name is no term"))
      } else if let hit = hit(match, in: range) {
        found.append(hit)
      }
      index = match.tokens.upperBound
    }
    return found
  }

  /// The longest term; of several with one form the one whose part of speech fits the tag.
  private func best(at index: Int, _ limit: Int) -> TermIndex.Match? {
    var best: TermIndex.Match?
    guard lexicon.index.mayBegin(reading.ids[index]) else { return nil }
    lexicon.index.matches(in: reading.ids, at: index, limit: limit) { match in
      guard match.tokens.count > best?.tokens.count ?? 0, fits(lexicon.part(of: match.entry), match) else { return }
      best = match
    }
    return best
  }

  private func cue(at index: Int, in range: Range<Int>) -> TermHit? {
    guard let cues, reading.tags[index] == .verb else { return nil }
    var best: TermIndex.Match?
    cues.index.matches(in: reading.ids, at: index, limit: range.upperBound) { match in
      if match.tokens.count > best?.tokens.count ?? 0 { best = match }
    }
    guard let best, cues.cue(best.entry).part == .verb, !cues.cue(best.entry).polarity.isEmpty else { return nil }
    return hit(best, cues.cue(best.entry).polarity, cues.cue(best.entry).term, .verb, in: range)
  }

  private func fits(_ part: PartOfSpeech?, _ match: TermIndex.Match) -> Bool {
    guard match.tokens.count == 1, let part else { return true }
    let tag = reading.tags[match.tokens.lowerBound]
    switch part {
    case .verb: return tag == .verb || tag == .aux
    case .noun: return tag == .noun || tag == .propn
    // Participles: *failed*, *corrupting* are tagged either way, but *concerning the peninsula* is a preposition.
    case .adjective where tag == .verb && beginsPhrase(match.tokens.upperBound): return false
    case .adjective:
      return tag == .adj || tag == .verb || tag == .noun && reading.segmented.syntax == nil
    case .adverb: return tag == .adv || tag == .adj
    case .preposition, .phrase: return true
    }
  }

  private func beginsPhrase(_ index: Int) -> Bool {
    index < reading.tags.count && [.det, .propn, .pron].contains(reading.tags[index])
  }

  private func isName(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { reading.targetOf[$0] >= 0 }
      || tokens.count == 1 && reading.tags[tokens.lowerBound] == .propn
  }

  private func hit(_ match: TermIndex.Match, in range: Range<Int>) -> TermHit? {
    let term = lexicon.term(match.entry)
    guard !term.polarity.isEmpty else { return nil }
    return hit(match, term.polarity, term.text, term.part, in: range)
  }

  private func hit(
    _ match: TermIndex.Match, _ polarity: RolePolarity, _ text: String, _ part: PartOfSpeech?, in range: Range<Int>
  ) -> TermHit {
    let start = match.tokens.lowerBound
    let isVerb = part == .verb
    return TermHit(
      tokens: match.tokens, polarity: polarity, term: text, isVerb: isVerb,
      isPassive: isVerb && (match.form == .past || match.form == .pastParticiple) && followsBe(start, range),
      negation: negation(of: match.tokens, in: range), intensity: intensity(before: start, in: range))
  }

  private func followsBe(_ index: Int, _ range: Range<Int>) -> Bool {
    var before = index - 1
    while before >= range.lowerBound, reading.tags[before] == .adv { before -= 1 }
    guard before >= range.lowerBound else { return false }
    return ["is", "are", "was", "were", "be", "been", "being", "'s", "’s"].contains {
      reading.token(before, is: $0)
    }
  }

  /// The strongest negator whose scope reaches a term: up to five tokens before it in its clause.
  private func negation(of tokens: Range<Int>, in range: Range<Int>) -> Double {
    var index = tokens.lowerBound - 1
    let first = max(range.lowerBound, tokens.lowerBound - 5)
    while index >= first {
      if isClauseEnd(index) { return 1 }
      if words.contains(reading.ids[index], in: .negations) { return -0.8 }
      var factor: Double?
      var isVerb = false
      negators.index.matches(in: reading.ids, at: index, limit: tokens.lowerBound) { match in
        let entry = negators.entry(match.entry)
        // *in the end* ends nothing.
        guard entry.detail != "left", entry.part != .verb || [.verb, .aux].contains(reading.tags[index]) else { return }
        factor = entry.number ?? -0.8
        isVerb = entry.part == .verb
      }
      // *Nobody doubted her word*, *never failed to help*: two negations are none.
      if let factor { return isVerb && factor < 0 && isNegated(index, in: range) ? -factor : factor }
      index -= 1
    }
    return 1
  }

  /// Whether a negation stands up to five tokens before a verb in its clause.
  private func isNegated(_ verb: Int, in range: Range<Int>) -> Bool {
    (max(range.lowerBound, verb - 5)..<verb).reversed().prefix { !isClauseEnd($0) }.contains { index in
      var negates = words.contains(reading.ids[index], in: .negations)
      negators.index.matches(in: reading.ids, at: index, limit: verb) { match in
        let entry = negators.entry(match.entry)
        if entry.part != .verb, entry.detail != "left", entry.number ?? -0.8 < 0 { negates = true }
      }
      return negates
    }
  }

  private func isClauseEnd(_ index: Int) -> Bool {
    reading.tags[index] == .punct && !reading.token(index, is: "-") || reading.token(index, is: "but")
      || reading.token(index, is: "because") || reading.token(index, is: "although")
  }

  private func intensity(before start: Int, in range: Range<Int>) -> Double {
    for back in 1...2 where start - back >= range.lowerBound {
      var factor: Double?
      intensifiers.index.matches(in: reading.ids, at: start - back, limit: start) { match in
        if match.tokens.upperBound == start { factor = intensifiers.entry(match.entry).number }
      }
      if let factor { return factor }
    }
    return 1
  }
}
