import Documents

/// Lines that begin with who speaks: `REYES: We lost.`, `Q: And then?`
enum SpeakerLines {
  /// Whether the bytes begin with a name or a letter for one, and a colon with words behind it.
  static func isSpeakerLine(_ bytes: ArraySlice<UInt8>) -> Bool { label(bytes) != nil }

  /// The name before the colon; `nil` if the line has none.
  static func label(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let window = bytes.prefix(60)
    let place = ByteSearch(0x3A).next(in: window.span, from: 0, to: window.count)
    guard place > 0, place < window.count else { return nil }
    let colon = bytes.startIndex + place
    let next = colon + 1
    guard next < bytes.endIndex, bytes[next].isASCIISpace || bytes[next] == 0x2A else { return nil }
    var start = bytes.startIndex
    while start < colon, bytes[start] == 0x2A { start += 1 }
    let name = bytes[start..<colon]
    let words = name.split(whereSeparator: \.isASCIISpace)
    guard (1...5).contains(words.count) else { return nil }
    for word in words {
      guard let first = word.first, first.isASCIIUpper || first >= 0xC3 || first == 0x28 else { return nil }
    }
    let folded = String(decoding: name, as: UTF8.self).lowercased()
    return notNames.contains(folded) ? nil : name
  }

  /// The genre that the labels show: a transcript when most of them are in capitals, an interview when two take turns.
  static func count(text: Text, spans: [Span]) -> (lines: Int, genre: Metadata.Genre?) {
    var shouted = 0
    var labels: [[UInt8]: Int] = [:]
    for span in spans {
      guard let label = label(text.utf8[span.range]) else { continue }
      labels[Array(label), default: 0] += 1
      if !label.contains(where: \.isASCIILower) { shouted += 1 }
    }
    let lines = labels.values.reduce(0, +)
    let regular = labels.values.filter { $0 >= 2 }.count
    guard lines >= 4, lines * 4 >= spans.count, regular >= 1 else { return (lines, nil) }
    let isQuestions = labels[Array("Q".utf8)] ?? 0 >= 2
    return (lines, isQuestions || labels.count <= 3 && shouted < lines ? .interview : .transcript)
  }

  private static let notNames = WordList.phrases(
    """
    photo; photos; image; picture; credit; source; note; editor's note; editor’s note; update; read more; \
    related; video; watch; published; updated; posted; by; tags; topics; correction; example; listen; more; \
    share; date; title; location; where; when; what; who; why; how; tip; pros; cons; copyright; comments; \
    category; categories; filed under; also read; see also; read; advertisement; email
    """)
}
