import Attribution
import Linguistics

/// Possible cues as yes-or-no questions.
struct CueExamples: Sendable {
  private(set) var rows = LinearExamples()
  let index = FeatureIndex()
  /// The token of each row, and the attribution that it introduces.
  private(set) var tokens: [Int] = []
  private(set) var gold: [Int?] = []

  init(_ examples: [AttributionExample], gate: Set<UInt64>, minimum: Int) {
    var bag = FeatureBag()
    for pass in 0..<2 {
      for (document, example) in examples.enumerated() {
        let features = CueFeatures(example.view)
        var heads: [Int: Int] = [:]
        for (number, gold) in example.gold.enumerated() {
          if let head = example.view.cueHead(gold.cue) { heads[head] = number }
        }
        for sentence in example.view.document.sentences where example.view.document.kind(of: sentence).isRead {
          for token in sentence.tokens {
            let kind = features.kind(of: token)
            guard kind == 1 || kind == 2 || kind == 3 && gate.contains(features.gate(of: token)) else { continue }
            features.fill(&bag, token)
            if pass == 0 {
              for hash in bag.hashes { index.count(hash, document: document) }
              continue
            }
            rows.addRow(bag.hashes, index, target: heads[token] == nil ? 0 : 1)
            rows.endGroup(document: document)
            tokens.append(token)
            gold.append(heads[token])
          }
        }
      }
      if pass == 0 { index.number(minimum: minimum) }
    }
    rows.featureCount = index.hashes.count
  }

  /// Of each row, by the run that has not seen its document.
  func probabilities(_ runs: [[Float]], folds: Int) -> [Float] {
    (0..<rows.groupCount).map { group in
      LinearLearner.probabilities(rows, group: group, runs[rows.documents[group] % folds])[0]
    }
  }

  func report(_ probabilities: [Float]) -> String {
    var right = 0
    var found = 0
    var all = 0
    for (number, probability) in probabilities.enumerated() {
      if gold[number] != nil { all += 1 }
      guard probability > 0.45 else { continue }
      found += 1
      if gold[number] != nil { right += 1 }
    }
    return "cues, jackknifed: F1 \(2 * Float(right) / Float(max(1, found + all))), \(all) gold"
  }
}

/// Cues with their candidate spans; the first row of a group is "no attribution".
struct ContentExamples: Sendable {
  private(set) var rows = LinearExamples()
  let index = FeatureIndex()
  /// Document, cue and attribution of the groups that have one, with the span that comes nearest to it.
  private(set) var found: [(document: Int, cue: Int, gold: Int, span: ContentSpan)] = []
  private var golds = 0
  private var spans = 0

  init(_ examples: [AttributionExample], cues: CueExamples, probabilities: [Float], minimum: Int) {
    var bag = FeatureBag()
    var likely: [[(token: Int, probability: Float)]] = Array(repeating: [], count: examples.count)
    for row in cues.tokens.indices where probabilities[row] > 0.05 {
      likely[cues.rows.documents[row]].append((cues.tokens[row], probabilities[row]))
    }
    let likelyCues = likely.map { LikelyCues($0) }
    for pass in 0..<2 {
      for row in cues.tokens.indices where cues.gold[row] != nil || probabilities[row] > 0.08 {
        let document = cues.rows.documents[row]
        let example = examples[document]
        let features = ContentFeatures(example.view, cue: cues.tokens[row], among: likelyCues[document])
        var targets: [Float] = []
        if let number = cues.gold[row] {
          let overlaps = features.spans.map { example.view.overlap(example.gold[number], $0) }
          if pass == 1 { golds += 1 }
          guard let best = overlaps.indices.max(by: { overlaps[$0].jaccard < overlaps[$1].jaccard }),
            overlaps[best].matches
          else { continue }
          targets = Self.targets(overlaps.map { $0.matches ? $0.jaccard : 0 })
          if pass == 1 { found.append((document, cues.tokens[row], number, features.spans[best])) }
        }
        if pass == 1 { spans += features.spans.count }
        for number in -1..<features.spans.count {
          if number < 0 {
            features.fillNone(&bag)
          } else {
            features.fill(&bag, number)
          }
          if pass == 0 {
            for hash in bag.hashes { index.count(hash, document: document) }
          } else {
            let target: Float = targets.isEmpty ? (number < 0 ? 1 : 0) : number < 0 ? 0 : targets[number]
            rows.addRow(bag.hashes, index, target: target)
          }
        }
        if pass == 1 { rows.endGroup(document: document) }
      }
      if pass == 0 { index.number(minimum: minimum) }
    }
    rows.featureCount = index.hashes.count
  }

  /// All on the best candidates.
  private static func targets(_ overlaps: [Float]) -> [Float] {
    let best = overlaps.max() ?? 0
    let count = overlaps.count { $0 == best }
    return overlaps.map { $0 == best ? 1 / Float(count) : 0 }
  }

  var report: String {
    "\(rows.groupCount) cues for contents, \(spans) spans, \(rows.featureCount) features; "
      + "a span fits \(found.count) of \(golds) attributions"
  }
}

/// Attributions with the nominals that may be their source; the first row of a group is "no source".
struct SourceExamples: Sendable {
  private(set) var rows = LinearExamples()
  let index = FeatureIndex()

  init(_ examples: [AttributionExample], contents: ContentExamples, minimum: Int) {
    var bag = FeatureBag()
    for pass in 0..<2 {
      for item in contents.found {
        let example = examples[item.document]
        let gold = Set(example.gold[item.gold].source)
        let features = SourceFeatures(example.view, cue: item.cue, content: item.span)
        let inside = features.heads.filter(gold.contains)
        let target = inside.first { !gold.contains(example.view.head(of: $0)) } ?? inside.first
        guard gold.isEmpty || target != nil else { continue }
        for number in -1..<features.heads.count {
          if number < 0 { features.fillNone(&bag) } else { features.fill(&bag, number) }
          if pass == 0 {
            for hash in bag.hashes { index.count(hash, document: item.document) }
          } else {
            let isRight = number < 0 ? target == nil : features.heads[number] == target
            rows.addRow(bag.hashes, index, target: isRight ? 1 : 0)
          }
        }
        if pass == 1 { rows.endGroup(document: item.document) }
      }
      if pass == 0 { index.number(minimum: minimum) }
    }
    rows.featureCount = index.hashes.count
  }
}
