import Documents
import Lexicons

/// What names of several words have to do with each other: which are one person's, and which of those says most.
struct FullNames {
  let reading: SpeakerReading

  /// The words of a name; parts that a hyphen joins are one (`Ha-rin`).
  func words(of tokens: Range<Int>) -> [String] {
    guard !tokens.isEmpty else { return [] }
    let bytes = reading.text.utf8[reading.span(tokens).range]
    var words: [String] = []
    words.reserveCapacity(tokens.count)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(where: SpeakerReading.isBlank) ?? bytes.endIndex
      if end > start { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = end + 1
    }
    return words
  }

  /// The first and the last word of a name.
  func ends(of tokens: Range<Int>) -> [ArraySlice<UInt8>] {
    let bytes = reading.text.utf8[reading.span(tokens).range]
    return [
      bytes.prefix { !SpeakerReading.isBlank($0) },
      bytes.suffix(from: bytes.lastIndex(where: SpeakerReading.isBlank).map { $0 + 1 } ?? bytes.startIndex),
    ]
  }

  func wordCount(of tokens: Range<Int>) -> Int {
    guard !tokens.isEmpty else { return 0 }
    var (count, isInside) = (0, false)
    for byte in reading.text.utf8[reading.span(tokens).range] {
      let isBlank = SpeakerReading.isBlank(byte)
      if !isBlank, !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }

  /// Same first and last word, whatever initials and middle names stand between.
  func agrees(_ a: [String], _ b: [String]) -> Bool {
    guard a.count >= 2, b.count >= 2, a[a.count - 1] == b[b.count - 1] else { return false }
    // A headline's *Min Annelies Quillon* ends in the name itself.
    return a.first == b.first || a.suffix(b.count) == b[...] || b.suffix(a.count) == a[...]
  }

  /// Whether a name says more than the one that an entity has: it has more words, unless those before a given name are
  /// somebody's taunt (*Crooked Anna Quillon*) or run into it above the text (*Port Min Annelies Quillon*).
  func isFuller(_ words: [String], than entity: Entity, in block: Int) -> Bool {
    let known = entity.words
    if words.count > known.count { return words.suffix(known.count) != known[...] || !isPrefixed(words, known) }
    guard words.count < known.count, known.suffix(words.count) == words[...], let first = entity.mentions.first else {
      return false
    }
    if isPrefixed(known, words) { return true }
    let sentence = reading.document.sentence(ofToken: first.tokens.lowerBound)
    return !reading.document.article.blocks[block].kind.isHead && entity.name == reading.name(first.tokens)
      && sentence.map { reading.document.kind(of: reading.document.sentences[$0]).isHead } == true
  }

  /// Whether a name only has more words before a given name than another one.
  private func isPrefixed(_ long: [String], _ short: [String]) -> Bool {
    guard let first = short.first, let other = long.first else { return false }
    return reading.lexicons.isGivenName(first) && !reading.lexicons.isGivenName(other)
  }

  /// A headline's *Anna Quillon Blocks Bill* becomes *Anna Quillon* where the text has this name.
  func withoutHeadlineWords(_ mentions: [NameMention]) -> [NameMention] {
    func isLongHead(_ mention: NameMention) -> Bool { mention.tokens.count > 2 && isHead(mention) }
    guard mentions.contains(where: isLongHead) else { return mentions }
    return mentions.map { mention in
      guard isLongHead(mention) else { return mention }
      let first = reading.bytes(mention.tokens.lowerBound).first
      let others = mentions.filter {
        $0.tokens.count >= 2 && !isHead($0) && reading.bytes($0.tokens.lowerBound).first == first
      }
      for end in (mention.tokens.lowerBound + 2)..<mention.tokens.upperBound {
        let words = words(of: mention.tokens.lowerBound..<end)
        guard let other = others.last(where: { self.words(of: $0.tokens) == words }) else { continue }
        var name = mention
        name.tokens = mention.tokens.lowerBound..<end
        name.kind = other.kind
        return name
      }
      return mention
    }
  }

  private func isHead(_ mention: NameMention) -> Bool {
    reading.document.article.blocks[mention.block].kind.isHead
  }
}
