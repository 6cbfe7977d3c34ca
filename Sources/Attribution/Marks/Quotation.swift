import Documents

/// A stretch of text between quotation marks, in one paragraph.
public struct Quotation: Hashable, Sendable {
  /// With the marks.
  public var outer: Span
  /// Without the marks.
  public var inner: Span
  /// Index into the article's blocks.
  public var block: Int
  /// Whether a closing mark was found.
  public var isClosed: Bool
  /// Whether it takes up a quotation that the paragraph before left open.
  public var isContinued: Bool
  /// Whether single marks begin it.
  public var isSingle = false
  /// Number of words between the marks.
  public var words: Int
}
