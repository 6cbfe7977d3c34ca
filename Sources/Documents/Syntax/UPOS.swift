/// Universal part-of-speech tags (Universal Dependencies v2).
public enum UPOS: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x

  /// The tag as CoNLL-U writes it.
  public var name: String { String(describing: self).uppercased() }

  public init?(name: some StringProtocol) {
    guard let tag = UPOS.byName[String(name)] else { return nil }
    self = tag
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// Noun, proper noun or pronoun.
  public var isNominal: Bool { self == .noun || self == .propn || self == .pron }
}
