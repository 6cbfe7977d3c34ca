import Documents

/// The head of a plain text: outlet, labels, headline, deck, byline and date, up to the first paragraph.
struct TextHead {
  /// Kinds of the blocks that belong to the head.
  private(set) var kinds: [(Int, Block.Kind)] = []
  /// Number of the first block behind the head.
  private(set) var end = 0
  private(set) var metadata = Metadata()

  private let text: Text
  private let spans: [Span]
  private let lines: [Line]
  private var headline: Int?
  private var deck: Int?

  static func read(text: Text, spans: [Span], lines: [Line]) -> TextHead {
    var head = TextHead(text: text, spans: spans, lines: lines)
    head.run()
    return head
  }

  private init(text: Text, spans: [Span], lines: [Line]) {
    self.text = text
    self.spans = spans
    self.lines = lines
  }

  private func string(_ index: Int) -> String { text.string(spans[index]) }

  private mutating func run() {
    guard spans.count > 1 else { return }
    let limit = min(spans.count, 24)
    var index = 0
    while index < limit {
      guard let kind = kind(of: index) else { break }
      kinds.append((index, kind))
      index += 1
    }
    end = index
    let headText = headline.map(string)
    metadata.title = headline.map { isPlain(spans[$0]) ? string($0) : unmarked(string($0)) }
    if metadata.genre == nil { metadata.genre = headText.flatMap(GenreReader.label) }
    settleDeck()
  }

  /// The kind of a head block; `nil` where the body begins.
  private mutating func kind(of index: Int) -> Block.Kind? {
    let line = lines[index]
    if !line.folded.contains(where: \.isWordByte) { return .boilerplate }
    if DateLine.isDateLine(line) {
      readDate(index)
      return .dateline
    }
    if Byline.isByline(line) {
      readAuthors(index)
      return .byline
    }
    if headline == nil, isBareLabel(index) || line.wordCount <= 3 && isBracketed(index) {
      metadata.genre = metadata.genre ?? GenreReader.label(string(index))
      return .boilerplate
    }
    if headline != nil, isBareLabel(index) {
      metadata.genre = metadata.genre ?? GenreReader.label(string(index))
      return .boilerplate
    }
    if headline == nil, isOutlet(index) {
      metadata.site = metadata.site ?? string(index)
      return .boilerplate
    }
    if headline != nil, Furniture.of(line) != nil { return .boilerplate }
    if Caption.isCaption(line) { return .caption }
    if SpeakerLines.isSpeakerLine(text.utf8[spans[index].range]), headline != nil { return nil }
    if headline == nil {
      guard isHeadline(index) else { return nil }
      headline = index
      return .headline
    }
    if DateLine.isPlaceLine(line, text.utf8[spans[index].range]) { return .dateline }
    if isAuthorName(index) {
      readAuthors(index)
      return .byline
    }
    if isRole(index) { return .byline }
    if deck == nil, isDeck(index) {
      deck = index
      return .deck
    }
    return nil
  }

  /// *KARASUK (Agency) — …*: the first paragraph of a story without a headline.
  private func opensWithPlace(_ index: Int) -> Bool {
    let folded = lines[index].folded.prefix(70)
    guard lines[index].shouted >= 1, let dash = folded.firstIndex(of: 0x2D), dash > 2, dash + 1 < folded.endIndex,
      folded[dash - 1] == 0x20 || folded[dash - 1] == 0x29
    else { return false }
    let bytes = text.utf8[spans[index].range]
    return bytes.prefix(3).allSatisfy { $0.isASCIIUpper || $0 == 0x2E || $0 == 0x20 } && lines[index].wordCount >= 10
  }

  private func isBareLabel(_ index: Int) -> Bool { GenreReader.isBareLabel(text.utf8[spans[index].range]) }

  private func isBracketed(_ index: Int) -> Bool {
    text.utf8[spans[index].start] == 0x5B && text.utf8[spans[index].end - 1] == 0x5D
  }

  /// A headline: not too long, at most one sentence, with something behind it that is longer.
  private func isHeadline(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.wordCount >= 1, line.wordCount <= 30, line.innerStops <= 1 else { return false }
    if line.endsSentence, line.lastByte == UInt8(ascii: "."), line.wordCount > 20 { return false }
    if line.endsInColon || line.lastByte == UInt8(ascii: ",") || opensWithPlace(index) { return false }
    return lines[(index + 1)...].prefix(12).contains { $0.isProse }
  }

  /// An outlet's name on a line of its own: few words in title case before a longer line, with a word that outlets
  /// use, or named again in the byline.
  private func isOutlet(_ index: Int) -> Bool {
    let line = lines[index]
    guard index <= 2, line.wordCount <= 6, !line.endsSentence, line.isTitleCase, index + 1 < lines.count else {
      return false
    }
    guard lines[(index + 1)...].prefix(3).contains(where: { $0.wordCount >= 2 && !$0.isProse }) else { return false }
    let words = String(decoding: line.folded, as: UTF8.self).split(whereSeparator: { !$0.isLetter && $0 != "." })
    let bare = words.filter { $0 != "the" }
    if words.contains(where: { Outlets.words.contains(String($0)) || Outlets.hasDomainEnding($0) }) {
      return line.wordCount <= 4 || bare.last.map { Outlets.words.contains(String($0)) } ?? false
    }
    for later in lines[(index + 1)...].prefix(6) where Byline.isByline(later) && !bare.isEmpty {
      let joined = bare.joined(separator: " ")
      if later.contains(joined) { return true }
    }
    return false
  }

  /// A name alone below the headline, before a date or at least before prose.
  private func isAuthorName(_ index: Int) -> Bool {
    let line = lines[index]
    guard (2...4).contains(line.wordCount), line.capitalised == line.wordCount, !line.endsSentence, line.shouted == 0,
      metadata.authors.isEmpty, index + 1 < lines.count
    else { return false }
    let behind = lines[(index + 1)...].prefix(2)
    return behind.contains(where: DateLine.isDateLine) && AuthorNames.isName(string(index))
  }

  /// What the author is, on a line below the name: *Labour correspondent*.
  private func isRole(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.wordCount <= 6, !line.endsSentence, kinds.last?.1 == .byline else { return false }
    return Self.roles.contains(where: line.contains)
  }

  private static let roles = [
    "correspondent", "reporter", "editor", "writer", "columnist", "staff", "contributor", "journalist", "bureau", "@",
  ]

  /// A deck: one or two sentences under the headline, shorter than a paragraph, with no stop at its end, or set off from
  /// the body by a byline or date below it.
  private func isDeck(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.wordCount >= 4, line.wordCount <= 45, line.innerStops <= 2, headline == index - 1 || kinds.count <= 6
    else {
      return false
    }
    let bytes = text.utf8[spans[index].range]
    if bytes.first == 0x22 || bytes.starts(with: [0xE2, 0x80, 0x9C]) { return false }
    if line.hasBullet || opensWithPlace(index) { return false }
    var next = index + 1
    while next < lines.count, next < index + 4 {
      if DateLine.isDateLine(lines[next]) || Byline.isByline(lines[next]) { return true }
      if lines[next].isProse || Furniture.of(lines[next]) == nil { break }
      next += 1
    }
    return !line.endsSentence && !line.endsInColon && !line.endsClosed && next < lines.count && lines[next].isProse
  }

  /// A deck that stands behind the date or byline without a stop may be a related headline as well; it stays a deck.
  private mutating func settleDeck() {
    guard let deck, let headline, lines[deck].folded == lines[headline].folded else { return }
    kinds = kinds.map { $0.0 == deck ? (deck, .boilerplate) : $0 }
  }

  private mutating func readDate(_ index: Int) {
    guard let date = DateReader.read(string(index)) else { return }
    if DateLine.isModification(lines[index]) {
      metadata.modified = metadata.modified ?? date.iso
    } else {
      metadata.date = metadata.date ?? date.iso
    }
  }

  private mutating func readAuthors(_ index: Int) {
    if metadata.authors.isEmpty { metadata.authors = Byline.authors(in: string(index)) }
    if metadata.date == nil, let date = DateReader.read(string(index)) { metadata.date = date.iso }
  }

  /// A heading's marks of Markdown taken off.
  private func unmarked(_ title: String) -> String {
    var rest = title[...]
    while rest.first == "#" || rest.first == "*" || rest.first == " " { rest = rest.dropFirst() }
    while rest.last == "#" || rest.last == "*" || rest.last == " " { rest = rest.dropLast() }
    return rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a title has single blanks for its only white space, and no marks of Markdown at its ends, as most have.
  private func isPlain(_ span: Span) -> Bool {
    let bytes = text.utf8[span.range]
    var last = UInt8(ascii: " ")
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x20 ? last == 0x20 : text.whitespaceLength(at: index, limit: bytes.endIndex) != nil { return false }
      last = byte
    }
    let ends = [bytes.first, bytes.last]
    return !ends.contains { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: " ") }
  }
}

/// Words by which the names of publications are known.
enum Outlets {
  static let words = WordList.words(
    """
    herald times post news daily gazette tribune chronicle journal observer guardian telegraph courier \
    dispatch examiner inquirer sentinel standard mirror mail express globe press review bulletin register \
    record star sun independent monitor ledger echo argus advocate beacon mercury reporter weekly magazine \
    newspaper today tv radio media wire agency broadcasting network bee republic citizen democrat digest
    """)

  static func hasDomainEnding(_ word: Substring) -> Bool {
    word.count > 5 && [".com", ".org", ".net", ".co"].contains { word.hasSuffix($0) }
  }
}
