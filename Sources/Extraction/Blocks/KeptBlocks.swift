/// The blocks that are kept by their probabilities, mended by rules that see the page as a whole: comments go, and blocks
/// whose classes speak of related articles, newsletters or captions, unless they are a large part of what is kept.
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
    drop(.comment, below: 0.7)
    drop([.related, .caption, .newsletter, .share], below: 0.15)
  }

  private static let surely: Float = 0.6

  /// Drops the kept blocks with any of these hints if they hold less than this share of the words kept.
  private mutating func drop(_ hints: Hint, below limit: Double) {
    var all = 0
    var hinted = 0
    for index in kept.indices where kept[index] {
      all += Int(page.blocks[index].words)
      if !page.blocks[index].hints.isDisjoint(with: hints) { hinted += Int(page.blocks[index].words) }
    }
    guard hinted > 0, Double(hinted) < limit * Double(all) else { return }
    for index in kept.indices where !page.blocks[index].hints.isDisjoint(with: hints) { kept[index] = false }
  }
}
