import Documents

/// Blots names out of texts: every character of a name that is not white space becomes `█`.
///
/// A name is found as a whole, and by each of its words that begins with a capital (*Quill* for *Ada Quill*), in
/// its own case and in capitals. Blotting out a word too many is the smaller harm.
struct NameMask {
  /// Words that are a name, or the part of one, by themselves.
  private var words: Set<ArraySlice<UInt8>> = []
  /// Names of several words, by their first.
  private var sequences: [ArraySlice<UInt8>: [[ArraySlice<UInt8>]]] = [:]

  /// - Parameter bylines: names that are looked for as a whole only: *News Desk* is no reason to blot out *News*.
  init(names: [String], bylines: [String] = []) {
    for name in names { add(name, wordByWord: true) }
    for name in bylines { add(name, wordByWord: false) }
  }

  private mutating func add(_ name: String, wordByWord: Bool) {
    for form in [name, name.uppercased()] {
      let bytes = Array(form.utf8)
      let parts = Self.words(of: bytes).map { bytes[$0.range] }
      // *the mayor* is no name, and nothing to hide.
      guard let first = parts.first, parts.contains(where: Self.isCapitalised) else { continue }
      if parts.count > 1 { sequences[first, default: []].append(parts) }
      if parts.count == 1 { words.insert(first) }
      guard wordByWord else { continue }
      for part in parts where part.count > 1 && Self.isCapitalised(part) { words.insert(part) }
    }
  }

  func applied(to string: String) -> String { applied(to: Text(string)).string }

  /// The text with names blotted out, as long in code points as it was.
  func applied(to text: Text) -> Text {
    let bytes = text.utf8
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for span in spans(in: bytes) where span.start >= copied {
      result.append(contentsOf: bytes[copied..<span.start])
      blot(span, of: text, to: &result)
      copied = span.end
    }
    guard copied > 0 else { return text }
    result.append(contentsOf: bytes[copied...])
    return Text(validUTF8: result)
  }

  private func blot(_ span: Span, of text: Text, to result: inout [UInt8]) {
    var index = span.start
    while index < span.end {
      if let length = text.whitespaceLength(at: index, limit: span.end) {
        result.append(contentsOf: text.utf8[index..<index + length])
        index += length
        continue
      }
      result.append(contentsOf: [0xE2, 0x96, 0x88])
      index += 1
      while index < span.end, text.utf8[index] & 0xC0 == 0x80 { index += 1 }
    }
  }

  /// Where names stand, in text order, not overlapping: the longest at each place.
  private func spans(in bytes: [UInt8]) -> [Span] {
    let found = Self.words(of: bytes)
    var spans: [Span] = []
    var index = 0
    while index < found.count {
      let length = nameLength(at: index, of: found, in: bytes)
      if length > 0 { spans.append(found[index].union(found[index + length - 1])) }
      index += max(length, 1)
    }
    return spans
  }

  /// How many words the longest name has that begins with a word.
  private func nameLength(at index: Int, of found: [Span], in bytes: [UInt8]) -> Int {
    let first = bytes[found[index].range]
    var longest = words.contains(first) ? 1 : 0
    for sequence in sequences[first] ?? [] where sequence.count > longest && index + sequence.count <= found.count {
      let fits = sequence.indices.allSatisfy { bytes[found[index + $0].range] == sequence[$0] }
      if fits { longest = sequence.count }
    }
    return longest
  }

  private static func isCapitalised(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = String(decoding: word, as: UTF8.self).unicodeScalars.first?.properties else { return false }
    // Letters of scripts without case count: a name in them is a name.
    return first.isAlphabetic && !first.isLowercase
  }

  /// Runs of letters and digits; every byte of a character beyond ASCII is one of a letter, punctuation aside.
  private static func words(of bytes: [UInt8]) -> [Span] {
    var words: [Span] = []
    var start: Int?
    var index = 0
    while index < bytes.count {
      let length = separatorLength(bytes, index)
      if length > 0, let begin = start {
        words.append(Span(begin, index))
        start = nil
      } else if length == 0, start == nil {
        start = index
      }
      index += max(length, 1)
    }
    if let start { words.append(Span(start, bytes.count)) }
    return words
  }

  /// Length of the character at an index if it stands between words, else 0.
  private static func separatorLength(_ bytes: [UInt8], _ index: Int) -> Int {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 0
    case 0..<0x80: return 1
    // U+0080…U+00BF: no-break space, «, », ª, º and signs.
    case 0xC2: return 2
    // U+2000…U+207F: general punctuation. U+3000…U+303F: punctuation of East Asia.
    case 0xE2 where index + 1 < bytes.count && bytes[index + 1] & 0xFE == 0x80: return 3
    case 0xE3 where index + 1 < bytes.count && bytes[index + 1] == 0x80: return 3
    default: return 0
    }
  }
}
