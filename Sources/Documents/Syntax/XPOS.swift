/// The finer English tags of the Penn Treebank as the English UD treebanks use them.
public enum XPOS: UInt8, Sendable, CaseIterable {
  case dollar, closeQuote, comma, openBracket, closeBracket, stop, colon, add, afx, cc, cd, dt, ex, fw, gw, hyph,
    `in`, jj, jjr, jjs, ls, md, nfp, nn, nnp, nnps, nns, pdt, pos, prp, prpPossessive, rb, rbr, rbs, rp, sym, to,
    uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wpPossessive, wrb, openQuote

  /// The tag as CoNLL-U writes it.
  public var name: String { XPOS.names[Int(rawValue)] }

  public init?(name: some StringProtocol) {
    guard let tag = XPOS.byName[String(name)] else { return nil }
    self = tag
  }

  private static let names: [String] = [
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN",
    "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR",
    "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``",
  ]
  private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

  public var isVerbal: Bool {
    switch self {
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz, .md: true
    default: false
    }
  }
}
