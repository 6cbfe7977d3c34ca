import Documents

/// Trees as scoring asks them: what role a mention plays to a term.
struct StanceTree: Sendable {
  let heads: [Int32]
  let relations: [Relation]
  let fineTags: [XPOS]
  private let childStarts: [Int]
  private let childList: [Int]

  init(_ syntax: Syntax) {
    heads = syntax.heads
    relations = syntax.relations
    fineTags = syntax.fineTags
    var starts = [Int](repeating: 0, count: heads.count + 1)
    for head in heads where head >= 0 { starts[Int(head) + 1] += 1 }
    for index in heads.indices { starts[index + 1] += starts[index] }
    var next = starts
    var list = [Int](repeating: 0, count: starts.last ?? 0)
    for index in heads.indices where heads[index] >= 0 {
      list[next[Int(heads[index])]] = index
      next[Int(heads[index])] += 1
    }
    childStarts = starts
    childList = list
  }

  /// Children in text order.
  func children(of index: Int) -> ArraySlice<Int> { childList[childStarts[index]..<childStarts[index + 1]] }

  /// The way from one token to another: those passed going up, those going down from the other's end, and where the
  /// two meet. `nil` where they hang on different roots or the way is longer than twelve steps.
  func path(_ from: Int, _ to: Int) -> (up: [Int], down: [Int], top: Int)? {
    var ups = [from]
    while let last = ups.last, let parent = parent(last), ups.count < 12 { ups.append(parent) }
    var down: [Int] = []
    var index = to
    while down.count < 12 {
      if let place = ups.firstIndex(of: index) { return (Array(ups[..<place]), down, index) }
      down.append(index)
      guard let parent = parent(index) else { return nil }
      index = parent
    }
    return nil
  }

  /// What ties a mention to a term.
  enum Tie: Hashable {
    case object, subject, modifier, predicate
    /// The preposition's token.
    case preposition(Int)
  }

  /// The token of a range on which the others hang.
  func head(of range: Range<Int>) -> Int {
    range.first { !range.contains(Int(heads[$0])) } ?? range.lowerBound
  }

  func parent(_ index: Int) -> Int? { heads[index] >= 0 ? Int(heads[index]) : nil }

  /// - Parameters:
  ///   - term: the head of the term.
  ///   - mention: the head of the mention.
  ///   - isVerb: whether the term is a verb.
  func tie(of term: Int, to mention: Int, isVerb: Bool) -> Tie? {
    if let tie = below(term, mention, isVerb: isVerb) { return tie }
    return above(term, mention, isVerb: isVerb)
  }

  /// The mention hangs on the term, itself or by what it belongs to (*Quillon’s allies*, *Tarnov and Quillon*).
  private func below(_ term: Int, _ mention: Int, isVerb: Bool) -> Tie? {
    var index = mention
    for _ in 0..<4 {
      guard let parent = parent(index) else { return nil }
      if parent == term { return tie(relations[index], at: index, on: term, isVerb: isVerb) }
      switch relations[index] {
      case .conj, .appos, .flat, .compound, .nmodPoss, .nmodDesc, .nmodUnmarked: index = parent
      default: return nil
      }
    }
    return nil
  }

  private func tie(_ relation: Relation, at index: Int, on term: Int, isVerb: Bool) -> Tie? {
    switch relation {
    case .obj, .iobj, .nsubjPass, .csubjPass: return .object
    case .nsubj, .csubj, .nsubjOuter: return isVerb ? .subject : .predicate
    case .oblAgent: return .subject
    case .obl, .nmod: return caseMarker(of: index).map(Tie.preposition)
    case .nmodPoss, .compound, .appos, .amod: return isVerb ? nil : .modifier
    default: return nil
    }
  }

  private func caseMarker(of index: Int) -> Int? {
    var place = index - 1
    while place >= 0, index - place <= 8 {
      if Int(heads[place]) == index, relations[place] == .caseMarker { return place }
      place -= 1
    }
    return nil
  }

  /// The term hangs on the mention (*the reckless Tarnov*, *Tarnov, who lied*) or on a verb whose subject it is.
  private func above(_ term: Int, _ mention: Int, isVerb: Bool) -> Tie? {
    var index = term
    for _ in 0..<4 {
      guard let parent = parent(index) else { return nil }
      if parent == mention {
        switch relations[index] {
        case .amod, .compound, .appos, .nmodDesc: return isVerb && isPassiveParticiple(index) ? .object : .modifier
        case .acl: return isVerb ? (isPassiveParticiple(index) ? .object : .subject) : .modifier
        case .aclRelcl: return relativeTie(index, isVerb: isVerb)
        default: return nil
        }
      }
      switch relations[index] {
      case .xcomp, .conj, .advcl, .parataxis, .ccomp:
        // A clause with a subject of its own is another's.
        if hasSubject(index) { return nil }
        index = parent
        if isSubject(mention, of: index) {
          return isVerb ? (isPassive(term) ? .object : .subject) : .predicate
        }
      default: return nil
      }
    }
    return nil
  }

  private func relativeTie(_ verb: Int, isVerb: Bool) -> Tie? {
    for place in max(0, verb - 12)..<verb where Int(heads[place]) == verb {
      switch relations[place] {
      case .nsubj: return isRelative(place) ? (isVerb ? .subject : .predicate) : .object
      case .nsubjPass: return isRelative(place) ? .object : nil
      default: continue
      }
    }
    return nil
  }

  private func isRelative(_ index: Int) -> Bool {
    fineTags[index] == .wp || fineTags[index] == .wdt
  }

  private func isPassiveParticiple(_ index: Int) -> Bool { fineTags[index] == .vbn || fineTags[index] == .vbd }

  func isPassive(_ verb: Int) -> Bool {
    for place in max(0, verb - 6)..<verb where Int(heads[place]) == verb && relations[place] == .auxPass { return true }
    return false
  }

  private func hasSubject(_ verb: Int) -> Bool {
    for place in max(0, verb - 15)..<verb where Int(heads[place]) == verb && relations[place].base == .nsubj {
      return true
    }
    return false
  }

  /// Whether a mention is a verb's subject, itself or by what it belongs to.
  private func isSubject(_ mention: Int, of verb: Int) -> Bool {
    var index = mention
    for _ in 0..<3 {
      guard let parent = parent(index) else { return false }
      if parent == verb { return relations[index].base == .nsubj }
      switch relations[index] {
      case .conj, .appos, .flat, .compound: index = parent
      default: return false
      }
    }
    return false
  }
}
