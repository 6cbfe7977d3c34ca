/// A syntactic word as the English UD treebanks count them: clitics stand alone, a hyphen splits a word unless it
/// follows a prefix.
public struct Token: Hashable, Sendable {
  /// Byte offsets into the text.
  public var start: Int32
  public var end: Int32

  @inlinable
  public init(start: Int, end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  @inlinable public var span: Span { Span(Int(start), Int(end)) }
}

/// A sentence: where it stands, which tokens are its own, and the block that it is in.
public struct Sentence: Hashable, Sendable {
  public var span: Span
  /// Indices into the document's tokens.
  public var tokens: Range<Int>
  /// Index into the article's blocks.
  public var block: Int

  public init(span: Span, tokens: Range<Int>, block: Int) {
    self.span = span
    self.tokens = tokens
    self.block = block
  }
}
