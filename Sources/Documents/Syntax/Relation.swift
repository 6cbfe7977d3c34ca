/// Dependency relations of the English UD treebanks, subtypes included.
public enum Relation: UInt8, Sendable, CaseIterable {
  case acl, aclRelcl, advcl, advclRelcl, advmod, amod, appos, aux, auxPass, caseMarker, cc, ccPreconj, ccomp,
    compound, compoundPrt, conj, cop, csubj, csubjOuter, csubjPass, dep, det, detPredet, discourse, dislocated,
    expl, fixed, flat, goeswith, iobj, list, mark, nmod, nmodDesc, nmodPoss, nmodUnmarked, nsubj, nsubjOuter,
    nsubjPass, nummod, obj, obl, oblAgent, oblUnmarked, orphan, parataxis, punct, reparandum, root, vocative, xcomp

  /// The relation as CoNLL-U writes it: `nsubj:pass`.
  public var name: String { Relation.names[Int(rawValue)] }

  public init?(name: some StringProtocol) {
    guard let relation = Relation.byName[String(name)] else { return nil }
    self = relation
  }

  /// The relation without its subtype: `nsubj:pass` → `nsubj`.
  public var base: Relation { Relation.bases[Int(rawValue)] }

  private static let names: [String] = [
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
    "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
    "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj",
    "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
  ]
  private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))
  private static let bases: [Relation] = zip(names, allCases).map { name, relation in
    byName[String(name.prefix { $0 != ":" })] ?? relation
  }
}
