/// One entry of an abbreviation lexicon: `{term: "Mr.", class: title, ends: never}`.
public struct Abbreviation: Hashable, Sendable {
  /// What an abbreviation stands for.
  public enum Kind: String, Sendable, CaseIterable {
    case general, title, military, religious, academic, company, state, country, street
    case month, day, time, unit, reference, legal, latin
  }

  /// Whether its full stop can be a sentence's last character.
  public enum Ends: String, Sendable, CaseIterable {
    /// Something always follows: `Mr.`, `e.g.`
    case never
    /// It may, before a capital: `Inc.`, `etc.`
    case maybe
    /// An abbreviation before a digit only, else a word at a sentence's end: `No. 5`, `fig. 2`.
    case number
  }

  /// With its dot: `Mr.`, `U.S.`, `et al.`
  public var term: String
  public var kind: Kind
  public var ends: Ends

  public init(term: String, kind: Kind, ends: Ends) {
    self.term = term
    self.kind = kind
    self.ends = ends
  }
}
