/// The terms of one lexicon file as tables with word ids of their own: what is left to do is to give the words their ids
/// in a vocabulary and to put the phrases into a trie, both in the order in which reading the terms does it.
struct PreparedTerms: Sendable {
  var words: WordForms
  var phrases: PhraseTable

  func pack(into packer: inout Packer) {
    words.pack(into: &packer)
    phrases.pack(into: &packer)
  }

  init(words: WordForms, phrases: PhraseTable) { (self.words, self.phrases) = (words, phrases) }

  init(from unpacker: inout Unpacker, payloads: Int) {
    words = WordForms(from: &unpacker)
    phrases = PhraseTable(from: &unpacker, words: words.count, payloads: payloads)
  }
}

/// Words in the order of their ids, from 1.
package struct WordForms: Sendable, Packable {
  /// One behind the other as they are folded.
  private(set) var arena: [UInt8] = []
  /// Where each ends in ``arena``.
  private(set) var ends: [Int32] = []
  /// Those that are stems of patterns (`corrupt*`), as they come.
  private(set) var patterns: [Int32] = []

  package var count: Int { ends.count }

  package init() {}

  func start(_ index: Int) -> Int32 { index > 0 ? ends[index - 1] : 0 }
  func form(_ index: Int) -> ArraySlice<UInt8> { arena[Int(start(index))..<Int(ends[index])] }

  package mutating func append(_ form: ArraySlice<UInt8>, isPattern: Bool = false) {
    arena += form
    if isPattern { patterns.append(Int32(truncatingIfNeeded: ends.count)) }
    ends.append(Int32(truncatingIfNeeded: arena.count))
  }

  package func pack(into packer: inout Packer) {
    packer.add(bytes: arena)
    packer.add(column: zip(ends, [0] + ends).map { Int($0 - $1) })
    packer.add(column: patterns.map(Int.init))
  }

  package init(from unpacker: inout Unpacker) {
    arena = unpacker.run()
    ends = unpacker.column()
    patterns = unpacker.column()
    var end = 0
    for index in ends.indices {
      end += Int(ends[index])
      ends[index] = Int32(truncatingIfNeeded: end)
    }
    // Sizes are not negative: what does not go beyond the end does so nowhere.
    let rise = zip(patterns, patterns.dropFirst()).allSatisfy { $0 < $1 }
    if end != arena.count || !rise || patterns.last ?? -1 >= ends.count { unpacker.fail() }
  }
}

/// The phrases of a ``PhraseTrie`` in the order in which they came to be there.
struct PhraseTable: Sendable {
  /// For each node its parent, 0 where it begins phrases; nodes count from 1.
  var parents: [Int32] = []
  /// The word that leads to each node, from 1.
  var words: [Int32] = []
  /// The node of each payload, and the payload; payloads rise.
  var ends: [Int32] = []
  var payloads: [Int32] = []

  init() {}

  /// Most nodes are new ones, and most payloads are behind the newest node: numbers are as small as they are near to it.
  func pack(into packer: inout Packer) {
    packer.add(column: parents.enumerated().map { $1 == 0 ? 0 : $0 + 1 - Int($1) })
    packer.add(column: words.map(Int.init))
    packer.add(column: zip(ends, [0] + ends).map { Packer.step(Int($0 - $1)) })
    packer.add(column: zip(payloads, [-1] + payloads).map { Int($0 - $1) - 1 })
  }

  /// - Parameters:
  ///   - words: how many there are.
  ///   - payloads: the number of what payloads stand for.
  init(from unpacker: inout Unpacker, words limit: Int, payloads count: Int) {
    var (parents, words) = (unpacker.column(), unpacker.column())
    var (ends, payloads) = (unpacker.column(), unpacker.column())
    guard parents.count == words.count, ends.count == payloads.count else {
      unpacker.fail()
      return
    }
    let isFine =
      PhraseTable.read(parents: &parents) && words.allSatisfy { $0 > 0 && $0 <= limit }
      && PhraseTable.read(ends: &ends, nodes: parents.count) && PhraseTable.read(payloads: &payloads, count: count)
    (self.parents, self.words, self.ends, self.payloads) = (parents, words, ends, payloads)
    if !isFine { unpacker.fail() }
  }

  private static func read(parents: inout [Int32]) -> Bool {
    var isFine = true
    var parents = parents.mutableSpan
    for index in parents.indices {
      let (back, place) = (parents[index], Int32(truncatingIfNeeded: index))
      if back > place { isFine = false }
      parents[index] = back == 0 ? 0 : place + 1 - min(back, place)
    }
    return isFine
  }

  private static func read(ends: inout [Int32], nodes: Int) -> Bool {
    var isFine = true
    var node = 0
    var ends = ends.mutableSpan
    for index in ends.indices {
      node += Unpacker.step(ends[index])
      if node < 1 || node > nodes { isFine = false }
      ends[index] = Int32(truncatingIfNeeded: node)
    }
    return isFine
  }

  private static func read(payloads: inout [Int32], count: Int) -> Bool {
    var payload = -1
    var payloads = payloads.mutableSpan
    for index in payloads.indices {
      payload += Int(payloads[index]) + 1
      payloads[index] = Int32(truncatingIfNeeded: payload)
    }
    // They rise: the last one is the largest.
    return payload < count
  }
}
