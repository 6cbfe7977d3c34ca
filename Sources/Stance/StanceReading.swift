import Attribution
import Documents
import Lexicons
import Linguistics

/// A document as scoring reads it.
struct StanceReading {
  let document: ResolvedArticle
  let ids: [Int32]
  let tags: [UPOS]
  let locator: TokenLocator
  /// Index of the target that a token names, -1 for none.
  let targetOf: [Int32]

  var tokens: [Token] { document.attributed.segmented.tokens }
  var text: Text { document.article.text }

  init(document: ResolvedArticle, ids: [Int32], tags: [UPOS]) {
    self.document = document
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

  func bytes(_ index: Int) -> ArraySlice<UInt8> { text.utf8[tokens[index].span.range] }

  func string(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return text.string(Span(Int(tokens[first].start), Int(tokens[last].end)))
  }

  func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return Span(Int(tokens[first].start), Int(tokens[last].end))
  }

  func isCapital(_ index: Int) -> Bool {
    guard let first = bytes(index).first else { return false }
    return first >= 0x41 && first <= 0x5A
  }

  func token(_ index: Int, is word: String) -> Bool {
    tokens.indices.contains(index) && bytes(index).elementsEqual(word.utf8)
  }
}
