import Testing

@testable import Extraction

struct BoostedTreesTests {
  /// Column 0 up to 3 goes left; on the right column 1 decides.
  private static func sample() -> BoostedTrees {
    var trees = BoostedTrees(base: 0.5, width: 2)
    trees.add(
      nodes: [
        .init(feature: 0, threshold: 3, left: ~0, right: 1), .init(feature: 1, threshold: 0.5, left: ~1, right: ~2),
      ], leaves: [-1, 2, 4])
    trees.add(nodes: [], leaves: [0.25])
    trees.add(nodes: [.init(feature: 1, threshold: 0, left: ~1, right: ~0)], leaves: [8, 16])
    return trees
  }

  @Test func sumsOfLeaves() {
    let trees = Self.sample()
    #expect(trees.logit([3, 9], at: 0) == 0.5 - 1 + 0.25 + 8)
    #expect(trees.logit([9, 9, 4, 0.5], at: 2) == 0.5 + 2 + 0.25 + 8)
    #expect(trees.logit([4, 0], at: 0) == 0.5 + 2 + 0.25 + 16)
    // A row that is cut off says nothing.
    #expect(trees.logit([4], at: 0) == 0.5)
  }

  @Test func sectionsReadBack() throws {
    let trees = Self.sample()
    let read = try #require(trees.section().withUnsafeBytes { BoostedTrees($0) })
    for row in [[3, 9], [4, 0.5], [4, 1], [4, 0]] as [[Float]] {
      #expect(read.logit(row, at: 0) == trees.logit(row, at: 0))
    }
    #expect(read.treeCount == 3)
  }

  @Test func damagedSectionsAreRefused() {
    let bytes = Self.sample().section()
    #expect(bytes.dropLast().withUnsafeBytes { BoostedTrees($0) } == nil)
    #expect((bytes + [0]).withUnsafeBytes { BoostedTrees($0) } == nil)
    // A child that points back would never end.
    var circle = bytes
    circle[8 + 2 + 6] = 0
    circle[8 + 2 + 7] = 0
    #expect(circle.withUnsafeBytes { BoostedTrees($0) } == nil)
  }

  @Test func meansOfSums() {
    let trees = Self.sample()
    let mean = BoostedTrees(meanOf: [trees, trees, trees])
    for row in [[3, 9], [4, 0.5], [4, 1]] as [[Float]] {
      #expect(abs(mean.logit(row, at: 0) - trees.logit(row, at: 0)) < 1e-5)
    }
  }

  @Test func wordsWeighWhatTheSectionSays() throws {
    let section = HashedWeights.section([(key: 9, weight: -2), (key: 3, weight: 1), (key: 11, weight: 0.5)])
    let weights = try #require(section.withUnsafeBytes { HashedWeights($0) })
    #expect(weights[9] == -2)
    #expect(abs(weights[11] - 0.5) < 0.001)
    #expect(weights[5] == 0)
    #expect(section.dropLast().withUnsafeBytes { HashedWeights($0) } == nil)
  }
}
