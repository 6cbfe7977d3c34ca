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

  let tokens: [Token]
  let text: Text
  /// Heads and relations where there are trees.
  let tree: StanceTree?

  private init(segmented: SegmentedArticle, ids: [Int32], tags: [UPOS], targetOf: [Int32]) {
    self.segmented = segmented
    tokens = segmented.tokens
    text = segmented.article.text
    self.ids = ids
    self.tags = tags
    locator = TokenLocator(tokens: segmented.tokens)
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

  /// - Parameter mentions: where each target is spoken of.
  convenience init(segmented: SegmentedArticle, ids: [Int32], tags: [UPOS], mentions: [[Span]]) {
    let locator = TokenLocator(tokens: segmented.tokens)
    var targetOf = [Int32](repeating: -1, count: ids.count)
    for (index, spans) in mentions.enumerated() {
      for span in spans {
        for token in locator.range(span) { targetOf[token] = Int32(truncatingIfNeeded: index) }
      }
    }
    self.init(segmented: segmented, ids: ids, tags: tags, targetOf: targetOf)
  }

  convenience init(document: ResolvedArticle, ids: [Int32], tags: [UPOS]) {
    self.init(
      segmented: document.attributed.segmented, ids: ids, tags: tags,
      mentions: document.targets.map { $0.mentions.map(\.span) })
  }
}
