import Documents
import Testing

@testable import Stance

@Suite struct TreeWaysTests {
  /// 0 ← 1 → 2 → 3, and 4 on a root of its own.
  static let tags: [UPOS] = [.noun, .verb, .noun, .adj, .noun]
  static let tree = StanceTree(
    Syntax(
      tags: tags, fineTags: [.nn, .vbd, .nn, .jj, .nn], heads: [1, -1, 1, 2, -1],
      relations: [.nsubj, .root, .obj, .amod, .root], lemmas: ["a", "b", "c", "d", "e"]))

  @Test func countsStepsUpAndDown() throws {
    let ways = TreeWays(TreeWaysTests.tree, TreeWaysTests.tags, to: 0)
    let way = try #require(ways.way(from: 3))
    #expect(way.up == 2 && way.down == 1 && way.length == 3)
    #expect(ways.way(from: 0)?.length == 0)
    #expect(ways.way(from: 1)?.down == 1)
  }

  @Test func otherRootsAreOutOfReach() {
    #expect(TreeWays(TreeWaysTests.tree, TreeWaysTests.tags, to: 0).way(from: 4) == nil)
  }

  @Test func shapesTellRelationsAndDirections() {
    let tree = TreeWaysTests.tree
    let shapes = [(0, 1), (1, 0), (2, 1), (1, 2), (3, 2), (0, 3), (3, 0), (0, 2), (2, 0)].map {
      TreeWays(tree, TreeWaysTests.tags, to: $0.1).way(from: $0.0)?.shape
    }
    #expect(Set(shapes).count == shapes.count)
    #expect(!shapes.contains(0) && !shapes.contains(nil))
  }

  @Test func agreesWithThePathOfTheTree() {
    let tree = TreeWaysTests.tree
    for from in 0..<5 {
      for to in 0..<5 {
        let path = tree.path(from, to)
        let way = TreeWays(tree, TreeWaysTests.tags, to: to).way(from: from)
        #expect(way?.up == path?.up.count && way?.down == path?.down.count)
      }
    }
  }

  @Test func answersTwiceAlike() {
    let ways = TreeWays(TreeWaysTests.tree, TreeWaysTests.tags, to: 0)
    for from in 0..<5 {
      let fresh = TreeWays(TreeWaysTests.tree, TreeWaysTests.tags, to: 0)
      #expect(ways.tie(of: from) == TreeWaysTests.tree.tie(of: from, to: 0, isVerb: from == 1))
      #expect(ways.way(from: from)?.shape == fresh.way(from: from)?.shape)
      #expect(ways.lengthAndTie(from: from, far: 30).length == fresh.way(from: from)?.length ?? 30)
    }
    #expect(ways.tie(of: 1) == .subject)
  }
}
