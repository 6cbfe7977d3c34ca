import Documents
import Lexicons

extension LearnedAttributor {
  /// The accepted attributions as candidates, with the cue lexicon's entry where it knows the cue.
  func candidates(in reading: Reading, trace: Trace? = nil) -> [Candidate] {
    accepted(proposals(trace: trace), trace: trace).map { proposal in
      Candidate(
        source: view.sourceRange(proposal), cue: view.cueRange(proposal),
        content: proposal.content.ranges.map(view.withMarks),
        entry: reading.cueEntry(in: proposal.cue..<(proposal.cue + 1)),
        rule: "learned", confidence: proposal.probability, block: view.block(proposal.cue),
        lemma: view.isWord(proposal.cue) ? view.syntax.lemmas[proposal.cue] : nil)
    }
  }
}

extension TreeView {
  /// With the marks of a quotation that begins or ends just inside the span's ends.
  func withMarks(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    if low > 0, quotationOf[low] >= 0, quotations[quotationOf[low]].lowerBound == low - 1 { low -= 1 }
    while high < count, quotationOf[high] >= 0, high == range.upperBound || isPunctuation(high - 1),
      isPunctuation(high), quotations[quotationOf[high]].upperBound <= high + 2,
      quotations[quotationOf[high]].contains(range.upperBound - 1)
    {
      high += 1
    }
    return low..<high
  }
}
