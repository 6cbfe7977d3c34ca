import Documents

/// Word forms as small integers, looked up from the bytes of a text without making strings.
///
/// Forms are compared in lower case (ASCII and Latin-1 letters) and with straight apostrophes. Id 0 is every word that
/// is not in the vocabulary. Forms of one hash count as one, see ``WordSlots``.
public struct Vocabulary: Sendable {
  /// Words that all vocabularies of prepared lexicons number alike; this one knows the ``members`` among them.
  let words: WordTable
  /// A bit for each id of ``words``.
  private var members: [UInt64]

  // The words of its own, whose ids follow those.
  private(set) var slots: [UInt64] = [0]
  private var hashes: [UInt64] = []
  /// For each whether it is of ASCII letters alone, and such a word of a term is known to stay whole.
  private var isWhole: [Bool] = []
  /// Where each form starts in ``arena``; one more than there are words.
  private(set) var starts: [Int32] = [0]
  private(set) var arena: [UInt8] = []

  /// Stems that any word with their beginning matches: `corrupt*`.
  private var patterns = StemPatterns()
  /// What splits a lexicon's word: see ``init(tokens:)``.
  private let tokens: @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]?

  /// - Parameter tokens: splits the bytes of a lexicon's word (no white space in it) as the tokeniser splits texts,
  ///   *don't* into *do* and *n't*; `nil` for a word that stays whole. A term whose words are split otherwise never
  ///   matches.
  public init(tokens: @escaping @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? = { _ in nil }) {
    self.init(tokens: tokens, words: nil)
  }

  /// - Parameter words: of prepared lexicons, whose words were split in the same way, so that these may be taken as they
  ///   are.
  package init(
    tokens: @escaping @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]?, words: WordTable?
  ) {
    self.tokens = tokens
    self.words = words ?? .empty
    members = Array(repeating: 0, count: words.map { ($0.count + 63) / 64 } ?? 0)
  }

  /// Number of ids in use, the unknown word's included.
  public var count: Int { words.count + hashes.count }

  /// The id of a form, new if need be.
  public mutating func intern(_ form: some StringProtocol) -> Int32 { intern(Array(form.utf8)[...]) }
  /// The id of a form's bytes, new if need be.
  public mutating func intern(_ form: ArraySlice<UInt8>) -> Int32 {
    let form = Array(form)
    return intern(form, 0..<form.count)
  }

  /// The id of a form that stands somewhere in some bytes, new if need be.
  package mutating func intern(_ bytes: [UInt8], _ form: Range<Int>) -> Int32 {
    let hash = Vocabulary.foldedHash(bytes, form)
    let known = find(hash)
    return known > 0 ? known : add(bytes, form, hash)
  }

  /// The id of a form of this hash, which the vocabulary did not know.
  private mutating func add(_ bytes: [UInt8], _ form: Range<Int>, _ hash: UInt64) -> Int32 {
    let prepared = words.find(hash)
    if prepared > 0 {
      join(prepared)
      return prepared
    }
    let id = count
    guard id < WordSlots.limit else { return 0 }
    hashes.append(hash)
    isWhole.append(false)
    append(folded: bytes, form)
    starts.append(Int32(truncatingIfNeeded: arena.count))
    if hashes.count * 2 > slots.count {
      slots = WordSlots.slots(of: hashes, firstID: words.count, room: hashes.count * 2)
    } else {
      WordSlots.place(id, hash, in: &slots)
    }
    return Int32(truncatingIfNeeded: id)
  }

  /// Whether what was prepared of a file has the numbers of this vocabulary.
  package func takes(_ file: LexiconFile) -> Bool { file.prepared?.words === words }

  /// Makes a prepared word one that the vocabulary knows.
  private mutating func join(_ id: Int32) { members[Int(id) >> 6] |= 1 << UInt64(id & 63) }

  /// The same of all words of a prepared lexicon.
  package mutating func join(_ prepared: PreparedMembers) {
    prepared.insert(into: &members)
    for pattern in prepared.allPatterns { _ = intern(pattern: words.form(Int(pattern)).dropLast()) }
  }

  /// Puts 0 for prepared words that are not of this vocabulary.
  private func forgetStrangers(_ ids: inout [Int32]) {
    var ids = ids.mutableSpan
    let members = members.span
    for index in ids.indices {
      let (place, bit) = (Int(ids[index]) >> 6, UInt64(ids[index] & 63))
      if place >= members.count || members[place] >> bit & 1 == 0 { ids[index] = 0 }
    }
  }

  /// Whether an id is not 0 and of this vocabulary.
  private func knows(_ id: Int32) -> Bool {
    let place = Int(id) >> 6
    return id >= words.count || place < members.count && members[place] >> UInt64(id & 63) & 1 != 0
  }

  /// Appends a form to the arena as it is folded; most forms are ASCII, a capital or two among them.
  private mutating func append(folded bytes: [UInt8], _ form: Range<Int>) {
    let start = arena.count
    arena += bytes[form]
    for index in start..<arena.count {
      let byte = arena[index]
      if byte >= 0x80 {
        arena.removeLast(arena.count - start)
        return Vocabulary.fold(bytes[form], into: &arena)
      }
      if byte &- 0x41 <= 25 { arena[index] = byte | 0x20 }
    }
  }

  /// The ids of the tokens of a term's bytes, new ones if need be; a word that ends in `*` is a pattern.
  mutating func ids(ofTerm bytes: [UInt8], _ term: Range<Int>) -> TermIDs {
    var ids = TermIDs()
    var start = term.lowerBound
    let span = bytes.span
    while start < term.upperBound {
      var end = start
      while end < term.upperBound, span[end] != UInt8(ascii: " ") { end += 1 }
      if end > start {
        if span[end - 1] == UInt8(ascii: "*"), end - start > 1 {
          ids.append(intern(pattern: bytes[start..<(end - 1)]))
        } else {
          append(bytes, start..<end, to: &ids)
        }
      }
      start = end + 1
    }
    return ids
  }

  /// Appends the ids of the tokens of a term's word.
  private mutating func append(_ bytes: [UInt8], _ word: Range<Int>, to ids: inout TermIDs) {
    let hash = Vocabulary.foldedHash(bytes, word)
    let known = find(hash)
    // What is split is asked once for each form: most words of a lexicon's terms come again.
    let own = Int(known) - words.count
    if own >= 0, isWhole[own] { return ids.append(known) }
    if let parts = tokens(bytes[word]) {
      for part in parts { ids.append(intern(part)) }
    } else {
      let id = known > 0 ? known : add(bytes, word, hash)
      if id >= words.count { isWhole[Int(id) - words.count] = Vocabulary.isOfLetters(bytes, word) }
      ids.append(id)
    }
  }

  /// Whether all bytes are ASCII letters: how such a word is split does not hang on its case.
  private static func isOfLetters(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    for index in word where (bytes[index] | 0x20) &- 0x61 > 25 { return false }
    return true
  }

  /// The id of a pattern that any word with a beginning matches: `corrupt*`.
  mutating func intern(pattern stem: ArraySlice<UInt8>) -> Int32 {
    var folded: [UInt8] = []
    Vocabulary.fold(stem, into: &folded)
    let hash = Vocabulary.hash(folded[...])
    if let id = patterns.id(of: hash) { return id }
    // An asterisk at its end keeps the pattern apart from the word.
    let id = intern((folded + [UInt8(ascii: "*")])[...])
    patterns.add(id, folded, hash)
    return id
  }

  /// The ids of all patterns, in their order.
  var patternIDs: [Int32] { patterns.ids }

  /// For each id the pattern of the longest stem that its form begins with, 0 for none; for a pattern, a shorter one.
  /// Empty where there is no pattern at all.
  var patternOf: [Int32] {
    guard !patterns.isEmpty else { return [] }
    let all = Set(patterns.ids)
    let known = words.patternOf(patterns.ids)
    var patternOf = (known ?? []) + Array(repeating: 0, count: count - (known?.count ?? 0))
    func find(_ id: Int, _ form: ArraySlice<UInt8>) {
      patternOf[id] =
        all.contains(Int32(truncatingIfNeeded: id))
        ? patterns.longest(of: form.dropLast(), shorterThan: form.count - 1) : patterns.longest(of: form)
    }
    if known == nil { words.forEach(where: patterns.mayMatch) { id, form in find(id, form[...]) } }
    for own in hashes.indices { find(words.count + own, arena[Int(starts[own])..<Int(starts[own + 1])]) }
    return patternOf
  }

  /// The id of a form, 0 if it is unknown.
  public func id(of form: some StringProtocol) -> Int32 {
    let bytes = Array(form.utf8)
    return find(Vocabulary.foldedHash(bytes, 0..<bytes.count))
  }

  /// The ids of a document's tokens, 0 where unknown; an unknown word that a pattern matches has the pattern's.
  public func ids(of document: SegmentedArticle) -> [Int32] {
    ids(
      of: document.tokens, hashes: Vocabulary.hashes(of: document), prepared: words.ids(of: document),
      in: document.article.text)
  }

  /// The same of tokens without a document.
  func ids(of tokens: [Token], in text: Text) -> [Int32] {
    let hashes = Vocabulary.hashes(of: tokens, in: text)
    return ids(of: tokens, hashes: hashes, prepared: words.ids(of: hashes), in: text)
  }

  /// - Parameter prepared: for each token the id that ``words`` has for it.
  private func ids(of tokens: [Token], hashes: [UInt64], prepared: [Int32], in text: Text) -> [Int32] {
    var ids = prepared
    forgetStrangers(&ids)
    if !self.hashes.isEmpty {
      for index in ids.indices where ids[index] == 0 { ids[index] = findOwn(hashes[index]) }
    }
    guard !patterns.isEmpty else { return ids }
    let utf8 = text.utf8
    for (index, token) in tokens.enumerated()
    where ids[index] == 0 && patterns.mayMatch(utf8, Int(token.start)..<max(Int(token.start), Int(token.end))) {
      let word = utf8[token.span.range]
      if word.allSatisfy({ $0 < 0x80 }) {
        ids[index] = patterns.longest(of: word)
      } else {
        var folded: [UInt8] = []
        Vocabulary.fold(word, into: &folded)
        ids[index] = patterns.longest(of: folded[...])
      }
    }
    return ids
  }

  /// The hashes by which all vocabularies know a document's tokens, made once a document.
  static func hashes(of document: SegmentedArticle) -> [UInt64] {
    document.memo.value(of: hashMaker) { hashes(of: document.tokens, in: document.article.text) }
  }

  private static func hashes(of tokens: [Token], in text: Text) -> [UInt64] {
    let utf8 = text.utf8
    return tokens.map { foldedHash(utf8, Int($0.start)..<max(Int($0.start), Int($0.end))) }
  }

  private final class HashMaker: Sendable {}
  private static let hashMaker = HashMaker()

  /// The id of a hash, 0 if it is unknown.
  private func find(_ hash: UInt64) -> Int32 {
    let prepared = words.isEmpty ? 0 : words.find(hash)
    return knows(prepared) ? prepared : findOwn(hash)
  }

  /// The same among the words of its own.
  @inline(__always)
  private func findOwn(_ hash: UInt64) -> Int32 { WordSlots.find(hash, count: slots.count) { slots[$0] } }

  @inline(__always)
  private static func hash(_ folded: ArraySlice<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in folded { hash.add(byte) }
    return hash.value
  }

  /// The hash of what folding makes of some bytes, without making it where all are ASCII.
  private static func foldedHash(_ bytes: [UInt8], _ form: Range<Int>) -> UInt64 {
    WordHash.ofFoldedASCII(bytes.span.bytes, form) ?? hashOfFolded(bytes[form])
  }

  private static func hashOfFolded(_ form: ArraySlice<UInt8>) -> UInt64 {
    var folded: [UInt8] = []
    fold(form, into: &folded)
    return hash(folded[...])
  }

  private static func fold(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A {
        folded.append(byte | 0x20)
      } else if byte == 0xC3, index + 1 < bytes.endIndex, (0x80...0x9E).contains(bytes[index + 1]),
        bytes[index + 1] != 0x97
      {
        folded.append(0xC3)
        folded.append(bytes[index + 1] | 0x20)
        index += 1
      } else if byte == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
      {
        folded.append(UInt8(ascii: "'"))
        index += 2
      } else {
        folded.append(byte)
      }
      index += 1
    }
  }
}
