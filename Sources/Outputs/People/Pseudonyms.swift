import Documents

/// Names for persons that are the same for the same person in every document: `Person-3fa9c1`.
///
/// Without a key anyone can hash a name and look for it; a key that is kept secret prevents that.
public struct Pseudonyms: Sendable {
  private let key: String

  public init(key: String = "") { self.key = key }

  /// The name that stands in a person's place.
  public func name(for name: String) -> String { "Person-" + hash("name", name).prefix(6) }

  /// The id that stands in a person's place: a lexicon's id, and a hash of a name, would tell who it is.
  public func id(for id: String) -> String { hash("id", id) }

  private func hash(_ kind: String, _ value: String) -> String {
    var hash = StableHash()
    hash.combine(kind)
    hash.combine(key)
    hash.combine(value)
    return hash.hex
  }
}
