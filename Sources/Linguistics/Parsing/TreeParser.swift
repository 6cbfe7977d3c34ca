import Documents

/// Builds the tree of a tagged sentence greedily: one model decides between shift, left and right, another names
/// each relation as it is made.
struct TreeParser {
  /// A lead after the first group of features that the second hardly ever makes good (two decisions in a thousand
  /// comes out otherwise).
  static let clearLead = 240
  /// The same for the relation of an arc.
  static let clearLabelLead = 205

  let state = ParseState()
  private let structure: LineTable
  private let labels: SparseTable
  private let sureLabels: SureLabels
  private let masks: LabelMasks
  private let features = Scratch<UInt64>(capacity: StructureFeatures.capacity, filler: 0)
  private let places = Scratch<UInt64>(capacity: LabelFeatures.capacity + 1, filler: 0)
  private let scores = Scratch<Int16>(capacity: 256, filler: 0)

  init(structure: LineTable, labels: SparseTable, sureLabels: SureLabels, masks: LabelMasks) {
    self.structure = structure
    self.labels = labels
    self.sureLabels = sureLabels
    self.masks = masks
  }

  /// Parses the sentence that ``ParseState/prepare(_:_:tags:tagSet:)`` has put into the state.
  func parse() {
    while !state.isFinished {
      let action = state.forced ?? best()
      if action == .shift {
        state.shift()
      } else {
        state.attach(action, label: label(action))
      }
    }
  }

  private func best() -> ParseState.Action {
    var sums = LineTable.Sums()
    structure.add(features.base, StructureFeatures.extractFirst(state, into: features.base), to: &sums)
    let (action, lead) = decision(sums)
    if lead > Self.clearLead { return action }
    structure.add(features.base, StructureFeatures.extractRest(state, into: features.base), to: &sums)
    return decision(sums).action
  }

  /// The best action that is allowed, and how far it is ahead of the next.
  @inline(__always)
  private func decision(_ sums: LineTable.Sums) -> (action: ParseState.Action, lead: Int) {
    let (shift, left) = sums.scores
    let best = max(shift, left)
    guard state.allows(.right) else { return (left > shift ? .left : .shift, abs(shift - left)) }
    guard best >= 0 else { return (.right, -best) }
    return (left > shift ? .left : .shift, best - max(0, min(shift, left)))
  }

  private func label(_ action: ParseState.Action) -> UInt8 {
    let (head, dependent) = state.arc(action)
    guard head != state.root else { return Relation.root.rawValue }
    let isLeft = action == .left
    let sure = sureLabels.label(
      head: Int(state.atoms[head].number), dependent: Int(state.atoms[dependent].number), isLeft: isLeft)
    guard sure == SureLabels.none else { return sure }
    let first = LabelFeatures.extractFirst(
      state, head: head, dependent: dependent, isLeft: isLeft, into: features.base)
    labels.score(features.base, first, places: places.base, into: scores.base)
    let (label, lead) = masks.best(scores.base, isLeft: isLeft)
    if lead > Self.clearLabelLead { return label }
    let rest = LabelFeatures.extractRest(
      state, head: head, dependent: dependent, isLeft: isLeft, into: features.base)
    labels.add(features.base, rest, places: places.base, to: scores.base)
    return masks.best(scores.base, isLeft: isLeft).label
  }
}

extension ParseState {
  /// Begins a sentence of `count` words with their joint tags.
  package func prepare(_ words: UnsafePointer<WordAtoms>, _ count: Int, tags: UnsafePointer<UInt8>, tagSet: TagSet) {
    begin(count: count)
    for index in 0..<count {
      let word = words[index]
      let tag = Int(tags[index])
      var node = NodeAtoms()
      node.word = word.known
      node.tag = tagSet.atoms[tag]
      node.pos = tagSet.coarseAtoms[tag]
      node.cluster4 = word.cluster4
      node.cluster8 = word.cluster8
      node.cluster = word.cluster
      node.marks = tagSet.marks[tag]
      node.number = Int16(tags[index])
      atoms[index + 1] = node
    }
    countMarks()
  }
}
