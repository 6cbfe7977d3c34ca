import Documents

/// Learns the weights of ``BoundaryModel`` from articles whose sentences are known.
///
/// Logistic regression with AdaGrad steps and an L1 penalty that is applied lazily (Duchi and others 2011), in document
/// order, so that the same documents give the same weights. Features that occur in fewer than five documents are left
/// out: no name or text can be read off the weights.
public struct BoundaryTrainer {
  private struct Example {
    var features: [UInt32]
    var isBoundary: Bool
  }

  private let abbreviations: Abbreviations
  private var examples: [Example] = []
  private var documents: [UInt32: (count: Int, last: Int)] = [:]
  private var documentCount = 0

  public var minimumDocuments = 5
  public var rounds = 20
  public var step = 0.3
  public var penalty = 5.0
  /// Weights of the model are multiplied by this and rounded.
  static let scale = 12.0

  public init(abbreviations: Abbreviations) {
    self.abbreviations = abbreviations
  }

  /// Adds an article with the byte offsets at which its sentences begin.
  public mutating func add(_ article: Article, sentenceStarts: Set<Int>) {
    documentCount += 1
    var scanner = TokenScanner(bytes: article.text.utf8, abbreviations: abbreviations)
    var found: [Example] = []
    for block in article.blocks {
      let first = scanner.tokens.count
      scanner.scan(block.span)
      let tokens = scanner.tokens
      var splitter = SentenceSplitter(bytes: article.text.utf8, model: nil)
      let collector = Collector()
      splitter.oracle = { features, next in
        let isBoundary = sentenceStarts.contains(Int(tokens[next].start))
        collector.examples.append(Example(features: features.hashes, isBoundary: isBoundary))
        return isBoundary
      }
      _ = splitter.starts(scanner.tokens, first..<scanner.tokens.count, block, hasLineEnds: scanner.hasLineEnds)
      found += collector.examples
    }
    for example in found {
      for feature in example.features where documents[feature]?.last != documentCount {
        documents[feature] = ((documents[feature]?.count ?? 0) + 1, documentCount)
      }
    }
    examples += found
  }

  private final class Collector {
    var examples: [Example] = []
  }

  /// The table of weights, as ``BoundaryWeights`` holds it.
  public func train() -> (table: String, features: Int, examples: Int) {
    var weights: [UInt32: Weight] = [:]
    var bias = Weight()
    let kept = examples.map { example in
      Example(
        features: example.features.filter { (documents[$0]?.count ?? 0) >= minimumDocuments },
        isBoundary: example.isBoundary)
    }
    var time = 0
    for _ in 0..<rounds {
      for example in kept {
        time += 1
        var sum = bias.value
        for feature in example.features { sum += weights[feature, default: Weight()].current(time, penalty, step) }
        let probability = 1 / (1 + exponential(-sum))
        let gradient = probability - (example.isBoundary ? 1 : 0)
        for feature in example.features { weights[feature, default: Weight()].update(gradient, time, step) }
        bias.update(gradient, time, step)
      }
    }
    var rounded: [(feature: UInt32, weight: Int8)] = []
    for feature in weights.keys.sorted() {
      let value = weights[feature, default: Weight()].current(time, penalty, step) * Self.scale
      let weight = Int8(clamping: Int(value.rounded()))
      if weight != 0 { rounded.append((feature, weight)) }
    }
    let table = BoundaryModel.table(rounded, bias: Int((bias.value * Self.scale).rounded()))
    return (table, rounded.count, examples.count)
  }

  private struct Weight {
    var value = 0.0
    private var squares = 1.0
    private var touched = 0

    /// The weight with the penalty of the examples since it was last touched.
    mutating func current(_ time: Int, _ penalty: Double, _ step: Double) -> Double {
      let shrink = Double(time - touched) * penalty * 1e-5 * step / squares.squareRoot()
      value = value > 0 ? max(0, value - shrink) : min(0, value + shrink)
      touched = time
      return value
    }

    mutating func update(_ gradient: Double, _ time: Int, _ step: Double) {
      squares += gradient * gradient
      value -= step * gradient / squares.squareRoot()
      touched = time
    }
  }

  /// e to a power, without a dependence on the platform's library.
  private func exponential(_ power: Double) -> Double {
    let clamped = min(max(power, -40), 40)
    var sum = 1.0
    var term = 1.0
    let part = clamped / 1024
    for index in 1...10 {
      term *= part / Double(index)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
