import Linguistics

/// Ways through a tree to one token, from anywhere.
struct TreeWays {
  private let tree: StanceTree
  /// The token and all above it.
  private let above: [Int]

  /// Ways are followed for so many steps on each side.
  private static let longest = 12

  init(_ tree: StanceTree, to token: Int) {
    self.tree = tree
    var above = [token]
    while above.count < TreeWays.longest, let parent = tree.parent(above[above.count - 1]) { above.append(parent) }
    self.above = above
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
  func way(from start: Int) -> Way? {
    var index = start
    var shape: UInt64 = 29
    for up in 0..<TreeWays.longest {
      if let down = above.firstIndex(of: index) {
        guard up + down <= 4 else { return Way(up: up, down: down, shape: 0) }
        shape = mixed(shape ^ 97)
        for token in above[..<down].reversed() { shape = mixed(shape ^ UInt64(tree.relations[token].rawValue)) }
        return Way(up: up, down: down, shape: shape)
      }
      shape = mixed(shape ^ UInt64(tree.relations[index].rawValue))
      guard let parent = tree.parent(index) else { return nil }
      index = parent
    }
    return nil
  }
}
