/// Phrases that tell what a line is, looked up by the hash of the line's first word.
struct PhraseTable<Kind: Sendable>: Sendable {
  private struct Entry: Sendable {
    let phrase: [UInt8]
    /// Whether the whole line must be the phrase.
    let isWhole: Bool
    /// Whether a letter may follow: a button's text that was glued to the next line.
    let isGlued: Bool
    let kind: Kind
  }

  private let entries: HashTable<[Entry]>

  /// One phrase a line, in lower case; `=` before it asks for the whole line, otherwise the line begins with it; with `~`
  /// before it the next line may be glued to it.
  init(_ lists: [(Kind, String)]) {
    var entries: [UInt64: [Entry]] = [:]
    for (kind, list) in lists {
      for line in Array(list.utf8).split(separator: UInt8(ascii: "\n")) {
        let isWhole = line.first == UInt8(ascii: "=")
        let isGlued = line.first == UInt8(ascii: "~")
        let phrase = Array(isWhole || isGlued ? line.dropFirst() : line)
        entries[Self.firstWord(phrase[...]), default: []]
          .append(Entry(phrase: phrase, isWhole: isWhole, isGlued: isGlued, kind: kind))
      }
    }
    self.entries = HashTable(entries.map { ($0.key, $0.value.sorted { $0.phrase.count > $1.phrase.count }) })
  }

  /// The kind of the longest phrase that the line begins with.
  func match(_ line: [UInt8]) -> Kind? {
    guard let candidates = entries[Self.firstWord(line[...])] else { return nil }
    for entry in candidates where line.starts(with: entry.phrase) {
      var end = entry.phrase.count
      if entry.isWhole {
        // A count may follow: *Comments (14)*.
        while end < line.count, !line[end].isWordByte || line[end].isASCIIDigit { end += 1 }
        if end == line.count { return entry.kind }
      } else if end == line.count || entry.isGlued || !line[end].isWordByte || !(entry.phrase.last?.isWordByte ?? false)
      {
        return entry.kind
      }
    }
    return nil
  }

  private static func firstWord(_ line: ArraySlice<UInt8>) -> UInt64 {
    var result = WordHash.seed
    var seen = false
    for byte in line {
      if byte.isWordByte {
        seen = true
      } else if seen || byte == 0x20 {
        break
      }
      result = WordHash.step(result, byte)
    }
    return result
  }
}
