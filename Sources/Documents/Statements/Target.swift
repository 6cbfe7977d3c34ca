/// Who or what a stance can be about: an actor or a concept, with every place where the document speaks of it.
public struct Target: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case person, organization, group, country, place, concept
  }

  /// One mention of a target.
  public struct Mention: Hashable, Sendable {
    public enum Form: String, Sendable, CaseIterable {
      case name, alias, metonym, demonym, pronoun, role, concept
    }

    public var span: Span
    public var form: Form

    public init(span: Span, form: Form) {
      self.span = span
      self.form = form
    }
  }

  public var id: String
  public var name: String
  public var kind: Kind
  /// In text order, not overlapping.
  public var mentions: [Mention]
  /// The id of the country or body that it belongs to: a minister's country, an institution's parent.
  public var parent: String?
  /// Whether it is a news agency or outlet: a reporter of others' words.
  public var isMedium: Bool

  public init(
    id: String, name: String, kind: Kind, mentions: [Mention], parent: String? = nil, isMedium: Bool = false
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.mentions = mentions
    self.parent = parent
    self.isMedium = isMedium
  }
}
