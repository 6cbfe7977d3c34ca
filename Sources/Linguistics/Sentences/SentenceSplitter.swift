import Documents

/// Finds where sentences begin among the tokens of a block.
///
/// A full stop, question or exclamation mark, ellipsis or abbreviation is a candidate; closing quotation marks and
/// brackets behind it stay with its sentence. What is not settled by rule (``Candidates``) is weighed by a linear model
/// (``BoundaryModel``), which also looks at places without a stop, before a capital or a digit.
struct SentenceSplitter {
  let bytes: [UInt8]
  /// Without a model, the rules decide alone.
  let model: BoundaryModel?
  /// Called for each place that the model weighs, by the trainer; its answer is taken for the model's.
  var oracle: ((BoundaryFeatures, Int) -> Bool)?
  /// How sure the model must be where no stop stands, two to one: a sentence cut in its middle harms later stages more
  /// than two that run together.
  private static let openMargin = Int(0.7 * BoundaryTrainer.scale)
  private var starts: [Int] = []
  private var features = BoundaryFeatures()

  init(bytes: [UInt8], model: BoundaryModel?) {
    self.bytes = bytes
    self.model = model
  }

  /// Indices of the first tokens of the block's sentences, in order; none for a block without tokens.
  mutating func starts(
    _ tokens: [ScannedToken], _ range: Range<Int>, _ block: Block, hasLineEnds: Bool
  ) -> [Int] {
    starts.removeAll(keepingCapacity: true)
    guard !range.isEmpty else { return starts }
    starts.append(range.lowerBound)
    var view = BlockView(bytes: bytes, tokens: tokens, range: range)
    let lines = LineBreaks(view, block, hasLineEnds: hasLineEnds)
    var labels = ListLabels()
    labels.start(view, range.lowerBound)
    var start = range.lowerBound
    var index = range.lowerBound
    if block.kind == .paragraph, let behind = Dateline.end(view) {
      start = behind
      index = behind
      starts.append(behind)
    }
    while index < range.upperBound {
      let flags = tokens[index].flags
      if flags == [.spaceBefore, .lower], tokens[index].kind == .word {
        index += 1
        continue
      }
      if index > start {
        let isBreak =
          flags.contains(.blankLineBefore) || (flags.contains(.lineBefore) && lines.isBreak(view, index))
          || labels.continues(view, index)
          || (!labels.isLabelStop(index - 1) && Candidates.isOpen(view, index, start: start)
            && isOpenBoundary(view, index, start))
        if isBreak {
          start = index
          starts.append(index)
          labels.start(view, index)
        }
      }
      view.trackQuotes(index)
      if Candidates.isStop(tokens[index].kind), !labels.isLabelStop(index) {
        let next = view.behindClosers(index)
        if next < range.upperBound, !tokens[next].flags.contains(.blankLineBefore),
          ends(view, stop: index, next: next, start: start)
        {
          start = next
          starts.append(next)
          labels.start(view, next)
        }
        // One decision for a stop and what closes behind it.
        while index + 1 < next {
          index += 1
          view.trackQuotes(index)
        }
      }
      index += 1
    }
    return starts
  }

  private mutating func ends(_ view: BlockView, stop: Int, next: Int, start: Int) -> Bool {
    if let settled = Candidates.isSettled(view, stop: stop, next: next, start: start) { return settled }
    let rule = Candidates.ends(view, stop: stop, next: next, start: start)
    guard model != nil || oracle != nil else { return rule }
    features.set(afterStop: stop, next: next, start: start, rule: rule, view: view)
    return decide(next)
  }

  private mutating func isOpenBoundary(_ view: BlockView, _ next: Int, _ start: Int) -> Bool {
    if Candidates.isCredit(view, next) { return true }
    guard model != nil || oracle != nil else { return false }
    features.set(withoutStop: next, start: start, view: view)
    return decide(next, margin: Self.openMargin)
  }

  private func decide(_ next: Int, margin: Int = 0) -> Bool {
    if let oracle { return oracle(features, next) }
    return model?.isBoundary(features, above: margin) ?? false
  }
}
