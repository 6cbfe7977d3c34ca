/// The person, organisation or group that a source stands for.
public struct Speaker: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case person, organization, group, country, unnamed, author }

  /// The lexicon's id, else a hash of (kind, name), and for an unnamed source of (document id, span) too.
  public var id: String
  /// The canonical name; for unnamed sources their own words. `nil` where the source could not be resolved.
  public var name: String?
  /// *assistant keeper of maps at Easton University*.
  public var role: String?
  public var kind: Kind
  /// The other names by which the document calls the speaker, in order of appearance.
  public var aliases: [String]

  public init(id: String, name: String?, role: String? = nil, kind: Kind, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.role = role
    self.kind = kind
    self.aliases = aliases
  }
}

/// Which speaker a statement has, and how that was found.
public struct SpeakerLink: Hashable, Sendable {
  public enum Attribution: String, Sendable, CaseIterable {
    case explicit, pronoun, alias, continuation, anonymous, author, unresolved
  }

  /// Index into the document's speakers.
  public var speaker: Int
  public var attribution: Attribution
  /// 0…1: that the name is right.
  public var confidence: Double

  public init(speaker: Int, attribution: Attribution, confidence: Double) {
    self.speaker = speaker
    self.attribution = attribution
    self.confidence = confidence
  }
}
