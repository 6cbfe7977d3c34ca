/// Phrases of word ids, found in a text of word ids in time linear in the text (times the longest phrase).
public struct PhraseTrie: Sendable {
  /// Open addressing over (node, word) → node; a key of 0 is a free slot (word 0 is never inserted).
  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var children: [Int32] = Array(repeating: 0, count: 1024)
  private var edges = 0
  private struct Node {
    /// Its first payload in ``links``, -1 for none.
    var head: Int32 = -1
    /// Whether some phrase goes on from here: most do not, and need no look-up.
    var isInner = false
  }

  private var nodes = [Node()]
  /// Payloads, each with the place of the node's next one, -1 behind the last.
  private var links: [(payload: Int32, next: Int32)] = []
  /// For each word the node of the phrases that begin with it, 0 for none.
  private var first: [Int32] = []
  /// For each word the pattern that it matches too, see ``Vocabulary``; empty for tries without patterns.
  private var patternOf: [Int32] = []
  /// In a trie with patterns, for each word whether some phrase begins with it or with one of its patterns.
  private var begins: [Bool] = []

  public init() {}

  /// Adds a phrase; an empty one, or one with the unknown word, is left out.
  public mutating func insert(_ words: [Int32], payload: Int32) {
    var ids = TermIDs()
    for word in words { ids.append(word) }
    insert(ids, payload: payload)
  }

  mutating func insert(_ words: TermIDs, payload: Int32) {
    guard words.count > 0, !words.hasUnknown else { return }
    var node = begin(words[0])
    var index = 1
    while index < words.count {
      node = child(of: node, words[index]) ?? addChild(of: node, words[index])
      index += 1
    }
    append(payload, to: Int(node))
  }

  /// The node of the phrases that begin with a word, new if need be.
  private mutating func begin(_ word: Int32) -> Int32 {
    let word = Int(word)
    if first.count <= word { first += repeatElement(0, count: max(word + 1, 2 * first.count) - first.count) }
    if first[word] == 0 { first[word] = addNode() }
    return first[word]
  }

  private mutating func append(_ payload: Int32, to node: Int) {
    let place = Int32(truncatingIfNeeded: links.count)
    links.append((payload, -1))
    guard nodes[node].head >= 0 else {
      nodes[node].head = place
      return
    }
    var last = Int(nodes[node].head)
    while links[last].next >= 0 { last = Int(links[last].next) }
    links[last].next = place
  }

  /// Calls the body with the payloads of a node in the order of their insertion.
  @inline(__always)
  private func forEachPayload(of node: Int32, _ body: (_ payload: Int32) -> Void) {
    var link = nodes[Int(node)].head
    while link >= 0 {
      body(links[Int(link)].payload)
      link = links[Int(link)].next
    }
  }

  /// Every node with what leads to it, every payload with its node.
  var table: PhraseTable {
    var table = PhraseTable()
    table.parents = Array(repeating: 0, count: nodes.count - 1)
    table.words = table.parents
    table.payloads = links.map(\.payload)
    table.ends = Array(repeating: 0, count: links.count)
    for (word, node) in first.enumerated() where node > 0 {
      table.words[Int(node) - 1] = Int32(truncatingIfNeeded: word)
    }
    for (slot, key) in keys.enumerated() where key != 0 {
      table.parents[Int(children[slot]) - 1] = Int32(truncatingIfNeeded: key >> 32)
      table.words[Int(children[slot]) - 1] = Int32(truncatingIfNeeded: key)
    }
    for (index, node) in nodes.enumerated() {
      var link = node.head
      while link >= 0 {
        table.ends[Int(link)] = Int32(truncatingIfNeeded: index)
        link = links[Int(link)].next
      }
    }
    return table
  }

  /// Adds all phrases of a table, as inserting one after the other would.
  /// - Parameters:
  ///   - ids: for each word of the table its id here.
  ///   - payloads: what is added to each payload.
  mutating func add(_ table: PhraseTable, ids: [Int32], payloads: Int32) {
    reserve(table.parents.count { $0 > 0 })
    if nodes.count == 1 { return fill(table, ids, payloads) }
    var places: [Int32] = [0]
    for (parent, word) in zip(table.parents, table.words) {
      let (parent, word) = (places[Int(parent)], ids[Int(word)])
      places.append(parent == 0 ? begin(word) : child(of: parent, word) ?? addChild(of: parent, word))
    }
    for (node, payload) in zip(table.ends, table.payloads) { append(payload + payloads, to: Int(places[Int(node)])) }
  }

  /// The same for an empty trie, where the table's nodes are all that there is.
  private mutating func fill(_ table: PhraseTable, _ ids: [Int32], _ payloads: Int32) {
    nodes = Array(repeating: Node(), count: table.parents.count + 1)
    first = Array(repeating: 0, count: Int(ids.max() ?? 0) + 1)
    links = table.payloads.map { ($0 + payloads, -1) }
    PhraseTrie.fill(&nodes, &first, &links, &keys, &children, from: table, ids)
    edges = table.parents.count { $0 > 0 }
  }

  /// Everything that a loop writes to by itself, so that it is checked once that nobody else has it.
  private static func fill(
    _ nodes: inout [Node], _ first: inout [Int32], _ links: inout [(payload: Int32, next: Int32)],
    _ keys: inout [UInt64], _ children: inout [Int32], from table: PhraseTable, _ ids: [Int32]
  ) {
    // Where the payloads of each node end so far.
    var tails = [Int32](repeating: -1, count: nodes.count)
    var nodes = nodes.mutableSpan
    var first = first.mutableSpan
    var links = links.mutableSpan
    var tail = tails.mutableSpan
    var keys = keys.mutableSpan
    var children = children.mutableSpan
    for index in table.parents.indices {
      let parent = table.parents[index]
      let word = ids[Int(table.words[index])]
      let node = Int32(truncatingIfNeeded: index + 1)
      guard parent > 0 else {
        first[Int(word)] = node
        continue
      }
      nodes[Int(parent)].isInner = true
      let key = PhraseTrie.key(parent, word)
      var slot = PhraseTrie.slot(key, keys.count)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      (keys[slot], children[slot]) = (key, node)
    }
    for index in table.ends.indices {
      let node = Int(table.ends[index])
      let link = Int32(truncatingIfNeeded: index)
      if tail[node] < 0 { nodes[node].head = link } else { links[Int(tail[node])].next = link }
      tail[node] = link
    }
  }

  private mutating func reserve(_ count: Int) {
    var size = keys.count
    while (edges + count) * 2 > size { size *= 2 }
    if size > keys.count { grow(to: size) }
  }

  /// Makes words match the patterns of a vocabulary that has all its words.
  mutating func link(to vocabulary: Vocabulary) {
    patternOf = vocabulary.patternOf
    begins = patternOf.indices.map { id in
      var word = Int32(truncatingIfNeeded: id)
      while word > 0, node(beginning: word) == 0 { word = patternOf[Int(word)] }
      return word > 0
    }
  }

  /// Calls the body with the length and payload of every phrase that begins at a position, shortest first.
  @inline(__always)
  public func matches(in ids: [Int32], at start: Int, limit: Int, _ body: (_ length: Int, _ payload: Int32) -> Void) {
    let limit = min(limit, ids.count)
    guard start < limit else { return }
    guard patternOf.isEmpty else { return matches(in: ids, from: 0, start, start, limit, body) }
    var node = node(beginning: ids[start])
    var index = start + 1
    while node > 0 {
      forEachPayload(of: node) { body(index - start, $0) }
      guard index < limit, nodes[Int(node)].isInner else { return }
      node = child(of: node, ids[index]) ?? 0
      index += 1
    }
  }

  /// Whether some phrase may begin with a word; most words begin none.
  @inline(__always)
  func mayBegin(_ word: Int32) -> Bool {
    patternOf.isEmpty ? node(beginning: word) > 0 : Int(word) < begins.count && begins[Int(word)]
  }

  /// The node of the phrases that begin with a word, 0 for none.
  @inline(__always)
  private func node(beginning word: Int32) -> Int32 { Int(word) < first.count ? first[Int(word)] : 0 }

  /// The same where words match patterns: each word is itself, then its pattern, then that pattern's shorter one.
  private func matches(
    in ids: [Int32], from node: Int32, _ start: Int, _ index: Int, _ limit: Int,
    _ body: (_ length: Int, _ payload: Int32) -> Void
  ) {
    guard index < limit, index < ids.count else { return }
    var word = ids[index]
    while word > 0 {
      let next = node == 0 ? self.node(beginning: word) : child(of: node, word) ?? 0
      if next > 0 {
        forEachPayload(of: next) { body(index + 1 - start, $0) }
        if nodes[Int(next)].isInner { matches(in: ids, from: next, start, index + 1, limit, body) }
      }
      word = Int(word) < patternOf.count ? patternOf[Int(word)] : 0
    }
  }

  /// The longest phrase that begins at a position, with the payload that was inserted first.
  @inline(__always)
  public func longest(in ids: [Int32], at start: Int, limit: Int) -> (length: Int, payload: Int32)? {
    guard start < ids.count, mayBegin(ids[start]) else { return nil }
    return longestPhrase(in: ids, at: start, limit: limit)
  }

  private func longestPhrase(in ids: [Int32], at start: Int, limit: Int) -> (length: Int, payload: Int32)? {
    guard patternOf.isEmpty else {
      var best: (length: Int, payload: Int32)?
      matches(in: ids, at: start, limit: limit) { length, payload in
        if length > best?.length ?? 0 { best = (length, payload) }
      }
      return best
    }
    let limit = min(limit, ids.count)
    guard start < limit else { return nil }
    var node = node(beginning: ids[start])
    var index = start + 1
    var (length, link): (Int, Int32) = (0, -1)
    while node > 0 {
      let here = nodes[Int(node)]
      if here.head >= 0 { (length, link) = (index - start, here.head) }
      guard here.isInner, index < limit else { break }
      node = child(of: node, ids[index]) ?? 0
      index += 1
    }
    return link >= 0 ? (length, links[Int(link)].payload) : nil
  }

  private func child(of node: Int32, _ word: Int32) -> Int32? {
    guard word != 0 else { return nil }
    let key = PhraseTrie.key(node, word)
    var slot = PhraseTrie.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func addChild(of node: Int32, _ word: Int32) -> Int32 {
    if (edges + 1) * 2 > keys.count { grow(to: keys.count * 2) }
    let child = addNode()
    nodes[Int(node)].isInner = true
    place(PhraseTrie.key(node, word), child)
    edges += 1
    return child
  }

  private mutating func addNode() -> Int32 {
    nodes.append(Node())
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    var slot = PhraseTrie.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow(to size: Int) {
    let (oldKeys, oldChildren) = (keys, children)
    keys = Array(repeating: 0, count: size)
    children = Array(repeating: 0, count: size)
    for (index, key) in oldKeys.enumerated() where key != 0 { place(key, oldChildren[index]) }
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// From the product's upper half, to which both the node and the word come.
  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (size - 1)
  }
}
