import Attribution
import Documents
import Lexicons
import Linguistics

/// A document as scoring reads it.
final class StanceReading: TokenReading {
  let segmented: SegmentedArticle
  let ids: [Int32]
  let tags: [UPOS]
  let locator: TokenLocator
  /// Index of the target that a token names, -1 for none.
  let targetOf: [Int32]

  /// Every mention of a target, in text order.
  private let mentions: [(span: Span, target: Int)]

  let tokens: [Token]
  let text: Text
  /// Heads and relations where there are trees.
  let tree: StanceTree?

  private init(
    segmented: SegmentedArticle, ids: [Int32], tags: [UPOS], targetOf: [Int32],
    mentions: [(span: Span, target: Int)] = []
  ) {
    self.segmented = segmented
    self.mentions = mentions
    tokens = segmented.tokens
    text = segmented.article.text
    self.ids = ids
    self.tags = tags
    locator = TokenLocator.of(segmented)
    tree = segmented.syntax.map(StanceTree.init)
    self.targetOf = targetOf
  }

  /// One sentence as a document of its own, whose tokens stand where they stood.
  func alone(_ sentence: Sentence) -> StanceReading {
    let range = sentence.tokens
    let alone = Sentence(span: sentence.span, tokens: 0..<range.count, block: sentence.block)
    let document = SegmentedArticle(
      article: segmented.article, sentences: [alone], tokens: Array(tokens[range]),
      syntax: segmented.syntax?.part(range))
    return StanceReading(
      segmented: document, ids: Array(ids[range]), tags: Array(tags[range]), targetOf: Array(targetOf[range]))
  }

  /// Whether some tokens speak of more than one target.
  func namesTwoTargets(_ range: Range<Int>) -> Bool {
    var first: Int32 = -1
    for index in range where targetOf[index] >= 0 {
      if first >= 0, targetOf[index] != first { return true }
      first = targetOf[index]
    }
    return false
  }

  /// The targets that some spans speak of, in order.
  func targets(in content: [Span]) -> [Int] {
    var found: [Int] = []
    for piece in content {
      let first = mentions.partitioningIndex { $0.span.start >= piece.start }
      for mention in mentions[first...] {
        if mention.span.start >= piece.end { break }
        if piece.contains(mention.span), !found.contains(mention.target) { found.append(mention.target) }
      }
    }
    if found.count > 1 { found.sort() }
    return found
  }

  /// - Parameter mentions: where each target is spoken of.
  convenience init(segmented: SegmentedArticle, ids: [Int32], tags: [UPOS], mentions: [[Span]]) {
    let locator = TokenLocator.of(segmented)
    var targetOf = [Int32](repeating: -1, count: ids.count)
    var all: [(span: Span, target: Int)] = []
    for (index, spans) in mentions.enumerated() {
      for span in spans {
        for token in locator.range(span) { targetOf[token] = Int32(truncatingIfNeeded: index) }
        all.append((span, index))
      }
    }
    all.sort { $0.span.start < $1.span.start }
    self.init(segmented: segmented, ids: ids, tags: tags, targetOf: targetOf, mentions: all)
  }

  convenience init(document: ResolvedArticle, ids: [Int32], tags: [UPOS]) {
    self.init(
      segmented: document.attributed.segmented, ids: ids, tags: tags,
      mentions: document.targets.map { $0.mentions.map(\.span) })
  }
}
