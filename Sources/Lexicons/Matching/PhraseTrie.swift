/// Phrases of word ids, found in a text of word ids in time linear in the text (times the longest phrase).
public struct PhraseTrie: Sendable {
  struct Node: ColumnElement {
    static let blank = Node()

    /// Its first payload in ``links``, -1 for none.
    var head: Int32 = -1
    /// A bit for each of 32 kinds of words, set if a phrase goes on with such a one: most do not, and need no look-up.
    var next: UInt32 = 0

    /// Whether some phrase may go on from here.
    var isInner: Bool { next != 0 }

    @inline(__always)
    static func bit(_ word: Int32) -> UInt32 { 1 << ((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 27) }
  }

  /// A payload with the place of the node's next one, -1 behind the last.
  struct Link: ColumnElement {
    static let blank = Link(payload: 0)

    var payload: Int32
    var next: Int32 = -1
  }

  /// Open addressing over (node, word) → node; a key of 0 is a free slot (word 0 is never inserted).
  let keys: Column<UInt64>
  let children: Column<Int32>
  let nodes: Column<Node>
  let links: Column<Link>
  /// For each word the node of the phrases that begin with it, 0 for none.
  let first: Column<Int32>
  /// A bit for each word, whether some phrase begins with it or with one of its patterns: this little is always near,
  /// and most words are seen here to begin none.
  private var begins: Column<UInt64>
  /// For each word the pattern that it matches too, see ``Vocabulary``; empty for tries without patterns.
  private var patternOf: [Int32] = []

  init(keys: [UInt64], children: [Int32], nodes: [Node], links: [Link], first: [Int32]) {
    (self.keys, self.children, self.nodes) = (Column(keys), Column(children), Column(nodes))
    (self.links, self.first) = (Column(links), Column(first))
    begins = PhraseTrie.bits(of: first) { $0 > 0 }
  }

  private static func bits(of numbers: [Int32], where isSet: (Int32) -> Bool) -> Column<UInt64> {
    var bits = [UInt64](repeating: 0, count: (numbers.count + 63) / 64)
    for (index, number) in numbers.enumerated() where isSet(number) { bits[index >> 6] |= 1 << UInt64(index & 63) }
    return Column(bits)
  }

  /// Makes words match the patterns of a vocabulary that has all its words.
  mutating func link(to vocabulary: Vocabulary) {
    patternOf = vocabulary.patternOf
    guard !patternOf.isEmpty else { return }
    let (words, patternOf) = ((0..<Int32(truncatingIfNeeded: patternOf.count)).map { $0 }, patternOf)
    begins = PhraseTrie.bits(of: words) { word in
      var word = word
      while word > 0, first[Int(word)] <= 0 { word = patternOf[Int(word)] }
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
  func mayBegin(_ word: Int32) -> Bool { begins[Int(word) >> 6] >> UInt64(word & 63) & 1 != 0 }

  /// The node of the phrases that begin with a word, 0 for none.
  @inline(__always)
  private func node(beginning word: Int32) -> Int32 { first[Int(word)] }

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

  /// Calls the body with the payloads of a node in the order of their insertion.
  @inline(__always)
  private func forEachPayload(of node: Int32, _ body: (_ payload: Int32) -> Void) {
    forEachLink(of: node) { body($1) }
  }

  /// The same with the place of each among the links.
  @inline(__always)
  func forEachLink(of node: Int32, _ body: (_ place: Int, _ payload: Int32) -> Void) {
    var place = Int(nodes[Int(node)].head)
    while place >= 0 {
      let link = links[place]
      body(place, link.payload)
      // Links lead on.
      place = link.next > place ? Int(link.next) : -1
    }
  }

  private func child(of node: Int32, _ word: Int32) -> Int32? {
    guard word != 0, nodes[Int(node)].next & Node.bit(word) != 0 else { return nil }
    let key = PhraseTrie.key(node, word)
    var slot = PhraseTrie.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// From the product's upper half, to which both the node and the word come.
  static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (size - 1)
  }
}

/// As a part of a file.
extension PhraseTrie {
  /// The words of all phrases, in the order of their ids.
  var words: [Int32] {
    var words = Set(keys.array.lazy.filter { $0 != 0 }.map { Int32(truncatingIfNeeded: $0) })
    for (word, node) in first.enumerated() where node > 0 { words.insert(Int32(truncatingIfNeeded: word)) }
    return words.sorted()
  }

  func pack(into packer: inout Packer) {
    packer.add(mapped: keys)
    packer.add(mapped: children)
    packer.add(mapped: nodes)
    packer.add(mapped: links)
    packer.add(mapped: first)
    packer.add(mapped: begins)
  }

  /// `nil` for what no packer wrote, as far as that is seen at once; places that lead nowhere are seen when they are used.
  init?(from unpacker: inout Unpacker) {
    (keys, children, nodes) = (unpacker.mapped(), unpacker.mapped(), unpacker.mapped())
    (links, first, begins) = (unpacker.mapped(), unpacker.mapped(), unpacker.mapped())
    guard !unpacker.isBroken, WordSlots.isTable(keys), children.count == keys.count, !nodes.isEmpty else { return nil }
  }
}
