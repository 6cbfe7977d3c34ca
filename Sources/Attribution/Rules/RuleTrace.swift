import Documents
import Lexicons

/// What `explain` shows of the rules' choices.
extension Trace {
  /// The cues of the lexicon in a unit, with what the rules made of each.
  func add(cuesOf unit: Unit, made: [Candidate], found: [Candidate], in reading: Reading) {
    for index in unit.tokens {
      guard let match = reading.cue(at: index) else { continue }
      let own = made.first { $0.cue == match.tokens }
      var note = CueNote(
        tokens: match.tokens, finder: own?.rule ?? "lexicon", probability: reading.cueWeight(ofEntry: match.entry))
      if let own {
        note.choose(own)
        if !found.contains(where: { $0.cue == own.cue }) { note.lost = "a surer attribution has these words" }
      } else {
        note.lost = "no rule finds its source and content"
      }
      cues.append(note)
    }
  }

  /// Attributions without a note of their own: labels of transcripts, quotations that only the rules find.
  func add(others candidates: [Candidate]) {
    for candidate in candidates where !candidate.cue.isEmpty {
      guard !cues.contains(where: { $0.lost == nil && $0.tokens.overlaps(candidate.cue) }) else { continue }
      var note = CueNote(tokens: candidate.cue, finder: candidate.rule, probability: candidate.confidence)
      note.choose(candidate)
      cues.append(note)
    }
    cues.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}

extension CueNote {
  fileprivate mutating func choose(_ candidate: Candidate) {
    contents = [Choice(tokens: candidate.content, score: candidate.confidence, isChosen: true)]
    sources = [Choice(tokens: candidate.source.map { [$0] } ?? [], score: candidate.confidence, isChosen: true)]
    confidence = candidate.confidence
  }
}
