/// Collects the phrases of a ``PhraseTrie``.
struct PhraseTrieBuilder: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var children: [Int32] = Array(repeating: 0, count: 64)
  private var edges = 0
  private var nodes = [PhraseTrie.Node()]
  private var links: [PhraseTrie.Link] = []
  /// The place of each node's last payload in ``links``, -1 for none.
  private var tails: [Int32] = [-1]
  private var first: [Int32] = []

  var trie: PhraseTrie { PhraseTrie(keys: keys, children: children, nodes: nodes, links: links, first: first) }

  init() {}

  /// Adds a phrase; an empty one, or one with the unknown word, is left out.
  mutating func insert(_ words: [Int32], payload: Int32) {
    var ids = TermIDs()
    for word in words { ids.append(word) }
    insert(ids, payload: payload)
  }

  mutating func insert(_ words: TermIDs, payload: Int32) {
    guard words.count > 0, !words.hasUnknown else { return }
    var node = begin(words[0])
    var index = 1
    while index < words.count {
      node = child(of: node, words[index])
      index += 1
    }
    append(payload, to: Int(node))
  }

  /// Adds all phrases of a trie, in the order in which they came to be there.
  /// - Parameters:
  ///   - payloads: what is added to each payload.
  ///   - words: number of ids that its words may have; a file may say others.
  mutating func insert(_ trie: PhraseTrie, payloads: Int32, words: Int) {
    var ways = [(parent: Int32, word: Int32)](repeating: (0, 0), count: trie.nodes.count)
    func note(_ node: Int32, _ parent: Int32, _ word: Int32) {
      if node > 0, node < ways.count, word > 0, word < words { ways[Int(node)] = (parent, word) }
    }
    for (word, node) in trie.first.enumerated() { note(node, 0, Int32(truncatingIfNeeded: word)) }
    for (slot, key) in trie.keys.enumerated() where key != 0 {
      note(trie.children[slot], Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key))
    }
    // Parents come before their children.
    var places: [Int32] = [0]
    for (parent, word) in ways.dropFirst() {
      guard word > 0, parent >= 0, parent < places.count else {
        places.append(0)
        continue
      }
      places.append(parent == 0 ? begin(word) : child(of: places[Int(parent)], word))
    }
    var nodeOf = [Int32](repeating: 0, count: trie.links.count)
    for (node, place) in places.enumerated() {
      trie.forEachLink(of: Int32(truncatingIfNeeded: node)) { link, _ in
        if link < nodeOf.count { nodeOf[link] = place }
      }
    }
    for (place, node) in nodeOf.enumerated() where node > 0 {
      append(trie.links[place].payload &+ payloads, to: Int(node))
    }
  }

  /// The node of the phrases that begin with a word, new if need be.
  private mutating func begin(_ word: Int32) -> Int32 {
    let word = Int(word)
    if first.count <= word { first += repeatElement(0, count: word + 1 - first.count) }
    if first[word] == 0 { first[word] = addNode() }
    return first[word]
  }

  private mutating func append(_ payload: Int32, to node: Int) {
    let place = Int32(truncatingIfNeeded: links.count)
    links.append(PhraseTrie.Link(payload: payload))
    if tails[node] < 0 { nodes[node].head = place } else { links[Int(tails[node])].next = place }
    tails[node] = place
  }

  /// The node behind a word, new if need be.
  private mutating func child(of node: Int32, _ word: Int32) -> Int32 {
    let key = PhraseTrie.key(node, word)
    var slot = PhraseTrie.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    if (edges + 1) * 2 > keys.count { grow() }
    let child = addNode()
    nodes[Int(node)].next |= PhraseTrie.Node.bit(word)
    place(key, child)
    edges += 1
    return child
  }

  private mutating func addNode() -> Int32 {
    nodes.append(PhraseTrie.Node())
    tails.append(-1)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    var slot = PhraseTrie.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    children = Array(repeating: 0, count: oldKeys.count * 2)
    for (index, key) in oldKeys.enumerated() where key != 0 { place(key, oldChildren[index]) }
  }
}
