import Documents

/// The trees of a document as the search for speakers reads them: the part that a word plays in its clause.
///
/// Without trees every word is its own phrase and the first one of a sentence counts as its subject.
struct Grammar {
  /// The part that a noun phrase plays.
  enum Place {
    case subject, object, oblique, possessor, other
    /// *the Quillon archive*: a name that tells one thing from another.
    case modifier
  }

  let hasTrees: Bool
  private let heads: [Int32]
  private let relations: [Relation]
  private let tags: [UPOS]
  private let fineTags: [XPOS]

  init(_ document: SegmentedArticle) {
    heads = document.syntax?.heads ?? []
    relations = document.syntax?.relations ?? []
    tags = document.syntax?.tags ?? []
    fineTags = document.syntax?.fineTags ?? []
    hasTrees = !heads.isEmpty && heads.count == document.tokens.count
  }

  /// The head of a token; `nil` for the root of a sentence and without trees.
  func head(of token: Int) -> Int? {
    guard heads.indices.contains(token), heads[token] >= 0 else { return nil }
    return Int(heads[token])
  }

  func relation(_ token: Int) -> Relation? { relations.indices.contains(token) ? relations[token] : nil }

  func isNoun(_ token: Int) -> Bool { tags.indices.contains(token) && (tags[token] == .noun || tags[token] == .propn) }

  func isVerb(_ token: Int) -> Bool { tags.indices.contains(token) && (tags[token] == .verb || tags[token] == .aux) }

  func isPlural(_ token: Int) -> Bool {
    fineTags.indices.contains(token) && (fineTags[token] == .nns || fineTags[token] == .nnps)
  }

  /// The token of a phrase whose own head stands outside it; the last token without trees.
  func head(ofPhrase range: Range<Int>) -> Int? {
    guard hasTrees else { return range.last }
    return range.first { token in
      guard relations[token] != .punct else { return false }
      return !range.contains(Int(heads[token]))
    } ?? range.last
  }

  /// The part that the phrase of a head word plays, and the word that it is an argument of. Appositions and conjuncts play the
  /// part of what they stand beside.
  func place(of token: Int) -> (place: Place, governor: Int?) {
    guard hasTrees else { return (.other, nil) }
    var index = token
    for _ in 0..<8 {
      guard let relation = relation(index), let head = head(of: index) else { return (.other, nil) }
      switch relation {
      case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter: return (.subject, head)
      case .obj, .iobj: return (.object, head)
      case .obl, .oblAgent, .oblUnmarked: return (.oblique, head)
      case .nmodPoss: return (.possessor, head)
      case .compound: return (.modifier, nil)
      case .appos, .conj, .flat, .nmodDesc: index = head
      default: return (.other, nil)
      }
    }
    return (.other, nil)
  }

  /// Whether a phrase stands in front of the clause that it belongs to: *For Quillon, the harbour was …*, *in a letter
  /// that was written by Quillon, she …*.
  func isFronted(_ token: Int) -> Bool {
    var index = token
    for _ in 0..<8 {
      guard let relation = relation(index), let head = head(of: index) else { return false }
      if head > token { return relation == .obl || relation == .oblUnmarked || relation == .advcl }
      index = head
    }
    return false
  }

  /// The noun that a relative clause hangs on, from its *who*.
  func antecedent(ofRelative token: Int) -> Int? {
    var index = token
    for _ in 0..<8 {
      guard let head = head(of: index) else { return nil }
      if relation(index) == .aclRelcl { return head < token ? head : nil }
      index = head
    }
    return nil
  }

  /// Whether a token is a word or hangs on it, through however many others.
  func hangs(_ token: Int, below word: Int) -> Bool {
    var index = token
    for _ in 0..<32 {
      if index == word { return true }
      guard let head = head(of: index) else { return false }
      index = head
    }
    return false
  }

  /// What a noun is an apposition to.
  func apposed(to noun: Int) -> Int? { relation(noun) == .appos ? head(of: noun) : nil }

  /// *Quillon is the director*: the subject of a noun that is a predicate, unless the clause is negated.
  func subject(ofPredicate noun: Int, in sentence: Range<Int>) -> Int? {
    guard hasTrees else { return nil }
    var subject: Int?
    var hasCopula = false
    for token in sentence where head(of: token) == noun {
      switch relations[token] {
      case .nsubj: subject = token
      case .cop: hasCopula = true
      case .advmod where fineTags[token] == .rb && token > sentence.lowerBound && isVerb(token - 1): return nil
      default: break
      }
    }
    return hasCopula ? subject : nil
  }

  /// Where the noun phrase of a head word begins: its determiner, adjectives and possessors stand before it.
  func start(ofPhrase head: Int, in sentence: Range<Int>) -> Int {
    var start = head
    while start - 1 >= sentence.lowerBound, hangs(start - 1, on: head) { start -= 1 }
    return start
  }

  private func hangs(_ token: Int, on head: Int) -> Bool {
    var index = token
    for _ in 0..<6 {
      switch relation(index) {
      case .det, .amod, .compound, .nummod, .nmodPoss, .caseMarker, .flat, .detPredet, .nmodDesc, .nmodUnmarked,
        .advmod, .punct, .conj, .cc:
        guard let next = self.head(of: index) else { return false }
        if next == head { return relation(index) != .caseMarker && relation(index) != .punct && relation(index) != .cc }
        index = next
      default: return false
      }
    }
    return false
  }
}
