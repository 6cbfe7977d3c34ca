import Attribution
import Documents
import Linguistics

/// Says of each word near a question's target how it stands to the target, to the holder and to other names: side and
/// distance, the way through the tree, who says it, who is nearer.
struct WordPlacer {
  let reading: StanceReading
  let text: AskedText.Facts
  let tree: StanceTree
  let target: Range<Int>
  let holder: Range<Int>?
  let own: OwnWords
  let words: MaskedWords
  private let marks: [Mark?]
  private let names: [Name]
  private let toTarget: TreeWays
  private let toHolder: TreeWays?
  private let targetHead: Int
  private let targetVerb: Int
  private let holderVerb: Int

  /// The nearest words are enough.
  private static let limit = 60

  /// What the lexicon says of a token.
  private struct Mark {
    var weights: SIMD4<Float>
    var role: UInt64
  }

  /// Another name of the text.
  private struct Name {
    var tokens: Range<Int>
    var ways: TreeWays
  }

  init(
    reading: StanceReading, text: AskedText.Facts, target: Range<Int>, holder: Range<Int>?, hits: [Stance.Hit],
    own: OwnWords, words: MaskedWords
  ) {
    self.reading = reading
    self.text = text
    tree = text.tree
    self.target = target
    self.holder = holder
    self.own = own
    self.words = words
    var marks = [Mark?](repeating: nil, count: words.words.count)
    for hit in hits {
      let mark = Mark(
        weights: SIMD4(
          Float(max(hit.weight, 0)), Float(max(-hit.weight, 0)), Float(max(hit.contribution, 0)),
          Float(max(-hit.contribution, 0))), role: hash(of: hit.role.utf8) &* 2 &+ (hit.isNegated ? 1 : 0))
      for token in reading.locator.range(hit.span) where marks.indices.contains(token) { marks[token] = mark }
    }
    self.marks = marks
    targetHead = tree.head(of: target)
    toTarget = text.ways(to: targetHead)
    targetVerb = text.verb(above: targetHead)
    if let holder {
      let head = tree.head(of: holder)
      toHolder = text.ways(to: head)
      holderVerb = text.verb(above: head)
    } else {
      toHolder = nil
      holderVerb = -1
    }
    names = text.names.filter { !$0.overlaps(target) && holder.map($0.overlaps) != true }
      .map { Name(tokens: $0, ways: text.ways(to: text.tree.head(of: $0))) }
  }

  func placed() -> PlacedWords {
    var placed = PlacedWords()
    addQuestion(&placed)
    // Distance and token in one number, so that the nearest and first come first.
    var near: [Int] = []
    near.reserveCapacity(words.words.count)
    for index in 0..<words.words.count where isPlaced(index) {
      let away = holder.map { min(distance(index, target), distance(index, $0)) } ?? distance(index, target)
      near.append(away << 32 | index)
    }
    near.sort()
    for index in near.prefix(WordPlacer.limit).map({ $0 & 0xFFFF_FFFF }) {
      placed.begin(token: index, lemma: words.lemma(index), lexicon: marks[index]?.weights ?? .zero)
      addPlace(of: index, &placed)
    }
    return placed
  }

  private func isPlaced(_ index: Int) -> Bool {
    guard !target.contains(index), holder?.contains(index) != true, !words.isName[index] else { return false }
    switch reading.tags[index] {
    case .noun, .verb, .adj, .adv, .intj, .adp, .part, .aux, .sconj, .cconj, .pron, .det: return true
    default: return false
    }
  }

  private func distance(_ index: Int, _ mention: Range<Int>) -> Int {
    index < mention.lowerBound ? mention.lowerBound - index : index - mention.upperBound + 1
  }

  /// 1, 2, 3, 4, to 6, to 9, to 14, beyond.
  private func step(_ distance: Int) -> UInt64 {
    switch distance {
    case ...4: UInt64(max(1, distance))
    case ...6: 5
    case ...9: 6
    case ...14: 7
    default: 8
    }
  }

  private func relation(_ index: Int) -> UInt64 { UInt64(tree.relations[index].rawValue) }

  private func isNegated(_ index: Int) -> Bool {
    text.isNegated[index]
      && tree.children(of: index).contains {
        words.lemma($0) == FeatureMaker.not || words.lemma($0) == FeatureMaker.never
      }
  }

  private func code(_ tie: StanceTree.Tie?) -> UInt64 {
    switch tie {
    case nil: 0
    case .object: 1
    case .subject: 2
    case .modifier: 3
    case .predicate: 4
    case .preposition(let token): words.word(token)
    }
  }

  // MARK: The question

  /// What is of no one word.
  private func addQuestion(_ placed: inout PlacedWords) {
    let domain: UInt64 = holder == nil ? 0 : 1
    placed.begin(token: -1, lemma: 7 + domain)
    placed.add(1, domain)
    placed.add(2, domain, relation(targetHead))
    placed.add(3, domain, UInt64(reading.tags[targetHead].rawValue))
    placed.add(4, domain, UInt64(min(5, names.count)))
    guard let holder else { return }
    let isFirst: UInt64 = holder.lowerBound < target.lowerBound ? 1 : 2
    let gap = gap(holder)
    let holderHead = tree.head(of: holder)
    placed.add(5, isFirst)
    placed.add(6, isFirst, UInt64(min(9, gap.count / 2)))
    placed.add(7, isFirst, relation(holderHead), relation(targetHead))
    if let way = toTarget.way(from: holderHead) {
      if way.shape != 0 { placed.add(8, way.shape) }
      placed.add(9, UInt64(way.up), UInt64(way.down))
    }
    placed.add(10, isFirst, UInt64(min(3, gap.count { words.isName[$0] })))
  }

  private func gap(_ holder: Range<Int>) -> Range<Int> {
    holder.lowerBound < target.lowerBound
      ? holder.upperBound..<max(holder.upperBound, target.lowerBound)
      : target.upperBound..<max(target.upperBound, holder.lowerBound)
  }

  // MARK: A word

  private func addPlace(of index: Int, _ placed: inout PlacedWords) {
    let tag = UInt64(reading.tags[index].rawValue)
    let side: UInt64 = index < target.lowerBound ? 1 : 2
    let reach = step(distance(index, target))
    let isOwn: UInt64 = own.contains(index) ? 1 : 0
    let negated: UInt64 = isNegated(index) ? 1 : 0
    let verb = text.verb(above: index)
    let tied = code(toTarget.tie(of: index))
    let way = toTarget.way(from: index)
    placed.add(20, tag)
    placed.add(21, relation(index))
    placed.add(22, side, reach, tag)
    // What a word says depends on what the target is there, too.
    placed.add(24, relation(targetHead), side)
    placed.add(25, tied, relation(targetHead))
    placed.add(26, UInt64(min(5, names.count)))
    if holder == nil {
      // How near the other names are.
      let between = names.count { name in
        min(index, target.lowerBound) <= name.tokens.lowerBound
          && name.tokens.lowerBound < max(index, target.lowerBound)
      }
      placed.add(23, UInt64(min(3, between)), side)
    }
    // With a holder once for both kinds of questions and once for its own (Daumé 2007).
    for domain: UInt64 in 0...(holder == nil ? 0 : 1) {
      placed.add(30, domain, side, reach)
      placed.add(31, domain, side, isOwn)
      placed.add(32, domain, verb == targetVerb ? 1 : 0, isOwn)
      placed.add(33, domain, negated, tag)
      if let way {
        placed.add(34, domain, UInt64(min(4, way.up)), UInt64(min(5, way.down)))
        if way.shape != 0 { placed.add(35, domain, way.shape) }
      }
      if tied != 0 {
        placed.add(36, domain, tied, tag)
        placed.add(37, domain, tied, negated)
      }
      if let mark = marks[index] { placed.add(38, domain, mark.role) }
    }
    addNames(index, tied, side, isOwn, way, &placed)
    if let holder { addHolder(index, holder, tied, negated, verb, &placed) }
  }

  /// Which of the names a word is nearest to, and what they are to it.
  private func addNames(
    _ index: Int, _ tied: UInt64, _ side: UInt64, _ isOwn: UInt64, _ way: TreeWays.Way?, _ placed: inout PlacedWords
  ) {
    let length = way?.length ?? 30
    var nearest = 31
    var closest = 99
    var ties: [UInt64] = []
    for name in names {
      let way = name.ways.lengthAndTie(from: index, far: 30)
      nearest = min(nearest, way.length)
      closest = min(closest, distance(index, name.tokens))
      let other = code(way.tie)
      if other != 0, !ties.contains(other) { ties.append(other) }
    }
    let away = distance(index, target)
    for domain: UInt64 in 0...(holder == nil ? 0 : 1) {
      placed.add(40, domain, length > nearest ? 2 : length < nearest ? 1 : 0, isOwn)
      placed.add(41, domain, away > closest ? 2 : away < closest ? 1 : 0, side)
    }
    for other in ties { placed.add(42, other, tied) }
  }

  private func addHolder(
    _ index: Int, _ holder: Range<Int>, _ tied: UInt64, _ negated: UInt64, _ verb: Int, _ placed: inout PlacedWords
  ) {
    let isFirst: UInt64 = holder.lowerBound < target.lowerBound ? 1 : 2
    let zone: UInt64 =
      gap(holder).contains(index) ? 1 : index < min(holder.lowerBound, target.lowerBound) ? 2 : 3
    placed.add(50, zone, isFirst)
    placed.add(51, zone, isFirst, UInt64(reading.tags[index].rawValue))
    placed.add(52, index < holder.lowerBound ? 1 : 2, step(distance(index, holder)))
    if let way = toHolder?.way(from: index) {
      placed.add(53, UInt64(min(4, way.up)), UInt64(min(5, way.down)))
      if way.shape != 0 { placed.add(54, way.shape) }
    }
    let held = code(toHolder?.tie(of: index))
    placed.add(55, held, tied, zone)
    if held != 0 { placed.add(56, held, negated) }
    placed.add(57, verb == holderVerb ? 1 : 0, verb == targetVerb ? 1 : 0)
  }
}
