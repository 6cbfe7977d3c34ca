import Documents

/// Word forms as small integers, looked up from the bytes of a text without making strings.
///
/// Forms are compared in lower case (ASCII and Latin-1 letters) and with straight apostrophes. Id 0 is every word that
/// is not in the vocabulary. Open addressing with linear probing; the load stays under one half. Forms of one 64-bit hash
/// count as one, so that a look-up reads one line of the cache: that any of a million words is taken for one of ten
/// thousand others has odds of one in a billion.
public struct Vocabulary: Sendable {
  struct Slot {
    var hash: UInt64 = 0
    /// 0 in a free slot.
    var id: Int32 = 0
  }

  var slots = Array(repeating: Slot(), count: 1024)
  var hashes: [UInt64] = [0]
  /// For each id whether it is of ASCII letters alone, and such a word of a term is known to stay whole.
  var isWhole: [Bool] = [false]
  var starts: [Int32] = [0, 0]
  var arena: [UInt8] = []
  /// Hash of the folded stem of a pattern (`corrupt*`) → its id.
  var patterns: [UInt64: Int32] = [:]
  /// Lengths in bytes that stems of patterns have, longest first.
  private var patternLengths: [Int] = []
  /// For each length whether some stem has it.
  private var hasPatternLength: [Bool] = []
  /// A bit for each of the lowest twelve bits that a stem's hash has: most words are seen here to have none.
  private var patternBits: [UInt64] = Array(repeating: 0, count: 64)
  /// For the first two letters of a stem, five bits of each, a bit for each third one.
  private var patternBeginnings: [UInt32] = Array(repeating: 0, count: 1024)
  /// What splits a lexicon's word: see ``init(tokens:splitsAsPrepared:)``.
  private let tokens: @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]?
  /// Whether that is what split the words of prepared lexicons.
  let splitsAsPrepared: Bool

  /// - Parameter tokens: splits the bytes of a lexicon's word (no white space in it) as the tokeniser splits texts,
  ///   *don't* into *do* and *n't*; `nil` for a word that stays whole. A term whose words are split otherwise never
  ///   matches.
  public init(tokens: @escaping @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? = { _ in nil }) {
    self.init(tokens: tokens, splitsAsPrepared: false)
  }

  package init(
    tokens: @escaping @Sendable (_ word: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]?, splitsAsPrepared: Bool
  ) {
    self.tokens = tokens
    self.splitsAsPrepared = splitsAsPrepared
  }

  /// Number of ids in use, the unknown word's included.
  public var count: Int { hashes.count }

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

  /// A new id for a form of this hash.
  private mutating func add(_ bytes: [UInt8], _ form: Range<Int>, _ hash: UInt64) -> Int32 {
    if hashes.count * 2 >= slots.count { grow(to: slots.count * 2) }
    let id = Int32(truncatingIfNeeded: hashes.count)
    hashes.append(hash)
    isWhole.append(false)
    append(folded: bytes, form)
    starts.append(Int32(truncatingIfNeeded: arena.count))
    place(id, hash)
    return id
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
    if known > 0, isWhole[Int(known)] { return ids.append(known) }
    if let parts = tokens(bytes[word]) {
      for part in parts { ids.append(intern(part)) }
    } else {
      let id = known > 0 ? known : add(bytes, word, hash)
      isWhole[Int(id)] = Vocabulary.isOfLetters(bytes, word)
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
    if let id = patterns[hash] { return id }
    // An asterisk at its end keeps the pattern apart from the word.
    let id = intern((folded + [UInt8(ascii: "*")])[...])
    patterns[hash] = id
    patternBits[Int(truncatingIfNeeded: hash >> 6 & 63)] |= 1 << (hash & 63)
    if let first = folded.first {
      let row = Int(first & 31) << 5
      let places = folded.count > 1 ? [row | Int(folded[1] & 31)] : Array(row..<(row + 32))
      for place in places { patternBeginnings[place] |= folded.count > 2 ? 1 << UInt32(folded[2] & 31) : .max }
    }
    if !patternLengths.contains(folded.count) {
      patternLengths = (patternLengths + [folded.count]).sorted(by: >)
      hasPatternLength = (0...(patternLengths.first ?? 0)).map(patternLengths.contains)
    }
    return id
  }

  /// For each id the pattern of the longest stem that its form begins with, 0 for none; for a pattern, a shorter one.
  /// Empty where there is no pattern at all.
  var patternOf: [Int32] {
    guard !patterns.isEmpty else { return [] }
    let own = Set(patterns.values)
    var patternOf = [Int32](repeating: 0, count: count)
    for id in 1..<count where mayMatchPattern(arena, Int(starts[id])..<Int(starts[id + 1])) {
      let form = arena[Int(starts[id])..<Int(starts[id + 1])]
      patternOf[id] =
        own.contains(Int32(truncatingIfNeeded: id))
        ? pattern(of: form.dropLast(), shorterThan: form.count - 1) : pattern(of: form)
    }
    return patternOf
  }

  /// The id of the longest stem that a form begins with, which is folded but for ASCII letters; 0 for none.
  private func pattern(of form: ArraySlice<UInt8>, shorterThan limit: Int = .max) -> Int32 {
    var found: Int32 = 0
    var hash = WordHash()
    var length = 0
    for byte in form.prefix(min(limit - 1, patternLengths.first ?? 0)) {
      hash.add(byte &- 0x41 <= 25 ? byte | 0x20 : byte)
      length += 1
      guard hasPatternLength[length] else { continue }
      let value = hash.value
      guard patternBits[Int(truncatingIfNeeded: value >> 6 & 63)] >> (value & 63) & 1 != 0 else { continue }
      if let id = patterns[value] { found = id }
    }
    return found
  }

  /// The id of a form, 0 if it is unknown.
  public func id(of form: some StringProtocol) -> Int32 {
    let bytes = Array(form.utf8)
    return find(Vocabulary.foldedHash(bytes, 0..<bytes.count))
  }

  /// The ids of a document's tokens, 0 where unknown; an unknown word that a pattern matches has the pattern's.
  public func ids(of document: SegmentedArticle) -> [Int32] {
    ids(of: document.tokens, hashes: Vocabulary.hashes(of: document), in: document.article.text)
  }

  /// The same of tokens without a document.
  func ids(of tokens: [Token], in text: Text) -> [Int32] {
    ids(of: tokens, hashes: Vocabulary.hashes(of: tokens, in: text), in: text)
  }

  private func ids(of tokens: [Token], hashes: [UInt64], in text: Text) -> [Int32] {
    var ids = [Int32](repeating: 0, count: hashes.count)
    for index in hashes.indices { ids[index] = find(hashes[index]) }
    guard !patterns.isEmpty else { return ids }
    let utf8 = text.utf8
    for (index, token) in tokens.enumerated()
    where ids[index] == 0 && mayMatchPattern(utf8, Int(token.start)..<max(Int(token.start), Int(token.end))) {
      let word = utf8[token.span.range]
      if word.allSatisfy({ $0 < 0x80 }) {
        ids[index] = pattern(of: word)
      } else {
        var folded: [UInt8] = []
        Vocabulary.fold(word, into: &folded)
        ids[index] = pattern(of: folded[...])
      }
    }
    return ids
  }

  /// Whether some stem begins with a word's first three letters: most words are seen here to match no pattern. The five
  /// bits that count are those of both cases of a letter; beyond ASCII folding changes them, and all may match.
  private func mayMatchPattern(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    guard let place = word.first else { return false }
    let first = bytes[place]
    let second = word.count > 1 ? bytes[place + 1] : 0
    let third = word.count > 2 ? bytes[place + 2] : 0
    guard (first | second | third) < 0x80 else { return true }
    return patternBeginnings[Int(first & 31) << 5 | Int(second & 31)] >> UInt32(third & 31) & 1 != 0
  }

  /// The hashes by which all vocabularies know a document's tokens, made once a document.
  private static func hashes(of document: SegmentedArticle) -> [UInt64] {
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
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.id == 0 || slot.hash == hash { return slot.id }
      place = (place + 1) & mask
    }
  }

  private mutating func place(_ id: Int32, _ hash: UInt64) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].id != 0 { place = (place + 1) & mask }
    slots[place] = Slot(hash: hash, id: id)
  }

  mutating func grow(to size: Int) {
    slots = Array(repeating: Slot(), count: size)
    for id in 1..<hashes.count { place(Int32(truncatingIfNeeded: id), hashes[id]) }
  }

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
