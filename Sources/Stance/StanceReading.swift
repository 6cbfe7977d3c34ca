import Attribution
import Documents
import Lexicons
import Linguistics

/// A document as scoring reads it.
final class StanceReading: TokenReading {
  let document: ResolvedArticle
  let ids: [Int32]
  let tags: [UPOS]
  let locator: TokenLocator
  /// Index of the target that a token names, -1 for none.
  let targetOf: [Int32]

  let tokens: [Token]
  let text: Text

  var segmented: SegmentedArticle { document.attributed.segmented }

  init(document: ResolvedArticle, ids: [Int32], tags: [UPOS]) {
    self.document = document
    tokens = document.attributed.segmented.tokens
    text = document.article.text
    self.ids = ids
    self.tags = tags
    locator = TokenLocator(tokens: document.attributed.segmented.tokens)
    var targetOf = [Int32](repeating: -1, count: ids.count)
    for (index, target) in document.targets.enumerated() {
      for mention in target.mentions {
        for token in locator.range(mention.span) { targetOf[token] = Int32(truncatingIfNeeded: index) }
      }
    }
    self.targetOf = targetOf
  }
}
