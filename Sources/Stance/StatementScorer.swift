import Documents
import Lexicons
import Linguistics

/// Scores one statement towards its targets; what does not depend on the target is found once.
final class StatementScorer {
  private let reading: StanceReading
  private let words: FunctionWords
  private let statement: Statement
  private let cue: (tokens: Range<Int>, entry: CueLexicon.Cue)?
  private let voice: HolderVoice
  /// The sentences of the content, cut to it, each with its terms.
  private lazy var sentences = findSentences()
  private let terms: TermHits
  private let weigher: HitWeigher
  private let trace: Trace?

  init(
    _ statement: Statement, reading: StanceReading, terms: TermHits, cues: CueLexicon, words: FunctionWords,
    trace: Trace? = nil
  ) {
    self.trace = trace
    self.statement = statement
    self.reading = reading
    self.terms = terms
    self.words = words
    weigher = HitWeigher(reading: reading, words: words, trace: trace)
    var match: TermIndex.Match?
    if let span = statement.cue.first {
      cues.index.forEachLongest(in: reading.ids, reading.locator.range(span)) { match = match ?? $0 }
    }
    cue = match.map { (tokens: $0.tokens, entry: cues.cue($0.entry)) }
    voice = HolderVoice(statement: statement, cueClass: cue?.entry.cueClass, reading: reading)
  }

  /// The hits for a target.
  /// - Parameters:
  ///   - mentions: where the statement's content speaks of the target.
  ///   - silenced: spans inside which the target itself speaks; what it says does not count against it.
  func hits(mentions: [Range<Int>], silenced: [Span]) -> [Stance.Hit] {
    var result: [Stance.Hit] = []
    for sentence in sentences {
      let near = mentions.filter { sentence.tokens.contains($0.lowerBound) }
      guard !near.isEmpty else { continue }
      for hit in sentence.terms {
        guard !silenced.contains(where: { $0.contains(reading.span(hit.tokens)) }) else {
          trace?.pass(hit.term, reading.span(hit.tokens), "the target's own words")
          continue
        }
        if let scored = weigher.hit(hit, near, owns: voice.ownsDeed) { result.append(scored) }
      }
    }
    if let hit = cueHit(mentions) {
      trace?.add(HitNote(span: hit.span))
      result.append(hit)
    } else if let trace, let cue, !cue.entry.polarity.isEmpty {
      let reason = isDenied(cue.tokens) ? "a negated cue takes no side" : "the target is not what the cue is applied to"
      trace.pass(cue.entry.term, reading.span(cue.tokens), reason)
    }
    return result
  }

  private func findSentences() -> [(tokens: Range<Int>, terms: [TermHit])] {
    var found: [(tokens: Range<Int>, terms: [TermHit])] = []
    let all = reading.segmented.sentences
    for piece in statement.content {
      let range = reading.locator.range(piece)
      var index = all.partitioningIndex { $0.tokens.upperBound > range.lowerBound }
      while index < all.count, all[index].tokens.lowerBound < range.upperBound {
        let tokens = all[index].tokens.clamped(to: range)
        if !tokens.isEmpty { found.append((tokens, terms.hits(in: tokens))) }
        index += 1
      }
    }
    return found
  }

  /// Whether the cue is negated: who *did not blame* somebody takes no side by it.
  private func isDenied(_ cue: Range<Int>) -> Bool {
    let before = reading.ids.indices.clamped(to: (cue.lowerBound - 4)..<cue.lowerBound)
    let clause = before.reversed().prefix { reading.tags[$0] != .punct }
    return clause.contains { words.contains(reading.ids[$0], in: .negations) }
  }

  /// The stance that the cue itself carries: *condemned X*, *accused X of*.
  private func cueHit(_ mentions: [Range<Int>]) -> Stance.Hit? {
    guard let cue, !cue.entry.polarity.isEmpty, let cueSpan = statement.cue.first,
      let content = statement.content.first
    else { return nil }
    let cueTokens = reading.locator.range(cueSpan)
    let polarity = cue.entry.polarity
    let contentTokens = reading.locator.range(content)
    guard contentTokens.lowerBound >= cueTokens.upperBound, !isDenied(cue.tokens) else { return nil }
    for mention in mentions where contentTokens.contains(mention.lowerBound) {
      let between = cueTokens.upperBound..<mention.lowerBound
      guard between.count <= 8, !between.contains(where: { reading.tags[$0] == .verb || reading.tags[$0] == .punct })
      else {
        continue
      }
      let preposition = between.last { words.contains(reading.ids[$0], in: .prepositions) }
      let role: String
      let weight: Double?
      if let preposition {
        role = reading.string(preposition..<(preposition + 1)).lowercased()
        weight = polarity.prepositions[role]
      } else {
        role = "object"
        weight = polarity.object
      }
      guard let weight, weight != 0 else { continue }
      return Stance.Hit(
        term: cue.entry.term, weight: weight, contribution: weight, role: "cue-\(role)",
        distance: between.count, span: reading.span(cue.tokens), isNegated: false)
    }
    return nil
  }
}
