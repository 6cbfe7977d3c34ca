/// A region of the text with one kind. Blocks are in text order, do not overlap, and hold every character that is not
/// white space.
public struct Block: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case headline, deck, byline, dateline, caption, boilerplate
    case paragraph, subheading, list, quote

    /// Whether the article itself speaks here; later stages pass over the rest.
    public var isBody: Bool {
      switch self {
      case .paragraph, .subheading, .list, .quote: true
      case .headline, .deck, .byline, .dateline, .caption, .boilerplate: false
      }
    }

    /// Whether it stands above the article and announces it.
    public var isHead: Bool { self == .headline || self == .deck }

    /// Whether statements are looked for here: the body, the headline and the deck.
    public var isRead: Bool { isBody || isHead }
  }

  public var span: Span
  public var kind: Kind

  public init(_ span: Span, _ kind: Kind) {
    self.span = span
    self.kind = kind
  }
}
