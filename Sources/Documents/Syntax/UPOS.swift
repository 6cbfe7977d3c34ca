/// Universal part-of-speech tags (Universal Dependencies v2).
public enum UPOS: UInt8, Sendable, CaseIterable {
  case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x

  /// The tag as CoNLL-U writes it.
  public var name: String { UPOS.names[Int(rawValue)] }

  public init?(name: some StringProtocol) {
    guard let tag = UPOS.byName[String(name)] else { return nil }
    self = tag
  }

  private static let names: [String] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
  ]
  private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

  /// Noun, proper noun or pronoun.
  public var isNominal: Bool { self == .noun || self == .propn || self == .pron }
}
