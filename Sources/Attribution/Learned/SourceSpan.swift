import Documents
import Linguistics

extension TreeView {
  /// The words of a proposal's source: its head's noun phrase without the preposition, incidental relative clauses,
  /// the content and the cue.
  package func sourceRange(_ proposal: Proposal) -> Range<Int>? {
    guard let head = proposal.source else { return nil }
    let sentence = sentence(head)
    var low = max(lows[head], sentence.lowerBound)
    var high = min(highs[head], sentence.upperBound)
    for child in children(of: head) {
      switch relation(child) {
      case .caseMarker, .mark, .cc, .cop, .aux, .nsubj:
        if child < head { low = max(low, highs[child]) }
      case .aclRelcl, .parataxis, .advcl:
        if child > head, child > 0, words[max(0, lows[child] - 1)] == Symbol.comma || relation(child) != .aclRelcl {
          high = min(high, lows[child])
        }
      default: break
      }
    }
    // A possessor is the source without what it has.
    let blocked = { (index: Int) in index == proposal.cue || proposal.content.contains(index) }
    var start = head
    while start > low, !blocked(start - 1) { start -= 1 }
    var end = head + 1
    while end < high, !blocked(end) { end += 1 }
    low = start
    high = end
    while low < head, isPunctuation(low) { low += 1 }
    while high > head + 1, isPunctuation(high - 1), !closesBracket(high - 1, from: low) { high -= 1 }
    return low..<high
  }

  private func closesBracket(_ index: Int, from low: Int) -> Bool { syntax.fineTags[index] == .closeBracket }

  /// The words of a proposal's cue: auxiliaries, negation, particle and adverbs next to it.
  func cueRange(_ proposal: Proposal) -> Range<Int> {
    let cue = proposal.cue
    var low = cue
    var high = cue + 1
    let isOwn = { (index: Int) in
      self.heads[index] == cue
        && [.aux, .auxPass, .advmod, .compoundPrt, .cop, .fixed].contains(self.relation(index))
        && !proposal.content.contains(index) && !self.isPunctuation(index)
    }
    while low > 0, isOwn(low - 1) { low -= 1 }
    while high < count, isOwn(high) { high += 1 }
    return low..<high
  }
}
