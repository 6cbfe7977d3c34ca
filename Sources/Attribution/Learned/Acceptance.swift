import Documents

/// Chooses among proposals: the likelier first, those that overlap one of them only where one nests in the other.
package struct Acceptance {
  /// Probabilities from which a proposal is accepted.
  package struct Thresholds: Sendable, Equatable {
    /// On its own.
    package var alone: Double
    /// Inside another's content, or around another.
    package var nested: Double

    package init(alone: Double, nested: Double) {
      self.alone = alone
      self.nested = nested
    }
  }

  private let view: TreeView
  private let thresholds: Thresholds

  package init(view: TreeView, thresholds: Thresholds) {
    self.view = view
    self.thresholds = thresholds
  }

  /// In text order of the cues.
  package func accepted(_ proposals: [Proposal], trace: Trace? = nil) -> [Proposal] {
    var taken = [Bool](repeating: false, count: view.count)
    var kept: [Proposal] = []
    let proposals = proposals.map { yielded($0, among: proposals) }
    let order = proposals.indices.sorted {
      (proposals[$1].probability, $0) < (proposals[$0].probability, $1)
    }
    for index in order {
      let proposal = proposals[index]
      guard proposal.probability >= thresholds.alone else {
        trace?.lose(order.lazy.filter { proposals[$0].probability < thresholds.alone }.map { proposals[$0].cue }) {
          "its confidence is under \((thresholds.alone * 1000).rounded() / 1000)"
        }
        break
      }
      let ranges = proposal.content.ranges
      if taken[proposal.cue] || ranges.contains(where: { $0.contains { taken[$0] } }) {
        guard proposal.probability >= thresholds.nested,
          kept.allSatisfy({ !overlap(proposal, $0) || nests(proposal, in: $0) || nests($0, in: proposal) })
        else {
          trace?.lose([proposal.cue]) { "a likelier attribution has these words" }
          continue
        }
      }
      for range in ranges { for token in range { taken[token] = true } }
      taken[proposal.cue] = true
      kept.append(proposal)
    }
    return kept.sorted { $0.cue < $1.cue }
  }

  /// A proposal without a second piece that has a cue of its own: in *“X,” said Imre. “Y,” she added* the first cue may
  /// not have *Y*.
  private func yielded(_ proposal: Proposal, among others: [Proposal]) -> Proposal {
    guard let second = proposal.content.second, proposal.cue < second.lowerBound else { return proposal }
    let isClaimed = others.contains { other in
      other.cue >= second.upperBound && other.source != nil && other.probability >= thresholds.alone
        && other.content.first.overlaps(second) && other.content.lowerBound >= proposal.content.first.upperBound
        && view.document.sentence(ofToken: other.cue) == view.document.sentence(ofToken: second.upperBound - 1)
    }
    guard isClaimed else { return proposal }
    var proposal = proposal
    proposal.content.second = nil
    return proposal
  }

  private func overlap(_ a: Proposal, _ b: Proposal) -> Bool {
    a.cue == b.cue || a.content.contains(b.cue) || b.content.contains(a.cue)
      || a.content.ranges.contains { piece in b.content.ranges.contains { $0.overlaps(piece) } }
  }

  /// Whether an attribution stands with source, cue and content inside one piece of another's content.
  private func nests(_ inner: Proposal, in outer: Proposal) -> Bool {
    guard let source = inner.source else { return false }
    let low = min(inner.cue, source, inner.content.lowerBound)
    let high = max(inner.cue + 1, source + 1, inner.content.upperBound)
    return outer.content.ranges.contains { $0.lowerBound <= low && high <= $0.upperBound }
  }
}

extension Trace {
  /// Gives cues a reason.
  fileprivate func lose(_ tokens: some Sequence<Int>, _ reason: () -> String) {
    let tokens = Set(tokens)
    for index in cues.indices where tokens.contains(cues[index].tokens.lowerBound) { cues[index].lost = reason() }
  }
}
