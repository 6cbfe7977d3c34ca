import Attribution
import Documents
import Linguistics

/// Makes the features of a question: lexicon hits, words in windows around target and holder, paths in the tree.
struct FeatureMaker {
  let reading: StanceReading
  let text: AskedText.Facts
  let tree: StanceTree
  let target: Range<Int>
  let holder: Range<Int>?
  let hits: [Stance.Hit]
  let own: OwnWords
  let words: MaskedWords
  private let toTarget: TreeWays
  /// What the first hit on a token says: 1 for its favor, 2 for its disfavor, 0 for no hit.
  private let signs: [UInt64]

  init(
    reading: StanceReading, text: AskedText.Facts, target: Range<Int>, holder: Range<Int>?, hits: [Stance.Hit],
    own: OwnWords
  ) {
    self.reading = reading
    self.text = text
    tree = text.tree
    self.target = target
    self.holder = holder
    self.hits = hits
    self.own = own
    words = MaskedWords(text, target: target, holder: holder)
    toTarget = text.ways(to: tree.head(of: target))
    var signs = [UInt64](repeating: 0, count: text.words.count)
    for hit in hits.reversed() {
      for token in reading.locator.range(hit.span).clamped(to: signs.indices) { signs[token] = hit.weight > 0 ? 1 : 2 }
    }
    self.signs = signs
  }

  func features() -> StanceFeatures {
    var features = StanceFeatures(QuestionKind(target: target, holder: holder))
    features.add(.prior, -1, 1)
    addHits(&features)
    addWords(&features)
    addTree(&features)
    addWays(&features)
    if let holder { addPair(&features, holder) }
    features.placed = WordPlacer(
      reading: reading, text: text, target: target, holder: holder, hits: hits, own: own, words: words
    ).placed()
    return features
  }

  // MARK: Lexicon

  private func addHits(_ features: inout StanceFeatures) {
    var positive = 0.0
    var negative = 0.0
    for hit in hits {
      if hit.contribution > 0 { positive += hit.contribution } else { negative -= hit.contribution }
      let tokens = reading.locator.range(hit.span)
      let place = tokens.lowerBound
      let sign: UInt64 = hit.contribution > 0 ? 1 : 2
      let role = hash(of: hit.role.utf8)
      let strength = UInt64(min(9, abs(hit.contribution) * 10))
      let term = hash(of: hit.term.utf8)
      let side: UInt64 = place < target.lowerBound ? 1 : 2
      let isOwn: UInt64 = own.contains(place) ? 1 : 0
      features.add(.lexicon, place, 10, sign, strength)
      features.add(.lexicon, place, 11, sign, role, isOwn)
      features.add(.lexicon, place, 12, sign, side, bin(hit.distance))
      features.add(.lexicon, place, 13, term, sign, isOwn)
      features.add(.lexicon, place, 14, term, role, sign)
      features.add(.lexicon, place, 15, term, side, sign)
    }
    let score = Formula.score(hits.map(\.contribution))
    features.add(.lexicon, -1, 16, level(score * 5))
    features.add(.lexicon, -1, 17, level(positive * 4), level(negative * 4))
    features.add(.lexicon, -1, 18, level(positive * 4))
    features.add(.lexicon, -1, 19, level(negative * 4))
    // Each step passed is a feature, so that what is learned of one holds for all beyond it.
    for step in 1...8 where abs(score) * 10 >= Double(step) {
      features.add(.lexicon, -1, 120, score > 0 ? 1 : 2, UInt64(step))
    }
  }

  /// How content words and hits hang together with the target: the shape of the way through the tree.
  private func addWays(_ features: inout StanceFeatures) {
    for index in 0..<words.words.count where !target.contains(index) && isContent(index) && !words.isName[index] {
      guard let way = toTarget.way(from: index), way.length <= 5 else { continue }
      let reach = UInt64(min(4, way.up)) &* 8 &+ UInt64(min(4, way.down))
      let lemma = words.lemma(index)
      features.add(.path, index, 110, lemma, reach)
      let sign = lexiconSign(index)
      if way.length <= 4 {
        let shape = toTarget.shape(from: index, way, seed: 23, turn: 98, first: 1)
        features.add(.path, index, 111, lemma, shape)
        if sign != 0 { features.add(.path, index, 112, sign, shape) }
      }
      if sign != 0 { features.add(.path, index, 113, sign, reach, own.contains(index) ? 1 : 0) }
    }
  }

  private func level(_ value: Double) -> UInt64 { UInt64(bitPattern: Int64(max(-8, min(8, value.rounded())))) }

  // MARK: Words

  private func addWords(_ features: inout StanceFeatures) {
    let start = target.lowerBound
    let end = target.upperBound
    for step in 1...4 {
      let offset = UInt64(step)
      features.add(.window, start - step, 20, words.word(start - step), offset)
      features.add(.window, end + step - 1, 21, words.word(end + step - 1), offset)
      if step <= 2 {
        features.add(
          .window, start - step - 1, 22, words.word(start - step - 1), words.word(start - step), offset)
        features.add(.window, end + step - 1, 23, words.word(end + step - 1), words.word(end + step), offset)
      }
    }
    features.add(.window, start - 1, 24, words.word(start - 1), words.word(end))
    features.add(.place, start, 25, tag(start - 1), tag(end))
    features.add(.place, start, 26, UInt64(reading.tags[start].rawValue), tag(end))
    var names = 0
    for index in 0..<words.words.count where !target.contains(index) {
      if words.isName[index] {
        if index == 0 || !words.isName[index - 1] { names += 1 }
        continue
      }
      // With a holder, words away from both say more of the topic than of the two.
      guard holder == nil, isContent(index) else { continue }
      let side: UInt64 = index < start ? 1 : 2
      let distance = index < start ? start - index : index - end + 1
      let reach: UInt64 = distance <= 3 ? 1 : distance <= 8 ? 2 : 3
      let isOwn: UInt64 = own.contains(index) ? 1 : 0
      let lemma = words.lemma(index)
      features.add(.word, index, 30, lemma)
      features.add(.word, index, 31, lemma, side, isOwn)
      features.add(.word, index, 32, lemma, reach, side)
      if index + 1 < words.words.count, !target.contains(index + 1) {
        features.add(.word, index, 33, lemma, words.lemma(index + 1))
        features.add(.word, index, 34, lemma, words.lemma(index + 1), side)
      }
      if index > 0, !isContent(index - 1) {
        features.add(.word, index, 35, words.lemma(index - 1), lemma)
      }
    }
    let count = words.words.count
    features.add(.place, -1, 36, bin(names))
    features.add(.place, -1, 37, bin(start), bin(count - end))
    features.add(.place, -1, 38, bin(count))
    features.add(.place, -1, 39, UInt64(own.isEmpty ? 0 : 1))
  }

  private func isContent(_ index: Int) -> Bool {
    switch reading.tags[index] {
    case .noun, .verb, .adj, .adv, .intj: true
    default: false
    }
  }

  private func tag(_ index: Int) -> UInt64 {
    tree.fineTags.indices.contains(index) ? UInt64(tree.fineTags[index].rawValue) + 1 : 0
  }

  private func relation(_ index: Int) -> UInt64 { UInt64(tree.relations[index].rawValue) + 1 }

  // MARK: Tree

  private func addTree(_ features: inout StanceFeatures) {
    let head = tree.head(of: target)
    features.add(.tree, head, 40, relation(head))
    addChildren(of: head, except: -1, &features, template: 41)
    var path: UInt64 = 0
    var index = head
    for step in 1...4 {
      guard let parent = tree.parent(index) else { break }
      path = path &* 64 &+ relation(index)
      let lemma = words.lemma(parent)
      let negated: UInt64 = isNegated(parent) ? 1 : 0
      features.add(.tree, parent, 42, path, lemma, negated)
      features.add(.tree, parent, 43, lemma, UInt64(step), negated)
      if step <= 2 {
        features.add(.tree, parent, 44, path, tag(parent))
        features.add(.tree, parent, 45, path, lexiconSign(parent), negated)
        addChildren(of: parent, except: index, &features, template: 46, path)
      }
      index = parent
    }
    // What else the target is the subject of: *tried to mislead*, *lied and cheated*.
    for place in 0..<words.words.count where place != head && isPredicate(place) {
      guard let tie = toTarget.tie(of: place) else { continue }
      let role: UInt64
      switch tie {
      case .object: role = 1
      case .subject: role = 2
      case .modifier: role = 3
      case .predicate: role = 4
      case .preposition(let token): role = words.word(token)
      }
      features.add(.tree, place, 50, words.lemma(place), role, isNegated(place) ? 1 : 0)
      features.add(.tree, place, 51, lexiconSign(place), role, isNegated(place) ? 1 : 0)
    }
  }

  private func isPredicate(_ index: Int) -> Bool {
    switch reading.tags[index] {
    case .verb, .adj, .noun: !words.isName[index]
    default: false
    }
  }

  private func addChildren(
    of head: Int, except: Int, _ features: inout StanceFeatures, template: UInt64, _ path: UInt64 = 0
  ) {
    for child in tree.children(of: head) where child != except && tree.relations[child] != .punct {
      features.add(.tree, child, template, relation(child), words.lemma(child), path)
      if path != 0 {
        features.add(.tree, child, 47, relation(child), words.lemma(child), words.lemma(head))
        features.add(.tree, child, 48, relation(child), lexiconSign(child), path)
      }
    }
  }

  private func isNegated(_ index: Int) -> Bool {
    text.isNegated[index]
      && tree.children(of: index).contains {
        words.lemma($0) == FeatureMaker.not || words.lemma($0) == FeatureMaker.never
      }
  }

  static let not = hash(of: "not".utf8)
  static let never = hash(of: "never".utf8)

  private func lexiconSign(_ index: Int) -> UInt64 { signs[index] }

  // MARK: Two mentions

  private func addPair(_ features: inout StanceFeatures, _ holder: Range<Int>) {
    let isFirst: UInt64 = holder.lowerBound < target.lowerBound ? 1 : 2
    let gap =
      isFirst == 1
      ? holder.upperBound..<max(holder.upperBound, target.lowerBound)
      : target.upperBound..<max(target.upperBound, holder.lowerBound)
    features.add(.place, -1, 60, isFirst)
    features.add(.place, -1, 61, isFirst, bin(gap.count))
    var names = 0
    for index in gap {
      if words.isName[index], index == gap.lowerBound || !words.isName[index - 1] { names += 1 }
      features.add(.between, index, 62, words.lemma(index), isFirst)
      if index + 1 < gap.upperBound {
        features.add(.between, index, 63, words.lemma(index), words.lemma(index + 1), isFirst)
      }
    }
    if gap.count <= 4 { features.add(.between, gap.lowerBound, 64, gap.reduce(isFirst) { mixed($0 ^ words.word($1)) }) }
    features.add(.place, -1, 65, bin(names), isFirst)
    for step in 1...3 {
      features.add(.window, holder.lowerBound - step, 66, words.word(holder.lowerBound - step), UInt64(step))
      features.add(.window, holder.upperBound + step - 1, 67, words.word(holder.upperBound + step - 1), UInt64(step))
    }
    features.add(
      .window, holder.upperBound, 68, words.word(holder.upperBound), words.word(holder.upperBound + 1))
    var sum = 0.0
    for hit in hits {
      let place = reading.locator.range(hit.span).lowerBound
      let isBetween: UInt64 = gap.contains(place) ? 1 : 0
      let sign: UInt64 = hit.contribution > 0 ? 1 : 2
      features.add(.lexicon, place, 69, sign, isBetween, isFirst)
      features.add(.lexicon, place, 70, hash(of: hit.term.utf8), isBetween, isFirst)
      if isBetween == 1 { sum += hit.contribution }
    }
    features.add(.lexicon, -1, 71, level(sum * 4), isFirst)
    addPath(&features, holder, isFirst)
  }

  private func addPath(_ features: inout StanceFeatures, _ holder: Range<Int>, _ isFirst: UInt64) {
    let from = tree.head(of: holder)
    let to = tree.head(of: target)
    features.add(.tree, from, 80, relation(from))
    features.add(.tree, from, 81, relation(from), relation(to), isFirst)
    features.add(.tree, from, 82, lexiconSign(tree.parent(from) ?? from), relation(from), relation(to))
    if let parent = tree.parent(from) { features.add(.tree, parent, 83, relation(from), words.lemma(parent)) }
    guard let (up, down, top) = tree.path(from, to) else { return features.add(.path, -1, 84) }
    var shape: UInt64 = 17
    for index in up { shape = mixed(shape ^ relation(index)) }
    shape = mixed(shape ^ 99)
    for index in down.reversed() { shape = mixed(shape ^ relation(index)) }
    features.add(.path, top, 85, shape)
    features.add(.path, top, 86, shape, words.lemma(top), isNegated(top) ? 1 : 0)
    features.add(.path, top, 87, bin(up.count), bin(down.count))
    let first = up.last.map(relation) ?? 0
    let last = down.last.map(relation) ?? 0
    features.add(.path, top, 88, words.lemma(top), first, last)
    features.add(.path, top, 89, lexiconSign(top), first, last)
    features.add(.path, top, 90, first, last, tag(top))
    var positive = 0
    var negative = 0
    for (side, list) in [(UInt64(1), up), (2, down)] {
      // The ends are the mentions themselves.
      for index in list.dropFirst() {
        features.add(.path, index, 91, words.lemma(index), side)
        features.add(.path, index, 92, words.lemma(index), relation(index), side)
        let sign = lexiconSign(index)
        if sign == 1 { positive += 1 } else if sign == 2 { negative += 1 }
        features.add(.path, index, 93, sign, relation(index), side)
      }
    }
    features.add(.path, top, 94, words.lemma(top))
    let sign = lexiconSign(top)
    if sign == 1 { positive += 1 } else if sign == 2 { negative += 1 }
    features.add(.path, top, 95, UInt64(positive), UInt64(negative), isFirst)
    // Whose words they are: a verb whose subject the holder is, with the target somewhere below it.
    for index in [top] + down where tree.tie(of: index, to: from, isVerb: true) == .subject {
      features.add(.path, index, 96, words.lemma(index), index == top ? 1 : 2)
    }
  }
}
