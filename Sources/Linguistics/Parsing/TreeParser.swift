import Documents

/// Builds the tree of a tagged sentence greedily: one model decides between shift, left and right, another names
/// each relation as it is made.
struct TreeParser {
  let state = ParseState()
  private let structure: LineTable
  private let labels: SparseTable
  private let masks: LabelMasks
  private let features = Scratch<UInt64>(capacity: StructureFeatures.capacity, filler: 0)
  private let places = Scratch<UInt64>(capacity: StructureFeatures.capacity + 1, filler: 0)
  private let scores = Scratch<Int16>(capacity: 256, filler: 0)

  init(structure: LineTable, labels: SparseTable, masks: LabelMasks) {
    self.structure = structure
    self.labels = labels
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
    let count = StructureFeatures.extract(state, into: features.base)
    let (shift, left) = structure.score(features.base, count, places: places.base)
    var best: ParseState.Action = .shift
    var score = shift
    if left > score {
      best = .left
      score = left
    }
    return state.allows(.right) && score < 0 ? .right : best
  }

  private func label(_ action: ParseState.Action) -> UInt8 {
    let (head, dependent) = state.arc(action)
    guard head != state.root else { return Relation.root.rawValue }
    let isLeft = action == .left
    let count = LabelFeatures.extract(state, head: head, dependent: dependent, isLeft: isLeft, into: features.base)
    labels.score(features.base, count, places: places.base, into: scores.base)
    return masks.best(scores.base, isLeft: isLeft)
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
      node.spare = tagSet.marks[tag]
      atoms[index + 1] = node
    }
    countMarks()
  }
}
