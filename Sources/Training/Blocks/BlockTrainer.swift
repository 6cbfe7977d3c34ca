import Extraction
import ModelFiles

/// Learns a ``BlockModel`` from pages with gold bodies.
///
/// Three steps, each of which sees honest answers of the one before: its training pages are cut into folds by site, and a
/// page's word weights and first-pass probabilities come from the other folds.
package struct BlockTrainer: Sendable {
  package var innerFolds = 4
  /// Words must be seen on this many sites.
  package var leastSites = 5
  package var threshold: Float = 0.36
  /// How much the pages of a set count; 1 where it is not named.
  package var setWeights: [String: Float] = ["aeb": 2]
  package var trees = 50
  package var leaves = 16
  package var rate: Float = 0.12
  package var columnShare = 0.4
  package var groupShare = 0.6
  /// Sums of trees, each with a seed of its own, whose mean is taken.
  package var ensembles = 2
  package var ridge: Float = 3
  package var leastLeaf: Float = 20

  package init() {}

  /// What was learned, with the bytes of its model file.
  package struct Result: Sendable {
    package let model: BlockModel
    package let bytes: [UInt8]
  }

  package func train(_ examples: [BlockExample], log: (String) -> Void = { _ in }) -> Result {
    let folds = SiteFolds.assign(examples, count: innerFolds, seed: 5)
    let bags = examples.map(BlockBags.init)
    let others = (0..<innerFolds).map { fold in examples.indices.filter { folds[$0] != fold } }
    let whole = Array(examples.indices)
    let elements = words(examples, bags.map(\.elements), whole)
    let edges = words(examples, bags.map(\.edges), whole)
    log("\(elements.count) words of classes, \(edges.count) of edges")

    var tables: [[Float]] = examples.map { $0.page.table() }
    for fold in 0..<innerFolds {
      let elementWeights = HashedWeights(words(examples, bags.map(\.elements), others[fold]))
      let edgeWeights = HashedWeights(words(examples, bags.map(\.edges), others[fold]))
      for index in examples.indices where folds[index] == fold {
        examples[index].page.fillWords(&tables[index], elements: elementWeights, edges: edgeWeights)
      }
    }
    let rows = LearningRows(examples, setWeights: setWeights)
    log("\(rows.labels.count) blocks")

    let data = BinnedTable(tables.flatMap { $0 }, width: LearnablePage.width)
    var probabilities = [[Float]](repeating: [], count: examples.count)
    for fold in 0..<innerFolds {
      let trees = boosted(data, rows, others[fold], seed: 3)
      for index in examples.indices where folds[index] == fold {
        probabilities[index] = LearnablePage.probabilities(tables[index], trees)
      }
    }
    let first = boosted(data, rows, whole, seed: 3)
    log("first pass")

    let secondTables = examples.indices.map {
      examples[$0].page.secondTable(tables[$0], probabilities: probabilities[$0])
    }
    let secondData = BinnedTable(secondTables.flatMap { $0 }, width: LearnablePage.secondWidth)
    let second = boosted(secondData, rows, whole, seed: 7)
    log("second pass")

    var writer = ModelWriter()
    let version = "blocks 1"
    writer.add("version", Array(version.utf8))
    writer.add("element words", HashedWeights.section(elements))
    writer.add("edge words", HashedWeights.section(edges))
    writer.add("first pass", first.section())
    writer.add("second pass", second.section())
    var bytes: [UInt8] = []
    bytes.append(littleEndian: threshold.bitPattern)
    writer.add("threshold", bytes)
    let model = BlockModel(
      version: version, elementWords: HashedWeights(elements), edgeWords: HashedWeights(edges), first: first,
      second: second, threshold: threshold)
    return Result(model: model, bytes: writer.finish())
  }

  private func boosted(_ data: BinnedTable, _ rows: LearningRows, _ chosen: [Int], seed: UInt64) -> BoostedTrees {
    let parts = (0..<ensembles).map { part in
      TreeBooster(
        trees: trees, leaves: leaves, rate: rate, columnShare: columnShare, groupShare: groupShare, ridge: ridge,
        leastLeaf: leastLeaf, seed: seed + UInt64(part) * 100
      ).train(data, groups: rows.groups(of: chosen), labels: rows.labels, weights: rows.weights)
    }
    return BoostedTrees(meanOf: parts)
  }

  /// Weights of the words that enough sites of these examples use.
  private func words(
    _ examples: [BlockExample], _ bags: [[WordWeights.Bag]], _ chosen: [Int]
  ) -> [(key: UInt32, weight: Float)] {
    var sites: [UInt32: Set<String>] = [:]
    for index in chosen {
      for word in Set(bags[index].flatMap(\.words)) where sites[word]?.count ?? 0 < leastSites {
        sites[word, default: []].insert(examples[index].site)
      }
    }
    let known = sites.filter { $0.value.count >= leastSites }.keys.sorted()
    return WordWeights().train(chosen.flatMap { bags[$0] }, words: known)
  }
}

/// The words of a page's blocks, blocks with the same words together.
private struct BlockBags {
  var elements: [WordWeights.Bag] = []
  var edges: [WordWeights.Bag] = []

  init(_ example: BlockExample) {
    elements = Self.bags(example) { example.page.elementWords($0) }
    edges = Self.bags(example) { example.page.edgeWords($0) }
  }

  private static func bags(_ example: BlockExample, _ words: (Int) -> [UInt32]) -> [WordWeights.Bag] {
    var places: [[UInt32]: Int] = [:]
    var result: [WordWeights.Bag] = []
    for block in 0..<example.page.count {
      let words = words(block)
      let place = places[words] ?? result.count
      if place == result.count {
        result.append(WordWeights.Bag(words: words))
        places[words] = place
      }
      let weight = example.weights[block] / 100
      if example.labels[block] { result[place].held += weight } else { result[place].other += weight }
    }
    return result
  }
}

/// The rows of all examples' blocks in one numbering. Of blocks where articles hardly ever stand every third is learned
/// from, with three times the weight.
private struct LearningRows {
  private(set) var labels: [Bool] = []
  private(set) var weights: [Float] = []
  private var rows: [[Int32]] = []

  init(_ examples: [BlockExample], setWeights: [String: Float]) {
    for example in examples {
      let factor = setWeights[example.set] ?? 1
      var own: [Int32] = []
      for block in 0..<example.page.count {
        let isAside = example.page.isAside(block) && !example.labels[block]
        if !isAside || block % 3 == 0 { own.append(Int32(labels.count)) }
        labels.append(example.labels[block])
        weights.append(example.weights[block] * factor * (isAside ? 3 : 1))
      }
      rows.append(own)
    }
  }

  func groups(of examples: [Int]) -> [[Int32]] { examples.map { rows[$0] } }
}

/// Cuts examples into folds that share no site.
package enum SiteFolds {
  /// The fold of each example; about equally many sites in each.
  package static func assign(_ examples: [BlockExample], count: Int, seed: UInt64) -> [Int] {
    let sites = Set(examples.map(\.site)).sorted()
    var random = SeededRandom(seed: seed)
    var folds: [String: Int] = [:]
    for (place, site) in random.permutation(sites.count).enumerated() { folds[sites[site]] = place % count }
    return examples.map { folds[$0.site] ?? 0 }
  }
}
