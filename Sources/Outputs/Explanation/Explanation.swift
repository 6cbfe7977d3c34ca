import Documents

/// Why a document came out as it did, sentence by sentence: what ``ExplanationText`` and ``ExplanationJSON`` write.
public struct Explanation {
  let view: RecordView
  let trace: Trace

  /// One sentence with all that was found in it.
  struct Sentence {
    /// From 0.
    var number: Int
    var sentence: Documents.Sentence
    /// Words that may attribute.
    var cues: [CueNote]
    /// Indices of the statements whose cue stands here, or whose content begins here where they have none.
    var statements: [Int]
    /// Terms of the lexicon that are names here.
    var names: [PassedTerm]
  }

  /// - Parameter view: what the last stage gave.
  public init(_ view: RecordView, _ trace: Trace) {
    self.view = view
    self.trace = trace
  }

  /// Number of sentences, boilerplate included.
  public var sentenceCount: Int { view.sentences?.count ?? 0 }

  /// - Parameter only: a sentence's number from 0; `nil` for all that later stages read.
  func sentences(only: Int?) -> [Sentence] {
    let all = view.sentences ?? []
    let numbers = only.map { all.indices.contains($0) ? [$0] : [] } ?? Array(all.indices)
    return numbers.filter { only != nil || kind(of: all[$0]) != .boilerplate }.map { number in
      let sentence = all[number]
      return Sentence(
        number: number, sentence: sentence, cues: trace.cues.filter { sentence.tokens.overlaps($0.tokens) },
        statements: (view.statements ?? []).indices.filter { self.sentence(ofStatement: $0) == number },
        names: unique(trace.names.filter { sentence.span.contains($0.span) }))
    }
  }

  func kind(of sentence: Documents.Sentence) -> Block.Kind { view.blocks[sentence.block].kind }

  func speakerNote(of statement: Statement) -> SpeakerNote? { trace.speakers.first { $0.statement == statement.id } }

  /// The stances of a statement with what is known of each.
  func stances(ofStatement index: Int) -> [(stance: Stance, target: Target, note: StanceNote)] {
    let stances = view.stances ?? []
    return zip(stances, trace.stances).compactMap { stance, note in
      guard stance.statement == index, view.hasParties(stance), let target = view.targets?[stance.target] else {
        return nil
      }
      return (stance, target, note)
    }
  }

  func unscored(in statement: Statement) -> [UnscoredTarget] {
    trace.unscored.filter { $0.statement == statement.id }
  }

  func text(of tokens: Range<Int>) -> String { view.text.string(span(of: tokens)) }

  func span(of tokens: Range<Int>) -> Span {
    guard let all = view.tokens, !tokens.isEmpty, tokens.lowerBound >= 0, tokens.upperBound <= all.count else {
      return Span(0, 0)
    }
    return all[tokens.lowerBound].span.union(all[tokens.upperBound - 1].span)
  }

  private func sentence(ofStatement index: Int) -> Int? {
    guard let statement = view.statements?[index] else { return nil }
    return (statement.cue.first ?? statement.content.first).flatMap { view.sentence(at: $0.start) }
  }

  /// Terms are looked for once a statement: those in two of them come twice.
  private func unique(_ terms: [PassedTerm]) -> [PassedTerm] {
    var seen: Set<PassedTerm> = []
    return terms.filter { seen.insert($0).inserted }
  }
}
