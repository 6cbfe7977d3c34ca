/// The words of an element's class, id and role, as hashes: `post-relatedLinks` has *post*, *related*, *links*, the pairs
/// *post related* and *related links*, and the whole name without its digits.
///
/// Words are told apart at marks, digits and capitals inside them, as ``Hint`` does.
enum ElementWords {
  /// Attributes longer than this are cut: some pages put whole style sheets into a class.
  static let limit = 400

  static func read(_ value: ArraySlice<UInt8>, _ take: (UInt32) -> Void) {
    var whole = WordHash.seed
    var word = WordHash.seed
    var previous: UInt64 = 0
    var length = 0
    var words = 0
    func endWord() {
      guard length > 0 else { return }
      take(fold(word))
      if previous != 0 { take(fold(previous &* 31 &+ word)) }
      previous = word
      word = WordHash.seed
      length = 0
      words += 1
    }
    func endName() {
      endWord()
      if words > 1 { take(fold(whole &* 0x9E37_79B9_7F4A_7C15)) }
      whole = WordHash.seed
      previous = 0
      words = 0
    }
    let value = value.prefix(limit)
    for index in value.indices {
      let byte = value[index]
      if byte <= 0x20 {
        endName()
      } else if byte.isASCIILetter {
        if byte.isASCIIUpper, length > 0, !value[index - 1].isASCIIUpper { endWord() }
        word = WordHash.step(word, byte | 0x20)
        whole = WordHash.step(whole, byte | 0x20)
        length += 1
      } else {
        endWord()
        if !byte.isASCIIDigit { whole = WordHash.step(whole, byte) }
      }
    }
    endName()
  }

  @inline(__always)
  static func fold(_ hash: UInt64) -> UInt32 {
    let mixed = hash &* 0x9FB2_1C65_1E98_DF25
    return UInt32(truncatingIfNeeded: mixed >> 32) | 1
  }
}

/// The words at a block's edges, as hashes: what furniture is known by.
enum EdgeWords {
  /// The first one, two and three words, the last one and two, and the whole text of short blocks with each of its words.
  static func read(_ line: Line, _ take: (UInt32) -> Void) {
    var words: [UInt64] = []
    var hash = WordHash.seed
    var isOpen = false
    for byte in line.folded {
      if byte.isWordByte {
        hash = WordHash.step(hash, byte.isASCIIDigit ? 0x30 : byte)
        isOpen = true
      } else if isOpen {
        words.append(hash)
        hash = WordHash.seed
        isOpen = false
      }
    }
    if isOpen { words.append(hash) }
    guard let first = words.first, let last = words.last else { return }
    func salted(_ hash: UInt64, _ salt: UInt64) -> UInt32 { ElementWords.fold(hash &+ salt &* 0x100_0000_01b3) }
    take(salted(first, 1))
    var start = first
    for (index, word) in words.dropFirst().prefix(2).enumerated() {
      start = start &* 31 &+ word
      take(salted(start, UInt64(index + 2)))
    }
    // The end of a text that was cut is not known.
    if line.byteCount <= Line.foldLimit {
      take(salted(last, 4))
      if words.count > 1 { take(salted(words[words.count - 2] &* 31 &+ last, 5)) }
    }
    guard words.count <= 12 else { return }
    for word in words { take(salted(word, 6)) }
    if words.count <= 6 { take(salted(words.reduce(7) { $0 &* 31 &+ $1 }, 7)) }
  }
}
