import Documents

/// Reads Markdown: the text stays as it is, marks and all; headings, quotations, lists, pictures and the front matter say
/// what their blocks are, the rest is told as in plain text.
struct MarkdownReader {
  private let text: Text
  private var blocks: [Block] = []
  private var metadata = Metadata()
  private var hasHeadline = false

  static func read(_ text: Text) -> (blocks: [Block], metadata: Metadata) {
    var reader = MarkdownReader(text: text)
    reader.run()
    return (reader.blocks, reader.metadata)
  }

  private init(text: Text) { self.text = text }

  private mutating func run() {
    var spans = Self.spans(of: text)
    if spans.first.map(string) == "---" { spans = readFrontMatter(spans) }
    var inCode = false
    for (index, span) in spans.enumerated() {
      let isFence = text.utf8[span.range].starts(with: "```".utf8)
      if isFence { inCode.toggle() }
      let next = index + 1 < spans.count ? string(spans[index + 1]) : ""
      blocks.append(Block(span, isFence || inCode ? .boilerplate : kind(of: span, next: next)))
    }
  }

  private func string(_ span: Span) -> String { text.string(span) }

  /// Paragraphs of running lines; headings, list items, quotations and fences begin blocks of their own.
  private static func spans(of text: Text) -> [Span] {
    var result: [Span] = []
    var isOpen = false
    for line in TextLines.lines(of: text) {
      guard !line.isEmpty else {
        isOpen = false
        continue
      }
      let first = text.utf8[line.start]
      let isItem = first == 0x2D || first == 0x2A || first == 0x2B || first.isASCIIDigit
      let isMark =
        first == 0x23 || first == 0x3E || first == 0x60 || first == 0x21 || first == 0x3D || first == 0x7C || isItem
      if isOpen, !isMark, let last = result.last {
        result[result.count - 1] = last.union(line)
      } else {
        result.append(line)
      }
      let isRule = text.utf8[line.range].allSatisfy { $0 == 0x2D || $0 == 0x2A || $0 == 0x20 }
      isOpen = first != 0x23 && first != 0x60 && first != 0x3D && !isRule
    }
    return result
  }

  /// Reads `key: value` lines between two `---`; gives back what follows.
  private mutating func readFrontMatter(_ spans: [Span]) -> [Span] {
    guard let end = spans.dropFirst().firstIndex(where: { string($0) == "---" }) else { return spans }
    for span in spans[...end] {
      blocks.append(Block(span, .boilerplate))
      for line in string(span).split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].trimmingSpaces.unquoted
        guard !value.isEmpty else { continue }
        switch line[..<colon].trimmingSpaces.lowercased() {
        case "title": metadata.title = value
        case "author", "authors", "byline": metadata.authors = AuthorNames.split(value.filter { !"[]\"".contains($0) })
        case "date", "published": metadata.date = DateReader.read(value)?.iso
        case "updated", "modified", "lastmod": metadata.modified = DateReader.read(value)?.iso
        case "site", "source", "publication": metadata.site = value
        case "section", "category": metadata.section = value
        case "url", "link": metadata.url = value
        case "lang", "language": metadata.language = String(value.lowercased().prefix { $0.isLetter })
        default: break
        }
      }
    }
    return Array(spans[(end + 1)...])
  }

  private mutating func kind(of span: Span, next: String) -> Block.Kind {
    let bytes = text.utf8[span.range]
    guard let first = bytes.first else { return .boilerplate }
    if first == 0x23 || next.allSatisfy({ $0 == "=" || $0 == "-" }) && next.utf8.count >= 3 { return heading(span) }
    if first == 0x3E { return .quote }
    if bytes.starts(with: "![".utf8) { return .caption }
    let plain = bytes.filter { $0 != 0x2A && $0 != 0x5F && $0 != 0x60 }
    let line = Line(plain[...])
    if !line.folded.contains(where: \.isWordByte) { return .boilerplate }
    if Byline.isByline(line) {
      if metadata.authors.isEmpty { metadata.authors = Byline.authors(in: String(decoding: plain, as: UTF8.self)) }
      return .byline
    }
    if DateLine.isDateLine(line) {
      metadata.date = metadata.date ?? DateReader.read(plain)?.iso
      return .dateline
    }
    if first == 0x5B, bytes.last == 0x29, bytes.filter({ $0 == 0x5D }).count == 1 { return .boilerplate }
    if Furniture.of(line) != nil { return .boilerplate }
    if Caption.isCaption(line) { return .caption }
    return line.hasBullet || first.isASCIIDigit && startsNumbered(bytes) ? .list : .paragraph
  }

  private func startsNumbered(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.drop { $0.isASCIIDigit }
    return rest.starts(with: ". ".utf8) || rest.starts(with: ") ".utf8)
  }

  private mutating func heading(_ span: Span) -> Block.Kind {
    guard !hasHeadline, !blocks.contains(where: { $0.kind.isBody }) else { return .subheading }
    hasHeadline = true
    let title = string(span).drop { $0 == "#" || $0 == " " }.trimmingSpaces
    metadata.title = metadata.title ?? title
    metadata.genre = GenreReader.label(title)
    return .headline
  }
}

extension String {
  /// Without quotation marks around it.
  fileprivate var unquoted: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
