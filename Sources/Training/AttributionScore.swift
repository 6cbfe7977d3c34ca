import Attribution

extension AttributionExample {
  /// Whether a proposal's content and source are those of a gold attribution.
  func isRight(_ proposal: Proposal) -> Bool {
    let best = gold.max { view.overlap($0, proposal.content).jaccard < view.overlap($1, proposal.content).jaccard }
    guard let best, view.overlap(best, proposal.content).matches else { return false }
    return AttributionScore.agrees(best, view.sourceRange(proposal))
  }
}

/// Attribution precision, recall and F1: content half shared, source shared; one to one. As the shared scorer, but that
/// its words are tokens with a letter or digit.
public struct AttributionScore: Sendable {
  public private(set) var gold = 0
  public private(set) var predicted = 0
  public private(set) var matched = 0
  public private(set) var right = 0

  public init() {}

  public var precision: Double { Double(right) / Double(max(1, predicted)) }
  public var recall: Double { Double(right) / Double(max(1, gold)) }
  public var f1: Double { 2 * Double(right) / Double(max(1, gold + predicted)) }

  static func agrees(_ gold: GoldAttribution, _ source: Range<Int>?) -> Bool {
    guard !gold.source.isEmpty else { return source == nil }
    guard let source else { return false }
    return gold.source.contains(where: source.contains)
  }

  mutating func add(_ example: AttributionExample, _ found: [(content: [Range<Int>], source: Range<Int>?)]) {
    gold += example.gold.count
    predicted += found.count
    var pairs: [(jaccard: Float, gold: Int, found: Int)] = []
    for (number, truth) in example.gold.enumerated() {
      for (other, guess) in found.enumerated() {
        let shared = truth.shared(guess.content)
        guard shared > 0 else { continue }
        let size = guess.content.reduce(0) { $0 + example.view.wordCount($1) }
        guard shared * 2 >= max(size, truth.content.count) else { continue }
        pairs.append((Float(shared) / Float(size + truth.content.count - shared), number, other))
      }
    }
    var usedGold: Set<Int> = []
    var usedFound: Set<Int> = []
    for pair in pairs.sorted(by: { ($1.jaccard, $0.gold, $0.found) < ($0.jaccard, $1.gold, $1.found) }) {
      guard !usedGold.contains(pair.gold), !usedFound.contains(pair.found) else { continue }
      usedGold.insert(pair.gold)
      usedFound.insert(pair.found)
      matched += 1
      if Self.agrees(example.gold[pair.gold], found[pair.found].source) { right += 1 }
    }
  }
}

/// Measures a model on texts that it was not trained on.
public struct AttributionEvaluation {
  public init() {}

  public func score(_ examples: [AttributionExample], model: AttributionModel) -> AttributionScore {
    var score = AttributionScore()
    for example in examples {
      let attributor = LearnedAttributor(view: example.view, model: model)
      let kept = attributor.accepted(attributor.proposals())
      score.add(example, kept.map { ($0.content.ranges, example.view.sourceRange($0)) })
    }
    return score
  }
}
