/// The features on which the parser names the relation of an arc, at the moment of attachment: the dependent has
/// all its children, the head those that are nearer to it. They come in two groups, because most relations are clear after the first.
package enum LabelFeatures {
  package static let capacity = 128

  /// Writes the hashes of all of an arc's features and gives their number.
  package static func extract(
    _ state: ParseState, head: Int, dependent: Int, isLeft: Bool, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let count = extractFirst(state, head: head, dependent: dependent, isLeft: isLeft, into: out)
    return count + extractRest(state, head: head, dependent: dependent, isLeft: isLeft, into: out + count)
  }

  private static func seed(_ isLeft: Bool) -> UInt64 { isLeft ? 0x1F83_D9AB_FB41_BD6B : 0x5BE0_CD19_137E_2179 }

  /// Templates of the first group.
  package static let firstCount = 39

  /// Writes the features of head, dependent and the dependent's children.
  package static func extractFirst(
    _ state: ParseState, head: Int, dependent: Int, isLeft: Bool, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let nodes = state.nodes.base
    let atoms = state.atoms.base
    var list = FeatureList(out, seed: seed(isLeft))
    let up = atoms[head]
    let down = atoms[dependent]
    let d = nodes[dependent]
    let dl = Int(d.left1)
    let dr = Int(d.right1)
    let dlw = atoms[dl].word
    let dlt = atoms[dl].tag
    let drt = atoms[dr].tag
    let dll = FeatureList.label(nodes[dl].label)
    let gap = FeatureList.distance(abs(head &- dependent))
    let lo = min(head, dependent)
    let hi = max(head, dependent)
    let commas = FeatureList.between(atoms[lo].commas, atoms[hi].commas)
    let verbs = FeatureList.between(atoms[lo].verbs, atoms[hi].verbs)

    list.add(up.word)
    list.add(up.tag)
    list.add(up.word, up.tag)
    list.add(down.word)
    list.add(down.tag)
    list.add(down.word, down.tag)
    list.add(up.word, down.word)
    list.add(up.word, down.tag)
    list.add(up.tag, down.word)
    list.add(up.tag, down.tag)
    list.add(up.tag, down.word ^ rotated(down.tag, 13))
    list.add(up.cluster, down.cluster)
    list.add(up.cluster8, down.cluster8)
    list.add(up.cluster4, down.cluster4)
    list.add(up.cluster, down.tag)
    list.add(up.tag, down.cluster)
    list.add(up.cluster8, down.word)
    list.add(down.cluster)
    list.add(up.cluster)
    list.add(gap, up.tag, down.tag)
    list.add(gap, down.word)
    list.add(commas ^ rotated(verbs, 9), up.tag, down.tag)
    let inside = FeatureList.inside(up.quotes, down.quotes)
    list.add(inside, up.tag, down.tag)
    list.add(inside ^ rotated(mixed(d.leftLabels), 9), up.cluster8, down.tag)
    // The dependent's children: its preposition, mark, subject.
    list.add(dlw, down.tag)
    list.add(dlw, down.tag, up.tag)
    list.add(dlw, down.word)
    list.add(dlw, up.word)
    list.add(dlw, up.word, down.tag)
    list.add(dlw, down.cluster8, up.tag)
    list.add(dlt, down.tag, up.tag)
    list.add(drt, down.tag, up.tag)
    list.add(dll, down.tag, up.tag)
    list.add(mixed(d.leftLabels), down.tag, up.tag)
    list.add(mixed(d.rightLabels), down.tag, up.tag)
    list.add(mixed(d.leftLabels), down.word)
    list.add(mixed(d.leftLabels) ^ rotated(commas, 9), up.tag, down.tag)
    list.add(atoms[Int(d.left2)].word, down.tag, up.tag)
    list.add(FeatureList.small(d.leftCount) ^ rotated(FeatureList.small(d.rightCount), 9), down.tag, up.tag)
    return list.count
  }

  /// Writes the features of the head's children so far, and of the neighbours.
  package static func extractRest(
    _ state: ParseState, head: Int, dependent: Int, isLeft: Bool, into out: UnsafeMutablePointer<UInt64>
  ) -> Int {
    let nodes = state.nodes.base
    let atoms = state.atoms.base
    var list = FeatureList(out, seed: seed(isLeft), after: firstCount)
    let up = atoms[head]
    let down = atoms[dependent]
    let h = nodes[head]
    let sibling = Int(isLeft ? h.left1 : h.right1)
    let other = Int(isLeft ? h.right1 : h.left1)
    let sl = FeatureList.label(nodes[sibling].label)
    let st = atoms[sibling].tag
    let ol = FeatureList.label(nodes[other].label)
    let before = atoms[max(0, dependent &- 1)]
    let after = atoms[dependent &+ 1]

    // The head's children so far.
    list.add(mixed(h.leftLabels), up.tag, down.tag)
    list.add(mixed(h.rightLabels), up.tag, down.tag)
    list.add(mixed(h.leftLabels), up.word)
    list.add(mixed(h.leftLabels), mixed(h.rightLabels), down.tag)
    list.add(mixed(h.leftLabels), down.word, up.tag)
    list.add(sl, up.tag, down.tag)
    list.add(sl ^ rotated(st, 9), down.word)
    list.add(st, up.tag, down.tag)
    list.add(ol, up.tag, down.tag)
    list.add(FeatureList.small(h.leftCount) ^ rotated(FeatureList.small(h.rightCount), 9), up.tag, down.tag)
    // Neighbours.
    list.add(before.tag, down.tag, up.tag)
    list.add(after.tag, down.tag, up.tag)
    list.add(before.word, down.tag)
    list.add(after.word, down.tag)
    list.add(before.tag, down.word)
    list.add(after.tag, down.word)
    list.add(atoms[head &+ 1].tag, up.tag, down.tag)
    list.add(atoms[max(0, head &- 1)].tag, up.tag, down.tag)
    return list.count
  }
}
