import Documents
import Linguistics

/// Ways through a tree to one token, from anywhere. Questions about one text ask for the same ways again and again, so
/// what was found is kept.
final class TreeWays {
  let head: Int
  private let tree: StanceTree
  private let tags: [UPOS]
  /// The head and all above it.
  private let above: [Int]
  /// By the token that a way starts from.
  private var known: [Known]

  /// Ways are followed for so many steps on each side.
  private static let longest = 12
  /// Kept are those from so many tokens: sentences are shorter, and whole texts have many names.
  private static let kept = 512

  private struct Known {
    var way: Way?
    var tie: StanceTree.Tie?
    var isFound = false
  }

  init(_ tree: StanceTree, _ tags: [UPOS], to token: Int) {
    self.tree = tree
    self.tags = tags
    head = token
    var above = [token]
    while above.count < TreeWays.longest, let parent = tree.parent(above[above.count - 1]) { above.append(parent) }
    self.above = above
    known = [Known](repeating: Known(), count: min(tags.count, TreeWays.kept))
  }

  struct Way {
    /// Steps from the start up to where the two meet, and from there down to the token.
    var up: Int
    var down: Int
    /// Hash of the relations passed, 0 for a way of more than four steps.
    var shape: UInt64

    var length: Int { up + down }
  }

  /// `nil` where the two hang on different roots or too far apart.
  func way(from start: Int) -> Way? { all(of: start).way }

  /// What ties the head, as a mention's, to a term.
  func tie(of term: Int) -> StanceTree.Tie? { all(of: term).tie }

  /// The steps of a way, `far` where there is none; and the tie.
  func lengthAndTie(from start: Int, far: Int) -> (length: Int, tie: StanceTree.Tie?) {
    let all = all(of: start)
    return (all.way?.length ?? far, all.tie)
  }

  @inline(__always)
  private func all(of start: Int) -> Known {
    if start < known.count, known[start].isFound { return known[start] }
    let all = Known(
      way: follow(from: start), tie: tree.tie(of: start, to: head, isVerb: tags[start] == .verb), isFound: true)
    if start < known.count { known[start] = all }
    return all
  }

  private func follow(from start: Int) -> Way? {
    var index = start
    for up in 0..<TreeWays.longest {
      if let down = above.firstIndex(of: index) {
        var way = Way(up: up, down: down, shape: 0)
        if up + down <= 4 { way.shape = shape(from: start, way, seed: 29, turn: 97, first: 0) }
        return way
      }
      guard let parent = tree.parent(index) else { return nil }
      index = parent
    }
    return nil
  }

  /// Hash of the relations that a way from a token passes.
  /// - Parameter first: what stands for the first of all relations.
  func shape(from start: Int, _ way: Way, seed: UInt64, turn: UInt64, first: UInt64) -> UInt64 {
    var shape = seed
    var index = start
    for _ in 0..<way.up {
      shape = mixed(shape ^ (UInt64(tree.relations[index].rawValue) + first))
      index = tree.parent(index) ?? index
    }
    shape = mixed(shape ^ turn)
    for step in stride(from: way.down - 1, through: 0, by: -1) {
      shape = mixed(shape ^ (UInt64(tree.relations[above[step]].rawValue) + first))
    }
    return shape
  }
}
