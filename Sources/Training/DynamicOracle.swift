import Linguistics

/// What each action would cost: how many gold arcs it makes impossible (Goldberg and Nivre 2013, arc-hybrid).
struct DynamicOracle {
  private let heads: [Int32]
  /// Gold dependents of each node, ascending.
  private let children: [[Int32]]

  /// `heads` by node, 1-based, `count + 1` for the root.
  init(heads: [Int32]) {
    self.heads = heads
    var children = [[Int32]](repeating: [], count: heads.count + 1)
    for node in heads.indices.dropFirst() { children[Int(heads[node])].append(Int32(node)) }
    self.children = children
  }

  /// Costs of shift, left and right; those of actions that are not allowed mean nothing.
  func costs(_ state: ParseState) -> (Int, Int, Int) {
    let front = Int32(state.front)
    let top = state.stack[state.top]
    let below = state.stack[state.top - 1]
    var shift = 0
    if state.front != state.root {
      // The front's dependents on the stack, and its head there unless it is the top, are lost.
      for child in children[Int(front)] where child < front && state.nodes[Int(child)].head == 0 { shift += 1 }
      let head = heads[Int(front)]
      if head < front, head != top, state.nodes[Int(head)].head == 0 { shift += 1 }
    }
    guard top > 0 else { return (shift, 0, 0) }
    var waiting = 0
    for child in children[Int(top)] where child >= front { waiting += 1 }
    let head = heads[Int(top)]
    let left = waiting + (head == below && below > 0 || head > front ? 1 : 0)
    let right = waiting + (head >= front ? 1 : 0)
    return (shift, left, right)
  }
}
