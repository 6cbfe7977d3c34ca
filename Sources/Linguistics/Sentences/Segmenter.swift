import Documents

/// Divides an article into tokens and sentences.
///
/// Sentences never cross a block; every character that is not white space is in exactly one token and one sentence,
/// boilerplate included. Tokens follow the English UD treebanks, see ``TokenScanner``.
public struct Segmenter: Sendable {
  private let abbreviations: Abbreviations

  public init(abbreviations: Abbreviations) {
    self.abbreviations = abbreviations
  }

  /// Tokens and sentences of an article, in text order. Time is linear in the text's length.
  public func segment(_ article: Article) -> SegmentedArticle {
    var scanner = TokenScanner(bytes: article.text.utf8, abbreviations: abbreviations)
    var splitter = SentenceSplitter(bytes: article.text.utf8, model: .english)
    var sentences: [Sentence] = []
    sentences.reserveCapacity(article.text.utf8.count / 80 + article.blocks.count)
    for (index, block) in article.blocks.enumerated() {
      let first = scanner.tokens.count
      scanner.scan(block.span)
      let starts = splitter.starts(
        scanner.tokens, first..<scanner.tokens.count, block, hasLineEnds: scanner.hasLineEnds)
      for (number, start) in starts.enumerated() {
        let end = number + 1 < starts.count ? starts[number + 1] : scanner.tokens.count
        let span = Documents.Span(
          Int(scanner.tokens[start].start), Int(scanner.tokens[end - 1].end))
        sentences.append(Sentence(span: span, tokens: start..<end, block: index))
      }
    }
    return SegmentedArticle(article: article, sentences: sentences, tokens: scanner.tokens.map(\.token))
  }
}
