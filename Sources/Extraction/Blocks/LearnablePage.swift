import Documents

/// A page as a trainer of ``BlockModel`` sees it: its blocks' texts, words and rows, and the body that probabilities give.
package struct LearnablePage: Sendable {
  private let prepared: PreparedPage
  private let picker: BodyPicker
  private let features: BlockFeatures

  /// `nil` for a page that cannot be read at all.
  package init?(html bytes: [UInt8]) {
    guard let prepared = try? PreparedPage(Decoder.decode(bytes).bytes, options: .init(), known: Metadata()),
      !prepared.isFragment
    else { return nil }
    self.prepared = prepared
    var picker = BodyPicker(prepared)
    picker.run()
    self.picker = picker
    features = BlockFeatures(prepared, kinds: picker.kinds, frame: picker.frame)
  }

  package var count: Int { prepared.page.blocks.count }
  package func text(_ block: Int) -> ArraySlice<UInt8> { prepared.page.text[prepared.page.blocks[block].range] }
  package func words(_ block: Int) -> Int { Int(prepared.page.blocks[block].words) }

  /// Whether a block stands where articles hardly ever do: a trainer may pass over most of these.
  package func isAside(_ block: Int) -> Bool {
    let context = prepared.page.blocks[block].context
    return context.contains(.nav) || context.contains(.footer) || context.contains(.dialog)
      || prepared.page.blocks[block].linkDensity > 0.9 && !picker.frame.blocks.contains(block)
  }

  /// Hashes of the words of all classes, ids and roles from the block's owner up.
  package func elementWords(_ block: Int) -> [UInt32] {
    var result: [UInt32] = []
    var node = Int(prepared.page.blocks[block].owner)
    while node >= 0 {
      for value in BlockWords.values(prepared.page, node) {
        ElementWords.read(prepared.page.tree.bytes[value]) { result.append($0) }
      }
      node = Int(prepared.page.tree.nodes[node].parent)
    }
    return result
  }

  /// Hashes of the words at the block's edges.
  package func edgeWords(_ block: Int) -> [UInt32] {
    var result: [UInt32] = []
    EdgeWords.read(prepared.lines[block]) { result.append($0) }
    return result
  }

  package static let width = BlockFeatures.width
  package static let secondWidth = BlockFeatures.width + BlockSurroundings.width

  /// The rows of the first pass, one behind the other, without the columns of learned words.
  package func table() -> [Float] { features.table() }

  package func fillWords(_ table: inout [Float], elements: HashedWeights, edges: HashedWeights) {
    features.fillWords(&table, elements: elements, edges: edges)
  }

  /// The rows of the second pass.
  package func secondTable(_ table: [Float], probabilities: [Float]) -> [Float] {
    BlockSurroundings(features, probabilities: probabilities).table(table)
  }

  package static func probabilities(_ table: [Float], _ trees: BoostedTrees) -> [Float] {
    BlockClassifier.probabilities(table, trees)
  }

  /// The body's text that the rules alone pick, blocks joined by line ends.
  package var pickedBody: [UInt8] { joined(picker.kinds.map(\.isBody)) }

  /// The body's text that probabilities give.
  /// - Parameter isMending: whether the rules behind the trees see to it.
  package func body(_ probabilities: [Float], threshold: Float, isMending: Bool = true) -> [UInt8] {
    var picker = picker
    let kept = KeptBlocks(prepared, probabilities: probabilities, threshold: threshold, isMending: isMending)
    picker.settle(kept)
    return joined(picker.kinds.map(\.isBody))
  }

  /// The text of chosen blocks as they are.
  package func joined(_ chosen: [Bool]) -> [UInt8] {
    var result: [UInt8] = []
    for index in chosen.indices where chosen[index] {
      result += text(index)
      result.append(0x0A)
    }
    return result
  }
}
