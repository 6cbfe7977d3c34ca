import Documents

/// Splits plain text into blocks: at blank lines, at every line where each line is a paragraph, not inside paragraphs that
/// are wrapped at a fixed width.
struct TextLines {
  /// The lines of a text without their ends and without white space around them; empty ones too.
  static func lines(of text: Text) -> [Span] {
    var result: [Span] = []
    var start = 0
    var index = 0
    let bytes = text.utf8
    while true {
      index = ByteSearch.unprintable.next(in: bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D || byte == 0x0C {
        result.append(text.trimmed(Span(start, index)))
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        start = index + 1
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA9 {
        // U+2029, the paragraph separator.
        result.append(text.trimmed(Span(start, index)))
        start = index + 3
        index += 2
      }
      index += 1
    }
    result.append(text.trimmed(Span(start, bytes.count)))
    return result
  }

  /// The spans of blocks, in order; together they hold every character that is not white space.
  static func blocks(of text: Text) -> [Span] {
    let lines = lines(of: text)
    guard wrapsLines(lines, text) else { return lines.filter { !$0.isEmpty } }
    var result: [Span] = []
    var group: [Span] = []
    func flush() {
      result += joined(group, text)
      group = []
    }
    for line in lines {
      if line.isEmpty { flush() } else { group.append(line) }
    }
    flush()
    return result
  }

  /// Whether the file's paragraphs are wrapped at a width: most lines that another one follows directly are of about the
  /// same length, not too long, and end inside a sentence.
  private static func wrapsLines(_ lines: [Span], _ text: Text) -> Bool {
    var inner: [Span] = []
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty { inner.append(line) }
    guard inner.count >= 2 else { return false }
    let widest = inner.map(\.count).max() ?? 0
    guard widest >= 40, widest <= 140 else { return false }
    let full = inner.filter { $0.count * 10 >= widest * 7 }.count
    let open = inner.filter { !endsParagraph($0, text) }.count
    return full * 10 >= inner.count * 6 && open * 10 >= inner.count * 6
  }

  private static func endsParagraph(_ line: Span, _ text: Text) -> Bool {
    var end = line.end
    while end > line.start {
      let byte = text.utf8[end - 1]
      if byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3A { return true }
      // A closing quotation mark or bracket may follow the full stop.
      guard byte == 0x22 || byte == 0x27 || byte == 0x29 || byte >= 0x80 else { return false }
      end -= 1
    }
    return false
  }

  /// Wrapped lines as paragraphs: list items and lines after a clearly short one begin a new block.
  private static func joined(_ group: [Span], _ text: Text) -> [Span] {
    let widest = group.map(\.count).max() ?? 0
    var result: [Span] = []
    var previous: Span?
    for line in group {
      let isItem =
        text.utf8[line.start] == 0x2D || text.utf8[line.start] == 0x2A
        || text.utf8[line.start...].starts(with: [0xE2, 0x80, 0xA2])
      let afterEnd = previous.map { $0.count * 10 < widest * 6 && endsParagraph($0, text) } ?? true
      if let last = result.last, !isItem, !afterEnd {
        result[result.count - 1] = last.union(line)
      } else {
        result.append(line)
      }
      previous = line
    }
    return result
  }
}
