/// An article with sentences and tokens, and with trees once `parse` has run. What `segment` and `parse` give.
public struct SegmentedArticle: Document {
  public static let typeName = "Sentences"

  public let article: Article
  /// In text order; together they hold every character that is not white space, boilerplate included.
  public let sentences: [Sentence]
  /// In text order.
  public let tokens: [Token]
  /// `nil` in a pipeline without `parse`.
  public var syntax: Syntax?
  /// For what is made out of the tokens.
  public let memo = TokenMemo()

  public var id: String { article.id }

  public init(article: Article, sentences: [Sentence], tokens: [Token], syntax: Syntax? = nil) {
    self.article = article
    self.sentences = sentences
    self.tokens = tokens
    self.syntax = syntax
  }

  /// Index of the sentence that a token belongs to.
  public func sentence(ofToken token: Int) -> Int? {
    let index = sentences.partitioningIndex { $0.tokens.upperBound > token }
    return index < sentences.count && sentences[index].tokens.contains(token) ? index : nil
  }

  /// The kind of block that a sentence stands in.
  public func kind(of sentence: Sentence) -> Block.Kind { article.blocks[sentence.block].kind }
}
