import Documents
import Linguistics

/// The spans that may be the content of a cue: from its tree, its sentence and the quotations around it.
struct ContentCandidates {
  private let view: TreeView
  private let cue: Int
  private let sentence: Range<Int>
  /// Cue with its subject and auxiliaries.
  let phrase: Range<Int>
  private(set) var spans: [ContentSpan] = []
  /// What tells the spans apart; few enough to look through.
  private var keys: [UInt64] = []

  static let limit = 60

  init(_ view: TreeView, cue: Int) {
    self.view = view
    self.cue = cue
    sentence = view.sentence(cue)
    var low = cue
    var high = cue + 1
    for child in view.children(of: cue) {
      switch view.relation(child) {
      case .nsubj, .nsubjPass, .aux, .auxPass, .cop, .expl:
        low = min(low, view.lows[child])
        high = max(high, view.highs[child])
      default: break
      }
    }
    phrase = low..<high
    spans.reserveCapacity(Self.limit)
    keys.reserveCapacity(Self.limit)
    addChildren()
    addAncestors()
    addSentence()
    addQuotations()
  }

  // MARK: Around the cue in the tree

  private mutating func addChildren() {
    let children = view.children(of: cue)
    var complements: [Int] = []
    for child in children {
      let relation = view.relation(child)
      switch relation.base {
      case .punct, .aux, .det, .caseMarker, .mark, .cc, .cop, .compound, .expl, .discourse, .nummod, .fixed: continue
      default: break
      }
      let range = view.lows[child]..<view.highs[child]
      let atom = UInt64(relation.rawValue) << 8 | (child > cue ? 64 : 0)
      add(range, .child, atom)
      if child > cue, relation.base != .nsubj { complements.append(child) }
      if let preposition = view.children(of: child).first(where: { view.relation($0) == .caseMarker }), child > cue {
        add((preposition + 1)..<range.upperBound, .withoutPreposition, atom)
      }
      if child > cue {
        add(range.lowerBound..<max(range.upperBound, view.highs[cue]), .childToEnd, atom)
        add(range.lowerBound..<sentence.upperBound, .childToSentenceEnd, atom)
      }
      addCuts(child, range, atom)
      addGrandchildren(child, atom)
    }
    for (number, child) in complements.enumerated() {
      for other in complements.dropFirst(number + 1).prefix(3) {
        add(
          view.lows[child]..<view.highs[other], .run,
          UInt64(view.relation(child).rawValue) << 8 | UInt64(view.relation(other).rawValue) << 16)
      }
    }
    for subject in children {
      guard [.nsubj, .nsubjPass].contains(view.relation(subject)), subject < cue else { continue }
      for child in complements {
        add(
          view.lows[subject]..<view.highs[subject], .subjectAndChild,
          UInt64(view.relation(subject).rawValue) << 8 | UInt64(view.relation(child).rawValue) << 16,
          second: view.lows[child]..<view.highs[child])
      }
    }
  }

  /// A child's subtree that ends before a relative clause, an apposition, an adverbial, a conjunct or a comma.
  private mutating func addCuts(_ child: Int, _ range: Range<Int>, _ atom: UInt64) {
    for part in view.children(of: child) where part > child {
      switch view.relation(part).base {
      case .acl, .appos, .advcl, .conj, .parataxis, .obl, .nmod, .advmod:
        let relation = UInt64(view.relation(part).rawValue) << 16
        add(range.lowerBound..<view.lows[part], .childCut, atom | relation)
      default: break
      }
    }
    if let comma = (child..<range.upperBound).first(where: { view.words[$0] == Symbol.comma }) {
      add(range.lowerBound..<comma, .childToComma, atom)
    }
  }

  private mutating func addGrandchildren(_ child: Int, _ atom: UInt64) {
    for part in view.children(of: child) {
      switch view.relation(part).base {
      case .ccomp, .xcomp, .acl, .advcl, .obj, .nmod, .csubj, .parataxis, .obl:
        let range = view.lows[part]..<view.highs[part]
        let kind = atom | UInt64(view.relation(part).rawValue) << 16
        add(range, .grandchild, kind)
        if part > cue { add(range.lowerBound..<view.highs[cue], .grandchild, kind | 1 << 40) }
      default: break
      }
    }
  }

  private mutating func addAncestors() {
    var branch = cue
    var level: UInt64 = 1
    while level <= 3, view.heads[branch] >= 0 {
      let head = view.heads[branch]
      let atom = level << 8 | UInt64(view.relation(branch).rawValue) << 16
      let low = view.lows[head]
      let high = view.highs[head]
      let left = low..<max(low, min(view.lows[branch], phrase.lowerBound))
      let right = min(high, max(view.highs[branch], phrase.upperBound))..<high
      add(left, .ancestorLeft, atom)
      add(right, .ancestorRight, atom)
      if !left.isEmpty, !right.isEmpty { add(left, .ancestorBoth, atom, second: right) }
      if head < cue {
        add(low..<(head + 1), .modifiedHead, atom)
        // The noun phrase alone, where the ancestor is a noun that the cue modifies.
        if let determiner = view.children(of: head).first(where: { $0 < head }) {
          add(view.lows[determiner]..<min(cue, view.lows[branch]), .modified, atom)
        }
      }
      if view.relation(branch) == .conj {
        for child in view.children(of: head) where [.ccomp, .xcomp, .obj, .obl].contains(view.relation(child)) {
          add(view.lows[child]..<view.highs[child], .conjunctHead, UInt64(view.relation(child).rawValue) << 8)
        }
      }
      branch = head
      level += 1
    }
  }

  // MARK: Around the cue in the text

  private mutating func addSentence() {
    let left = sentence.lowerBound..<phrase.lowerBound
    let right = phrase.upperBound..<sentence.upperBound
    add(left, .sentenceLeft, 0)
    add(right, .sentenceRight, 0)
    if !left.isEmpty, !right.isEmpty { add(left, .around, 0, second: right) }
    if let comma = left.last(where: { view.words[$0] == Symbol.comma && $0 < phrase.lowerBound - 1 }) {
      add((comma + 1)..<phrase.lowerBound, .leftToComma, 0)
    }
    if let comma = right.dropFirst().first(where: { view.words[$0] == Symbol.comma }) {
      add(right.lowerBound..<comma, .rightToComma, 0)
      add((comma + 1)..<right.upperBound, .rightToComma, 1)
    }
    if view.words[cue] == Symbol.colon {
      var end = sentence.upperBound
      while end < view.count, view.block(end) == view.block(cue) { end += 1 }
      add((cue + 1)..<end, .paragraphRest, 0)
    }
  }

  private mutating func addQuotations() {
    guard view.quotationOf[cue] < 0, !view.quotations.isEmpty, !sentence.isEmpty else { return }
    let block = view.block(cue)
    let number = view.sentenceOf[cue]
    var left: [Int] = []
    var right: [Int] = []
    var index = view.quotations.partitioningIndex { $0.upperBound > sentence.lowerBound - 60 }
    while index < view.quotations.count, view.quotations[index].lowerBound < sentence.upperBound + 60 {
      let range = view.quotations[index]
      defer { index += 1 }
      guard !range.isEmpty, view.block(range.lowerBound) == block else { continue }
      if range.upperBound <= cue {
        let distance = number - view.sentenceOf[range.upperBound - 1]
        guard distance <= 2 else { continue }
        left.append(index)
        add(range, distance == 0 ? .quotationLeft : .quotationBefore, UInt64(distance))
      } else {
        let distance = view.sentenceOf[range.lowerBound] - number
        guard distance <= 2 else { continue }
        right.append(index)
        add(range, distance == 0 ? .quotationRight : .quotationAfter, UInt64(distance))
      }
    }
    if let before = left.last, let after = right.first {
      add(view.quotations[before], .quotations, 0, second: view.quotations[after])
      let far = sentence.lowerBound..<phrase.lowerBound
      add(far, .quotations, 1, second: view.quotations[after])
    }
    if right.count >= 2 {
      add(view.quotations[right[0]].lowerBound..<view.quotations[right[1]].upperBound, .quotations, 2)
    }
    if left.count >= 2 {
      let last = left.count - 1
      add(view.quotations[left[last - 1]].lowerBound..<view.quotations[left[last]].upperBound, .quotations, 3)
    }
    if let after = right.first, view.quotations[after].upperBound > sentence.upperBound,
      view.quotations[after].lowerBound < sentence.upperBound
    {
      add(phrase.upperBound..<view.quotations[after].upperBound, .quotations, 4)
    }
  }

  // MARK: Collecting

  private mutating func add(_ range: Range<Int>, _ kind: SpanKind, _ detail: UInt64, second: Range<Int>? = nil) {
    let kind = kind.rawValue | detail << 8
    if let second {
      place(range, second, kind)
      return
    }
    guard range.contains(cue) else {
      place(range, nil, kind)
      growAndPlace(range, kind)
      return
    }
    // Around the cue: what is left of it, what is right of it, and both.
    let left = range.lowerBound..<max(range.lowerBound, phrase.lowerBound)
    let right = min(phrase.upperBound, range.upperBound)..<range.upperBound
    place(left, nil, kind | 1 << 48)
    place(right, nil, kind | 2 << 48)
    if !left.isEmpty, !right.isEmpty { place(left, right, kind | 3 << 48) }
  }

  /// The span again, up to the edges of the quotations that it begins and ends in.
  private mutating func growAndPlace(_ range: Range<Int>, _ kind: UInt64) {
    guard !range.isEmpty else { return }
    var low = range.lowerBound
    var high = range.upperBound
    let own = view.quotationOf[cue]
    let first = view.quotationOf[low]
    if first >= 0, first != own { low = view.quotations[first].lowerBound }
    let last = view.quotationOf[high - 1]
    if last >= 0, last != own { high = view.quotations[last].upperBound }
    if low != range.lowerBound || high != range.upperBound { place(low..<high, nil, kind | 4 << 48) }
  }

  private mutating func place(_ range: Range<Int>, _ second: Range<Int>?, _ kind: UInt64) {
    let first = view.trimmed(range)
    let rest = second.map(view.trimmed)
    guard view.wordCount(first) > 0 else {
      if let rest, view.wordCount(rest) > 0 { place(rest, nil, kind) }
      return
    }
    if let rest, view.wordCount(rest) == 0 { return place(first, nil, kind) }
    if let rest, rest.lowerBound <= first.upperBound || rest.contains(cue) { return }
    guard !first.contains(cue), abs(first.lowerBound - cue) < 600 else { return }
    var key = UInt64(view.wordNumber(first.lowerBound)) << 32 | UInt64(view.wordNumber(first.upperBound))
    if let rest {
      key = mixed(key) ^ (UInt64(view.wordNumber(rest.lowerBound)) << 32 | UInt64(view.wordNumber(rest.upperBound)))
    }
    if let known = keys.firstIndex(of: key) {
      spans[known].kinds.add(kind)
    } else if spans.count < Self.limit {
      keys.append(key)
      spans.append(ContentSpan(first: first, second: rest, kinds: KindList(kind)))
    }
  }
}

extension TreeView {
  /// Without commas, dashes and full stops at the ends; marks of a quotation that lies inside stay.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = max(0, range.lowerBound)
    var high = min(count, range.upperBound)
    while low < high, isPunctuation(low), !opensQuotation(low) { low += 1 }
    while high > low, isPunctuation(high - 1), !closesQuotation(high - 1, from: low) { high -= 1 }
    return low..<max(low, high)
  }

  private func opensQuotation(_ index: Int) -> Bool {
    quotationOf[index] >= 0 && quotations[quotationOf[index]].lowerBound == index
  }

  /// Whether punctuation belongs to a quotation whose end this is and which begins inside the span.
  private func closesQuotation(_ index: Int, from low: Int) -> Bool {
    quotationOf[index] >= 0 && quotations[quotationOf[index]].upperBound == index + 1
      && quotations[quotationOf[index]].lowerBound >= low
  }
}
