/// An arc-hybrid parse in progress (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root at the end of the
/// buffer (Ballesteros and Nivre 2013).
///
/// Nodes count from 1; `count + 1` is the root. Node 0 and three nodes behind the root stand for "nothing", so
/// that templates can look beyond the ends.
package final class ParseState {
  package enum Action: Int, CaseIterable { case shift, left, right }

  package let atoms = Scratch<NodeAtoms>(capacity: 256, filler: .nothing)
  package let nodes = Scratch<ParseNode>(capacity: 256, filler: ParseNode())
  /// The stack begins at index 3: below it stand three zeros.
  package let stack = Scratch<Int32>(capacity: 256, filler: 0)
  @exclusivity(unchecked) package private(set) var count = 0
  /// Index of the stack's top; 2 if it is empty.
  @exclusivity(unchecked) package private(set) var top = 2
  /// The first node of the buffer.
  @exclusivity(unchecked) package private(set) var front = 1

  package init() {}

  package var root: Int { count + 1 }
  package var isFinished: Bool { top == 2 && front == root }
  package var stackCount: Int { top - 2 }

  /// Makes room for a sentence; the caller then sets the atoms of nodes 1 to `count`.
  package func begin(count: Int) {
    self.count = count
    atoms.reserve(count + 8)
    nodes.reserve(count + 8)
    stack.reserve(count + 8)
    for index in 0..<(count + 6) { nodes[index] = ParseNode() }
    for index in 0..<3 { stack[index] = 0 }
    atoms[0] = .nothing
    atoms[count + 1] = .root
    for index in (count + 2)..<(count + 6) { atoms[index] = .nothing }
    top = 2
    front = 1
  }

  /// Sets the counts of commas, verbs and quotation marks before each node from their marks.
  package func countMarks() {
    var commas: Int32 = 0
    var verbs: Int32 = 0
    var quotes: Int32 = 0
    for index in 1..<(count + 6) {
      atoms[index].commas = commas
      atoms[index].verbs = verbs
      atoms[index].quotes = quotes
      guard index <= count else { continue }
      let marks = Int32(atoms[index].marks)
      commas += marks & 1
      verbs += marks >> 1 & 1
      quotes += marks >> 2 & 1
    }
  }

  @inline(__always)
  package func allows(_ action: Action) -> Bool {
    switch action {
    case .shift: front != root
    case .left: top > 2 && (front != root || top == 3)
    case .right: top > 3
    }
  }

  /// The only action that is allowed, if there is only one.
  @inline(__always)
  package var forced: Action? {
    if front == root { return top == 3 ? .left : .right }
    return top == 2 ? .shift : nil
  }

  @inline(__always)
  package func shift() {
    top &+= 1
    stack[top] = Int32(truncatingIfNeeded: front)
    front &+= 1
  }

  /// Head and dependent that an action would join.
  @inline(__always)
  package func arc(_ action: Action) -> (head: Int, dependent: Int) {
    (action == .left ? front : Int(stack[top &- 1]), Int(stack[top]))
  }

  /// Attaches the top of the stack: to the buffer's front (left) or to what is below it (right).
  @inline(__always)
  package func attach(_ action: Action, label: UInt8) {
    let (head, dependent) = arc(action)
    top &-= 1
    nodes[dependent].head = Int32(truncatingIfNeeded: head)
    nodes[dependent].label = label
    let bit: UInt64 = 1 << UInt64(label & 63)
    if action == .left {
      nodes[head].left2 = nodes[head].left1
      nodes[head].left1 = Int32(truncatingIfNeeded: dependent)
      nodes[head].leftCount &+= nodes[head].leftCount < 200 ? 1 : 0
      nodes[head].leftLabels |= bit
    } else {
      nodes[head].right2 = nodes[head].right1
      nodes[head].right1 = Int32(truncatingIfNeeded: dependent)
      nodes[head].rightCount &+= nodes[head].rightCount < 200 ? 1 : 0
      nodes[head].rightLabels |= bit
    }
  }
}
