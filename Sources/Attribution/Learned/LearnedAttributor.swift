import Documents
import Lexicons
import Linguistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Attribution by learned weights over trees: cue classifier, content ranker, source ranker, calibrator. All linear.
///
/// After the cue-driven pipelines of Pareti et al. (EMNLP 2013), with rankers over candidate spans in place of a tagger.
package struct LearnedAttributor {
  package let view: TreeView
  private let model: AttributionModel

  /// Words with a lower logit, a probability under .05, are passed over.
  private static let cueThreshold: Float = -2.944

  package init(view: TreeView, model: AttributionModel) {
    self.view = view
    self.model = model
  }

  /// Tokens that may be cues, with the probability that they are.
  package func cues() -> [(token: Int, logit: Float)] {
    let features = CueFeatures(view)
    var bag = FeatureBag()
    var result: [(token: Int, logit: Float)] = []
    for sentence in view.document.sentences where view.document.kind(of: sentence).isRead {
      for index in sentence.tokens {
        let kind = features.kind(of: index)
        guard kind == 1 || kind == 2 || kind == 3 && model.gate.has(features.gate(of: index)) else { continue }
        features.fill(&bag, index)
        let logit = model.cues.sum(bag)
        if logit > Self.cueThreshold { result.append((index, logit)) }
      }
    }
    return result
  }

  /// The best attribution of each cue, with its probability, in text order of the cues.
  package func proposals(trace: Trace? = nil) -> [Proposal] {
    let cues = cues()
    trace?.cues += cues.map(note)
    let likely = LikelyCues(cues.map { ($0.token, Float(logistic($0.logit))) })
    var bag = FeatureBag()
    var result: [Proposal] = []
    for (number, cue) in cues.enumerated() {
      let features = ContentFeatures(view, cue: cue.token, among: likely)
      guard !features.spans.isEmpty else {
        trace?.cues[number].lost = "nothing beside it can be its content"
        continue
      }
      features.fillNone(&bag)
      let none = model.contents.sum(bag)
      var scores: [Float] = []
      scores.reserveCapacity(features.spans.count)
      for index in features.spans.indices {
        features.fill(&bag, index)
        scores.append(model.contents.sum(bag))
      }
      trace?.cues[number].contents = contents(features.spans, scores, none: none)
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] - none > -4 else {
        trace?.cues[number].lost = "that it has no content is far likelier than any candidate"
        continue
      }
      let (source, margin, noSource) = source(cue.token, features.spans[best], &bag, trace, number)
      var rival: Float = -3
      for (other, cue) in cues.enumerated() where other != number && features.spans[best].contains(cue.token) {
        rival = max(rival, cue.logit)
      }
      var proposal = Proposal(cue: cue.token, content: features.spans[best], source: source, inputs: [])
      proposal.inputs = inputs(
        proposal, logit: cue.logit, none: none, scores: scores, best: best, margin: margin, noSource: noSource,
        rival: rival, among: likely)
      proposal.probability = model.calibrator.probability(proposal.inputs)
      trace?.cues[number].confidence = proposal.probability
      result.append(proposal)
    }
    return result
  }

  /// Proposals that are likely enough, in text order of the cues: see ``Acceptance``.
  package func accepted(_ proposals: [Proposal], trace: Trace? = nil) -> [Proposal] {
    Acceptance(view: view, thresholds: model.calibrator.thresholds).accepted(proposals, trace: trace)
  }

  private func source(
    _ cue: Int, _ content: ContentSpan, _ bag: inout FeatureBag, _ trace: Trace?, _ number: Int
  ) -> (source: Int?, margin: Float, noSource: Float) {
    let features = SourceFeatures(view, cue: cue, content: content)
    features.fillNone(&bag)
    let none = model.sources.sum(bag)
    var best: (head: Int?, score: Float) = (nil, none)
    var second = -Float.infinity
    for (place, head) in features.heads.enumerated() {
      features.fill(&bag, place)
      let score = model.sources.sum(bag)
      trace?.cues[number].add(source: sourceTokens(head, cue, content), score)
      if score > best.score {
        second = best.score
        best = (head, score)
      } else {
        second = max(second, score)
      }
    }
    trace?.cues[number].finishSources(none: none)
    return (best.head, second.isFinite ? min(8, best.score - second) : 8, max(-8, min(8, none - best.score)))
  }

  private func inputs(
    _ proposal: Proposal, logit: Float, none: Float, scores: [Float], best: Int, margin: Float, noSource: Float,
    rival: Float, among likely: LikelyCues
  ) -> [Float] {
    let content = proposal.content
    let (words, quoted) = content.wordCounts(in: view)
    let share = Float(quoted) / Float(max(1, words))
    var next = none
    var total = exp(none - scores[best])
    for index in scores.indices {
      if index != best { next = max(next, scores[index]) }
      total += exp(scores[index] - scores[best])
    }
    let overNone = max(-8, min(8, scores[best] - none))
    let certainty = -log(total)
    let isInside: Float = view.quotationOf[proposal.cue] >= 0 ? 1 : 0
    let isAllQuoted: Float = quoted == words ? 1 : 0
    let isIndirect: Float = quoted == 0 ? 1 : 0
    let atom = view.cueAtom(proposal.cue)
    var inside = LikelyCues.Inside()
    likely.add(content.first, beside: proposal.cue, in: view, to: &inside)
    if let second = content.second { likely.add(second, beside: proposal.cue, in: view, to: &inside) }
    let length = log(Float(max(1, words)))
    let cut = min(5, max(-3, logit))
    return [
      1, cut, cut * abs(cut) / 4, overNone, overNone * abs(overNone) / 8, max(-6, certainty),
      min(6, scores[best] - next), isAllQuoted, isIndirect, share, length, length * length / 4,
      proposal.source == nil ? 1 : 0, min(6, margin), proposal.source == nil ? min(6, margin) : 0,
      max(-3, min(5, rival)), isInside, content.second == nil ? 0 : 1,
      view.words[proposal.cue] == Symbol.colon ? 1 : 0, isAllQuoted * cut, isAllQuoted * overNone,
      max(-6, certainty) * isIndirect, words <= 2 ? 1 : 0, words == 1 ? 1 : 0,
      Float(min(2, inside.strong)), inside.hasLikelier ? 1 : 0, atom.isKnown ? 1 : 0, isIndirect * cut,
      view.syntax.tags[proposal.cue] == .verb ? 1 : 0, isIndirect * min(6, margin),
    ]
  }
}
