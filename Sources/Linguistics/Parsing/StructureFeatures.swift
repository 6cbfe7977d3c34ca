/// The features on which the parser decides between shift, left and right.
///
/// A feature is the exclusive or of the atoms it joins, each rotated by its place, and of its template's number:
/// one 64-bit hash. Templates follow Zhang and Nivre (2011), with word clusters (Koo et al. 2008) and prepositions.
///
/// They come in two groups, because most decisions are clear after the first.
package enum StructureFeatures {
  /// Room to reserve for the output.
  package static let capacity = 256

  /// Writes the hashes of all of a state's features and gives their number, the same for every state.
  package static func extract(_ state: ParseState, into out: UnsafeMutablePointer<UInt64>) -> Int {
    let count = extractFirst(state, into: out)
    return count + extractRest(state, into: out + count)
  }

  /// Writes the features of the first group: words, tags, distances, relations of the children.
  package static func extractFirst(_ state: ParseState, into out: UnsafeMutablePointer<UInt64>) -> Int {
    let nodes = state.nodes.base
    let atoms = state.atoms.base
    let stack = state.stack.base + state.top
    let s0 = Int(stack[0])
    let s1 = Int(stack[-1])
    let s2 = Int(stack[-2])
    let b0 = state.front
    var list = FeatureList(out)
    let top = atoms[s0]
    let below = atoms[s1]
    let front = atoms[b0]
    let second = atoms[b0 &+ 1]
    let n0 = nodes[s0]
    let n1 = nodes[s1]
    let m0 = nodes[b0]
    let s2t = atoms[s2].tag
    let b2t = atoms[b0 &+ 2].tag

    // Words and tags, alone.
    list.add(top.word)
    list.add(top.tag)
    list.add(top.word, top.tag)
    list.add(below.word)
    list.add(below.tag)
    list.add(below.word, below.tag)
    list.add(front.word)
    list.add(front.tag)
    list.add(front.word, front.tag)
    list.add(second.word)
    list.add(second.tag)
    list.add(second.word, second.tag)
    list.add(s2t)
    list.add(b2t)

    // Pairs.
    list.skip(10)
    list.add(below.tag, front.tag)
    list.add(top.word, second.tag)
    list.add(top.tag, second.word)
    list.add(top.tag, second.tag)
    list.add(front.word, second.word)
    list.add(front.word, second.tag)
    list.add(front.tag, second.word)
    list.add(front.tag, second.tag)
    list.add(below.tag, second.tag)
    list.add(s2t, top.tag)
    list.add(s2t, below.tag)

    // Triples.
    list.add(top.tag, front.tag, second.tag)
    list.add(top.word, front.tag, second.tag)
    list.add(top.tag, front.tag, second.word)
    list.add(below.tag, top.tag, front.tag)
    list.add(s2t, below.tag, top.tag)
    list.add(s2t, below.tag, top.tag ^ rotated(front.tag, 7))
    list.add(front.tag, second.tag, b2t)
    list.add(top.tag, front.tag, second.tag ^ rotated(b2t, 7))

    // Distance, valency, relations of the children.
    let near = FeatureList.distance(b0 &- s0)
    let far = FeatureList.distance(s0 &- s1)
    list.add(near, top.tag, front.tag)
    list.add(near, top.word)
    list.add(near, front.word)
    list.add(near, top.word, front.tag)
    list.add(far, below.tag, top.tag)
    list.add(far, below.word)
    list.add(far, top.word)
    list.add(far, below.word, top.tag)
    let v0l = FeatureList.small(n0.leftCount)
    let v0r = FeatureList.small(n0.rightCount)
    let v1l = FeatureList.small(n1.leftCount)
    let v1r = FeatureList.small(n1.rightCount)
    let w0l = FeatureList.small(m0.leftCount)
    list.add(v0l, top.word)
    list.add(v0l, top.tag)
    list.add(v0r, top.word)
    list.add(v0r, top.tag)
    list.add(v1l, below.tag)
    list.add(v1r, below.word)
    list.add(v1r, below.tag)
    list.add(w0l, front.word)
    list.add(w0l, front.tag)
    list.add(v0l ^ rotated(v0r, 9), top.tag, front.tag)
    list.add(v1r ^ rotated(v0l, 9), below.tag, top.tag)
    list.add(v0l ^ rotated(w0l, 9), top.tag, front.tag)
    let l0 = mixed(n0.leftLabels)
    let r0 = mixed(n0.rightLabels)
    let l1 = mixed(n1.leftLabels)
    let r1 = mixed(n1.rightLabels)
    let k0 = mixed(m0.leftLabels)
    list.add(l0, top.word)
    list.add(l0, top.tag)
    list.add(r0, top.word)
    list.add(r0, top.tag)
    list.add(l1, below.tag)
    list.add(r1, below.word)
    list.add(r1, below.tag)
    list.add(k0, front.word)
    list.add(k0, front.tag)
    list.add(l0, top.tag, front.tag)
    list.add(r0, top.tag, front.tag)
    list.add(k0, top.tag, front.tag)
    list.add(r1, below.tag, top.tag)
    list.add(l0, below.tag, top.tag)
    list.add(r1 ^ rotated(l1, 9), below.tag, top.tag)
    list.add(l0 ^ rotated(k0, 9), top.tag, front.tag)

    // Children.
    let s0l = Int(n0.left1)
    let s0r = Int(n0.right1)
    let s1l = Int(n1.left1)
    let s1r = Int(n1.right1)
    let b0l = Int(m0.left1)
    let s0lt = atoms[s0l].tag
    let s0rt = atoms[s0r].tag
    let s1lt = atoms[s1l].tag
    let s1rt = atoms[s1r].tag
    let b0lt = atoms[b0l].tag
    let s0lw = atoms[s0l].word
    let s0rw = atoms[s0r].word
    let s1rw = atoms[s1r].word
    let b0lw = atoms[b0l].word
    let s0rl = FeatureList.label(nodes[s0r].label)
    let s1rl = FeatureList.label(nodes[s1r].label)
    let b0ll = FeatureList.label(nodes[b0l].label)
    let s0ll = FeatureList.label(nodes[s0l].label)
    list.add(s0lt, top.tag)
    list.add(s0rt, top.tag)
    list.add(s1lt, below.tag)
    list.add(s1rt, below.tag)
    list.add(b0lt, front.tag)
    list.add(s0lw, top.tag)
    list.add(s0rw, top.tag)
    list.add(s1rw, below.tag)
    list.add(b0lw, front.tag)
    list.add(s0ll, top.tag)
    list.add(s0rl, top.tag)
    list.add(s1rl, below.tag)
    list.add(b0ll, front.tag)
    return list.count
  }

  /// Writes the features of the second group: pairs of words, most of which are rare; children with their heads,
  /// neighbours, what stands between, clusters.
  package static func extractRest(_ state: ParseState, into out: UnsafeMutablePointer<UInt64>) -> Int {
    let nodes = state.nodes.base
    let atoms = state.atoms.base
    let stack = state.stack.base + state.top
    let s0 = Int(stack[0])
    let s1 = Int(stack[-1])
    let b0 = state.front
    var list = FeatureList(out, after: 14)
    let top = atoms[s0]
    let below = atoms[s1]
    let front = atoms[b0]
    let second = atoms[b0 &+ 1]
    let n0 = nodes[s0]
    let n1 = nodes[s1]
    let m0 = nodes[b0]
    let near = FeatureList.distance(b0 &- s0)
    let far = FeatureList.distance(s0 &- s1)
    let s0l = Int(n0.left1)
    let s0r = Int(n0.right1)
    let s1l = Int(n1.left1)
    let s1r = Int(n1.right1)
    let b0l = Int(m0.left1)
    let s0lt = atoms[s0l].tag
    let s0rt = atoms[s0r].tag
    let s1lt = atoms[s1l].tag
    let s1rt = atoms[s1r].tag
    let b0lt = atoms[b0l].tag
    let s0lw = atoms[s0l].word
    let b0lw = atoms[b0l].word
    let s0ll = FeatureList.label(nodes[s0l].label)
    let s0rl = FeatureList.label(nodes[s0r].label)
    let s1rl = FeatureList.label(nodes[s1r].label)
    let b0ll = FeatureList.label(nodes[b0l].label)

    list.add(top.word, front.word)
    list.add(top.word, front.tag)
    list.add(top.tag, front.word)
    list.add(top.tag, front.tag)
    list.add(below.word, top.word)
    list.add(below.word, top.tag)
    list.add(below.tag, top.word)
    list.add(below.tag, top.tag)
    list.add(below.word, front.tag)
    list.add(below.tag, front.word)
    list.skip(68)

    // Children with their heads.
    list.add(s0lt, top.tag, front.tag)
    list.add(s0rt, top.tag, front.tag)
    list.add(b0lt, top.tag, front.tag)
    list.add(s1rt, below.tag, top.tag)
    list.add(s1lt, below.tag, top.tag)
    list.add(s0lt, below.tag, top.tag)
    list.add(s0rt, below.tag, top.tag)
    list.add(s0rl, top.word, front.tag)
    list.add(s1rl ^ rotated(s1rt, 9), below.tag, top.tag)
    list.add(s1rl ^ rotated(s0ll, 9), below.tag, top.tag)
    list.add(s0rl ^ rotated(b0ll, 9), top.tag, front.tag)
    let s0l2t = atoms[Int(n0.left2)].tag
    let s0r2t = atoms[Int(n0.right2)].tag
    let s1r2t = atoms[Int(n1.right2)].tag
    let b0l2t = atoms[Int(m0.left2)].tag
    list.add(s0lt, s0l2t, top.tag)
    list.add(s0rt, s0r2t, top.tag)
    list.add(s1rt, s1r2t, below.tag)
    list.add(b0lt, b0l2t, front.tag)

    // The preposition or mark of the stack's top, and of the front.
    list.add(below.word, s0lw)
    list.add(below.tag, s0lw, top.tag)
    list.add(below.tag, s0lw, top.word)
    list.add(front.word, s0lw)
    list.add(front.tag, s0lw, top.tag)
    list.add(top.word, b0lw)
    list.add(top.tag, b0lw, front.tag)
    list.add(below.tag ^ rotated(front.tag, 7), s0lw, top.tag)

    // Neighbours.
    let before0 = atoms[max(0, s0 &- 1)].tag
    let after0 = atoms[s0 &+ 1].tag
    let beforeFront = atoms[b0 &- 1].tag
    let after1 = atoms[s1 &+ 1].tag
    list.add(before0, top.tag)
    list.add(after0, top.tag, front.tag)
    list.add(before0, top.tag, front.tag)
    list.add(beforeFront, top.tag, front.tag)
    list.add(after1, below.tag, top.tag)
    list.add(beforeFront, front.tag, second.tag)
    list.add(before0, below.tag, top.tag)

    // What stands between.
    let commas = FeatureList.between(top.commas, front.commas)
    let verbs = FeatureList.between(top.verbs, front.verbs)
    let quotes = FeatureList.between(top.quotes, front.quotes)
    let commas1 = FeatureList.between(below.commas, top.commas)
    let verbs1 = FeatureList.between(below.verbs, top.verbs)
    list.add(commas ^ rotated(verbs, 9), top.tag, front.tag)
    list.add(quotes ^ rotated(commas, 9), top.tag, front.tag)
    list.add(commas1 ^ rotated(verbs1, 9), below.tag, top.tag)
    list.add(quotes, top.word, front.tag)
    list.add(FeatureList.inside(top.quotes, front.quotes), top.tag, front.tag)
    list.add(FeatureList.inside(top.quotes, front.quotes), top.tag, front.cluster8)
    list.add(FeatureList.inside(below.quotes, top.quotes), below.tag, top.tag)

    // Clusters.
    list.add(top.cluster)
    list.add(below.cluster)
    list.add(front.cluster)
    list.add(second.cluster)
    list.add(top.cluster, front.cluster)
    list.add(top.cluster8, front.cluster8)
    list.add(top.cluster4, front.cluster4)
    list.add(top.cluster8, front.tag)
    list.add(top.tag, front.cluster8)
    list.add(top.cluster, front.tag)
    list.add(top.tag, front.cluster)
    list.add(top.word, front.cluster8)
    list.add(below.cluster, top.cluster)
    list.add(below.cluster8, top.cluster8)
    list.add(below.cluster4, top.cluster4)
    list.add(below.cluster8, top.tag)
    list.add(below.tag, top.cluster8)
    list.add(below.cluster, top.tag)
    list.add(below.tag, top.cluster)
    list.add(below.cluster8, front.cluster8)
    list.add(below.cluster4, top.cluster4, front.cluster4)
    list.add(top.cluster4, front.cluster4, second.cluster4)
    list.add(below.cluster8, s0lw, top.cluster8)
    list.add(near, top.cluster8, front.cluster8)
    list.add(far, below.cluster8, top.cluster8)
    return list.count
  }
}
