import Documents

/// Finds where sentences begin among the tokens of a block.
///
/// A full stop, question or exclamation mark, ellipsis or abbreviation is a candidate; closing quotation marks and
/// brackets behind it stay with its sentence. The decision rests on the abbreviation's class and on the next word:
/// its case, and whether it is a function word that has a capital only at a sentence's start.
struct SentenceSplitter {
  let bytes: [UInt8]
  private var starts: [Int] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Indices of the first tokens of the block's sentences, in order; none for a block without tokens.
  mutating func starts(_ buffer: TokenBuffer, _ range: Range<Int>, _ block: Block) -> [Int] {
    starts.removeAll(keepingCapacity: true)
    guard !range.isEmpty else { return starts }
    starts.append(range.lowerBound)
    var view = BlockView(bytes: bytes, buffer: buffer, range: range)
    let lines = LineBreaks(view, block)
    var labels = ListLabels()
    labels.start(view, range.lowerBound)
    var index = range.lowerBound
    while index < range.upperBound {
      let mark = buffer.marks[index]
      if index > (starts.last ?? 0) {
        let isBreak =
          mark.flags.contains(.blankLineBefore) || (mark.flags.contains(.lineBefore) && lines.isBreak(view, index))
          || labels.continues(view, index)
        if isBreak { begin(index, view, &labels) }
      }
      view.trackQuotes(index)
      if Candidates.isStop(mark.kind) {
        let next = view.behindClosers(index)
        if next < range.upperBound, !buffer.marks[next].flags.contains(.blankLineBefore),
          !labels.isLabelStop(index), Candidates.ends(view, stop: index, next: next)
        {
          while index + 1 < next {
            index += 1
            view.trackQuotes(index)
          }
          begin(next, view, &labels)
        }
      }
      index += 1
    }
    return starts
  }

  private mutating func begin(_ index: Int, _ view: BlockView, _ labels: inout ListLabels) {
    if let last = starts.last, last >= index { return }
    starts.append(index)
    labels.start(view, index)
  }
}
