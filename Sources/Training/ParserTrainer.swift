import Documents
import Linguistics

/// A sentence to learn trees from: its words, predicted tags and gold tree.
struct ParserExample: Sendable {
  var sentence: PreparedSentence
  var tags: [UInt8]
  /// By node (1-based; index 0 unused): the head's node, `count + 1` for the root.
  var heads: [Int32]
  var relations: [UInt8]
}

/// What a training run gives.
struct ParserWeights: Sendable {
  var structure: [AveragedStructure]
  var labels: [AveragedWeight]
}

/// Trains structure and label model together, following the parser's own decisions and learning in each state what
/// is still best (dynamic oracle: Goldberg and Nivre 2013).
struct ParserTrainer: Sendable {
  var epochs = 9
  var margin: Float = 0
  var minimumStructureUpdates = 3
  var minimumLabelUpdates = 2
  let tagSet: TagSet
  let masks: LabelMasks

  /// The averaged weights of one run.
  func train(_ examples: [ParserExample], seed: UInt64) -> ParserWeights {
    let run = ParserRun(trainer: self)
    var random = SeededRandom(seed: seed)
    for epoch in 0..<epochs {
      for number in random.permutation(examples.count) { run.learn(examples[number], explores: epoch > 0) }
    }
    return ParserWeights(
      structure: run.structure.averaged(minimumUpdates: minimumStructureUpdates),
      labels: run.labels.averaged(minimumUpdates: minimumLabelUpdates))
  }
}

/// The learners and scratch memory of one training run.
private final class ParserRun {
  let structure = StructureLearner(bits: 22)
  let labels = SparseLearner(answers: Relation.allCases.count, bits: 20)
  private let state = ParseState()
  private let features = Scratch<UInt64>(capacity: 512, filler: 0)
  private let trainer: ParserTrainer

  init(trainer: ParserTrainer) { self.trainer = trainer }

  func learn(_ example: ParserExample, explores: Bool) {
    example.sentence.withWords { words in
      example.tags.withUnsafeBufferPointer { tags in
        guard let tags = tags.baseAddress else { return }
        state.prepare(words, example.sentence.count, tags: tags, tagSet: trainer.tagSet)
      }
    }
    let oracle = DynamicOracle(heads: example.heads)
    while !state.isFinished {
      let action = state.forced ?? decide(oracle, explores)
      if action == .shift {
        state.shift()
      } else {
        state.attach(action, label: label(action, example))
      }
    }
  }

  private func decide(_ oracle: DynamicOracle, _ explores: Bool) -> ParseState.Action {
    let count = StructureFeatures.extract(state, into: features.base)
    let scores = structure.score(features.base, count)
    let costs = oracle.costs(state)
    let list: [(ParseState.Action, Float, Int)] = [
      (.shift, scores.0, costs.0), (.left, scores.1, costs.1), (.right, scores.2, costs.2),
    ].filter { state.allows($0.0) }
    let least = list.map(\.2).min() ?? 0
    var right: (ParseState.Action, Float)?
    var wrong: (ParseState.Action, Float)?
    for (action, score, cost) in list {
      if cost == least {
        if score > right?.1 ?? -.infinity { right = (action, score) }
      } else if score > wrong?.1 ?? -.infinity {
        wrong = (action, score)
      }
    }
    structure.advance()
    guard let right else { return .shift }
    guard let wrong else { return right.0 }
    if right.1 - wrong.1 <= trainer.margin { structure.update(features.base, count, right: right.0, wrong: wrong.0) }
    return explores && wrong.1 > right.1 ? wrong.0 : right.0
  }

  private func label(_ action: ParseState.Action, _ example: ParserExample) -> UInt8 {
    let (head, dependent) = state.arc(action)
    guard head != state.root else { return Relation.root.rawValue }
    let isLeft = action == .left
    let count = LabelFeatures.extract(state, head: head, dependent: dependent, isLeft: isLeft, into: features.base)
    labels.score(features.base, count)
    let gold = example.relations[dependent]
    let learns = Int(example.heads[dependent]) == head
    var best = UInt8(0)
    var rival = UInt8(0)
    var bestScore = -Float.infinity
    var rivalScore = -Float.infinity
    var open = isLeft ? trainer.masks.left : trainer.masks.right
    while open != 0 {
      let label = UInt8(open.trailingZeroBitCount)
      open &= open - 1
      let score = labels.scores[Int(label)]
      if score > bestScore {
        bestScore = score
        best = label
      }
      if label != gold, score > rivalScore {
        rivalScore = score
        rival = label
      }
    }
    if learns {
      if labels.scores[Int(gold)] - rivalScore <= trainer.margin {
        labels.update(features.base, count, right: Int(gold), wrong: Int(rival))
      }
      labels.advance()
    }
    return best
  }
}
