/// The blocks that are kept by their probabilities, mended by rules that see the page as a whole: comments go unless they are all
/// that is kept, and blocks whose classes speak of related articles, newsletters or captions unless they are a large part.
struct KeptBlocks {
  private(set) var kept: [Bool]
  /// Blocks that are kept even where rules take them for captions or pull quotes.
  let sure: [Bool]
  private let page: PageBlocks

  init(_ prepared: PreparedPage, probabilities: [Float], threshold: Float, isMending: Bool = true) {
    page = prepared.page
    kept = probabilities.map { $0 >= threshold }
    sure = probabilities.map { $0 >= Self.surely }
    guard isMending else { return }
    drop(.comment, below: 1, others: 30)
    drop([.related, .caption, .newsletter, .share], below: 0.15)
  }

  private static let surely: Float = 0.6

  /// Drops the kept blocks with any of these hints if they hold less than this share of the words kept, and the other
  /// blocks at least so many words.
  private mutating func drop(_ hints: Hint, below limit: Double, others: Int = 0) {
    var all = 0
    var hinted = 0
    for index in kept.indices where kept[index] {
      all += Int(page.blocks[index].words)
      if !page.blocks[index].hints.isDisjoint(with: hints) { hinted += Int(page.blocks[index].words) }
    }
    guard hinted > 0, Double(hinted) < limit * Double(all), all - hinted >= others else { return }
    for index in kept.indices where !page.blocks[index].hints.isDisjoint(with: hints) { kept[index] = false }
  }
}
