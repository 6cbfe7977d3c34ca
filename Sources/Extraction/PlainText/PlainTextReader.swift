import Documents

/// Reads plain text as it is copied from pages: the text stays as it is, and blocks say what each part of it is.
struct PlainTextReader {
  let text: Text
  private var spans: [Span]
  private var lines: [Line]
  private var kinds: [Block.Kind?]
  private var metadata = Metadata()

  static func read(_ text: Text) -> (blocks: [Block], metadata: Metadata) {
    var reader = PlainTextReader(text)
    reader.run()
    let blocks = zip(reader.spans, reader.kinds).map { Block($0, $1 ?? .paragraph) }
    return (blocks, reader.metadata)
  }

  private init(_ text: Text) {
    self.text = text
    spans = TextLines.blocks(of: text)
    lines = spans.map { Line(text.utf8[$0.range]) }
    kinds = [Block.Kind?](repeating: nil, count: spans.count)
  }

  private mutating func run() {
    let head = TextHead.read(text: text, spans: spans, lines: lines)
    for (index, kind) in head.kinds { kinds[index] = kind }
    metadata = head.metadata
    markFurniture()
    markRepeats()
    markHeadlines(from: head.end)
    markSigns()
    let speakers = SpeakerLines.count(text: text, spans: spans)
    if metadata.genre == nil, speakers.genre != nil { metadata.genre = speakers.genre }
    keepSomething()
  }

  /// Captions, share buttons, related links, forms, copyright lines.
  private mutating func markFurniture() {
    var inComments = false
    var inRelated = false
    for index in spans.indices where kinds[index] == nil {
      let line = lines[index]
      if let furniture = Furniture.of(line), !SpeakerLines.isSpeakerLine(text.utf8[spans[index].range]) {
        kinds[index] = .boilerplate
        inRelated = furniture == .related
        // A form for comments ends the article, if the article has been there before it.
        if furniture == .comments, hasProse(before: index) { inComments = true }
        continue
      }
      if inComments {
        kinds[index] = .boilerplate
        continue
      }
      if inRelated {
        if !line.isProse, !line.endsSentence, line.wordCount <= 30 {
          kinds[index] = .boilerplate
          continue
        }
        inRelated = false
      }
      if Caption.isCaption(line), !isClosingAgency(index) {
        kinds[index] = .caption
      } else if Byline.isByline(line), line.wordCount <= 12 {
        kinds[index] = .byline
      } else if DateLine.isDateLine(line) {
        kinds[index] = .dateline
      } else if !line.folded.contains(where: \.isWordByte)
        || line.shouted == line.wordCount && line.wordCount <= 3
          && GenreReader.isBareLabel(text.utf8[spans[index].range])
      {
        kinds[index] = .boilerplate
      }
    }
  }

  private func hasProse(before index: Int) -> Bool { lines[..<index].contains(where: \.isProse) }

  /// *… he said. (Agency)*: the last paragraph of a wire story is no caption.
  private func isClosingAgency(_ index: Int) -> Bool {
    lines[index].wordCount > 25 && lines[index].innerStops > 1
  }

  /// Lines of some length that stand twice, apart from quotations and speakers' lines: related headlines.
  private mutating func markRepeats() {
    var seen: [[UInt8]: Int] = [:]
    for index in spans.indices where kinds[index] == nil || kinds[index] == .headline || kinds[index] == .deck {
      let line = lines[index]
      guard line.wordCount >= 5, line.byteCount <= Line.foldLimit, !line.endsSentence, line.wordCount <= 30 else {
        continue
      }
      if let first = seen[line.folded] {
        kinds[index] = .boilerplate
        if kinds[first] == nil { kinds[first] = .boilerplate }
      } else {
        seen[line.folded] = index
      }
    }
  }

  /// Lines without a sentence's end between paragraphs: long ones are headlines of other articles, short ones
  /// subheadings; list items are told by their bullets.
  private mutating func markHeadlines(from start: Int) {
    for index in spans.indices where index >= start && kinds[index] == nil {
      let line = lines[index]
      let first = text.utf8[spans[index].start]
      if line.hasBullet && line.wordCount > 0 && first != 0x3E || isNumbered(spans[index]) {
        kinds[index] = .list
        continue
      }
      guard isHeadlineLike(index) else { continue }
      let previous = neighbour(index, step: -1)
      let next = neighbour(index, step: 1)
      // Below the time of an entry in a live blog stands the entry's heading.
      let isEntry = index > 0 && kinds[index - 1] == .dateline && line.wordCount <= 10
      guard previous != nil || isEntry else { continue }
      // At the end of the file a lone line is a signature, a keyword, a headline: only the last is told here.
      let betweenProse =
        (isEntry || previous.map { lines[$0].isSentence } ?? false) && (next.map { lines[$0].isSentence } ?? true)
      guard betweenProse else { continue }
      if line.lastByte == UInt8(ascii: "?") || line.wordCount <= 7 || isEntry {
        if next != nil { kinds[index] = .subheading }
      } else {
        kinds[index] = .boilerplate
      }
    }
  }

  private func isHeadlineLike(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.wordCount >= 1, line.wordCount <= 24, line.innerStops == 0, !line.endsInColon else { return false }
    if line.lastByte == UInt8(ascii: ".") || line.lastByte == UInt8(ascii: "!"), line.shouted < line.wordCount {
      return false
    }
    guard line.lastByte != UInt8(ascii: ","), line.lastByte != UInt8(ascii: ";") else { return false }
    let bytes = text.utf8[spans[index].range]
    // An open quotation or a line all inside marks is somebody's words; a list's item may lack its bullet's blank.
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == 0x22 || first == 0x2D || first.isASCIILower || bytes.starts(with: [0xE2, 0x80, 0x9C]) { return false }
    if last == 0x29 || last == 0x5D { return false }
    return !SpeakerLines.isSpeakerLine(bytes)
  }

  /// The nearest block on one side that is not marked as other headlines, furniture or captions.
  private func neighbour(_ index: Int, step: Int) -> Int? {
    var place = index + step
    while spans.indices.contains(place) {
      let kind = kinds[place]
      if kind == nil || kind?.isBody == true || kind == .deck {
        // Two headlines in a row share their neighbours.
        if !(kind == nil && !lines[place].isProse && isHeadlineLike(place)) { return place }
      }
      place += step
    }
    return nil
  }

  /// `1. …`, `2) …`
  private func isNumbered(_ span: Span) -> Bool {
    var index = span.start
    while index < span.end, text.utf8[index].isASCIIDigit { index += 1 }
    guard index > span.start, index - span.start <= 2, index + 1 < span.end else { return false }
    let mark = text.utf8[index]
    return (mark == 0x2E || mark == 0x29) && text.utf8[index + 1] == 0x20
  }

  /// *Ada Lindqvist is a columnist for …* at the end, where she is the author.
  private mutating func markSigns() {
    let body = spans.indices.filter { kinds[$0] == nil || kinds[$0]?.isBody == true }
    for index in body.suffix(4) where lines[index].wordCount <= 70 && body.count > 4 {
      if AuthorNote.isNote(text.utf8[spans[index].range], authors: metadata.authors) { kinds[index] = .boilerplate }
    }
  }

  /// A document whose every block was taken for furniture is read as it stands.
  private mutating func keepSomething() {
    guard !kinds.contains(where: { ($0 ?? .paragraph).isBody }) else { return }
    for index in spans.indices
    where kinds[index] == .deck || kinds[index] == .boilerplate && lines[index].wordCount > 12 {
      kinds[index] = .paragraph
    }
    guard !kinds.contains(where: { ($0 ?? .paragraph).isBody }) else { return }
    for index in spans.indices where kinds[index] == .headline { kinds[index] = .paragraph }
  }
}
