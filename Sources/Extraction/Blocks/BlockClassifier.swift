#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tells the blocks of an article's body by two passes of boosted trees: the first sees each block and its place, the
/// second also what the first says of the blocks around, the containers and the template group.
struct BlockClassifier {
  let model: BlockModel

  /// The blocks that are kept.
  func kept(_ prepared: PreparedPage, picker: BodyPicker) -> KeptBlocks {
    let features = BlockFeatures(prepared, kinds: picker.kinds, frame: picker.frame)
    return KeptBlocks(prepared, probabilities: probabilities(features), threshold: model.threshold)
  }

  /// The probability of each block that the article's body holds it.
  private func probabilities(_ features: BlockFeatures) -> [Float] {
    var table = features.table()
    features.fillWords(&table, elements: model.elementWords, edges: model.edgeWords)
    let first = Self.probabilities(table, model.first)
    guard let second = model.second else { return first }
    return Self.probabilities(BlockSurroundings(features, probabilities: first).table(table), second)
  }

  static func probabilities(_ table: [Float], _ trees: BoostedTrees) -> [Float] {
    (0..<(table.count / trees.width)).map { probability(trees.logit(table, at: $0 * trees.width)) }
  }

  static func probability(_ logit: Float) -> Float { 1 / (1 + expf(-logit)) }
}
