import Documents

/// Pairs quotation marks paragraph by paragraph.
///
/// Conventions: “ ”, " ", `` '' , „ “, « », and ‘ ’ or ' ' where a paragraph has no double marks. A quotation that is
/// still open at the paragraph's end ends there; if the next paragraph begins with an opening mark it is the same one
/// going on. So it is without one, up to the closing mark, where this stands within the next paragraphs before any opening
/// one. A mark that stands the wrong way round for its neighbours is turned.
public struct QuotationFinder {
  private enum Mark { case open, close, either }

  private struct Found {
    var span: Span
    var mark: Mark
    var isSingle: Bool
  }

  private let text: Text

  public init(text: Text) { self.text = text }

  /// The quotations of a document, looked for once.
  package static func find(in document: SegmentedArticle) -> [Quotation] {
    document.memo.value(of: maker) {
      QuotationFinder(text: document.article.text).find(in: document.article.blocks)
    }
  }

  private final class Maker: Sendable {}
  private static let maker = Maker()

  /// The quotations of all blocks that are read, in text order, not overlapping.
  public func find(in blocks: [Block]) -> [Quotation] {
    var result: [Quotation] = []
    var marks: [Found] = []
    var isOpen = false
    // The block in which an open quotation is closed.
    var end = -1
    for (index, block) in blocks.enumerated() where block.kind.isRead {
      let first = result.count
      if block.kind.isBody, isOpen, end < index { end = closing(of: blocks, from: index, &marks) ?? -1 }
      let runsOn = block.kind.isBody && isOpen && index <= end
      find(in: block.span, block: index, afterOpen: isOpen, runsOn: runsOn, &marks, to: &result)
      if block.kind.isBody { isOpen = result.count > first && result.last?.isClosed == false }
    }
    return result
  }

  /// At most so many paragraphs does a quotation run through without a mark.
  private static let reach = 6

  /// The next block whose first double mark closes, unless one opens before.
  private func closing(of blocks: [Block], from index: Int, _ marks: inout [Found]) -> Int? {
    for (number, block) in blocks[index...].prefix(Self.reach).enumerated() where block.kind.isBody {
      findMarks(in: block.span, &marks)
      if let first = marks.first(where: { !$0.isSingle }) { return first.mark == .close ? index + number : nil }
    }
    return nil
  }

  /// Adds the quotations of a block.
  /// - Parameters:
  ///   - runsOn: whether one that is open goes on in it without a mark.
  ///   - marks: used again for each block.
  private func find(
    in span: Span, block: Int, afterOpen: Bool, runsOn: Bool, _ marks: inout [Found], to result: inout [Quotation]
  ) {
    findMarks(in: span, &marks)
    guard runsOn || !marks.isEmpty else { return }
    let start = text.trimmed(span).start
    let hasDoubles = runsOn || marks.contains { !$0.isSingle }
    var continues = afterOpen
    func add(from opening: Found, to close: Span, isClosed: Bool) {
      var quotation = quotation(from: opening, to: close, block, isClosed: isClosed)
      if continues { quotation.isContinued = quotation.outer.start == start }
      continues = false
      if !quotation.inner.isEmpty { result.append(quotation) }
    }
    var opened = runsOn ? Found(span: Span(start, start), mark: .open, isSingle: false) : nil
    for found in marks where !(hasDoubles && found.isSingle) {
      if let start = opened {
        guard found.mark != .open else { continue }
        // A single mark between letters is an apostrophe; `findMarks` has left those out.
        add(from: start, to: found.span, isClosed: true)
        opened = nil
      } else if found.mark != .close {
        opened = found
      }
    }
    if let start = opened, !start.isSingle { add(from: start, to: Span(span.end, span.end), isClosed: false) }
  }

  private func quotation(from start: Found, to close: Span, _ block: Int, isClosed: Bool) -> Quotation {
    let inner = text.trimmed(Span(start.span.end, close.start))
    let outer = isClosed ? Span(start.span.start, close.end) : text.trimmed(Span(start.span.start, close.end))
    return Quotation(
      outer: outer, inner: inner, block: block, isClosed: isClosed, isContinued: false,
      isSingle: start.isSingle, words: words(in: inner))
  }

  private func words(in span: Span) -> Int {
    var count = 0
    var inWord = false
    for byte in text.utf8[span.range] {
      let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      if !isSpace, !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }

  private func findMarks(in span: Span, _ result: inout [Found]) {
    let bytes = text.utf8
    result.removeAll(keepingCapacity: true)
    var index = span.start
    while true {
      index = Self.beginnings.next(in: bytes.span, from: index, to: span.end)
      guard index < span.end else { break }
      guard let (length, isSingle, hint) = markLength(at: index, limit: span.end) else {
        index += 1
        continue
      }
      let end = index + length
      let before = index > span.start ? bytes[index - 1] : 0x20
      let after = end < span.end ? bytes[end] : 0x20
      let spaceBefore = isSpaceOrOpening(before) || endsInDash(index, span.start)
      let spaceAfter = isSpaceOrClosing(after)
      if isSingle {
        if let mark = single(hint, spaceBefore: spaceBefore, spaceAfter: spaceAfter, before: before) {
          result.append(Found(span: Span(index, end), mark: mark, isSingle: true))
        }
      } else {
        let mark: Mark
        switch (hint, spaceBefore, spaceAfter) {
        case (.either, true, false): mark = .open
        case (.either, false, true): mark = .close
        // The wrong way round: an opening mark behind a word and before a space, and the other way.
        case (.open, false, true): mark = .close
        case (.close, true, false): mark = .open
        default: mark = hint
        }
        result.append(Found(span: Span(index, end), mark: mark, isSingle: false))
      }
      index = end
    }
  }

  /// Whether a single mark quotes: an apostrophe inside a word or after a plural does not.
  private func single(_ hint: Mark, spaceBefore: Bool, spaceAfter: Bool, before: UInt8) -> Mark? {
    if spaceBefore, !spaceAfter, hint != .close { return .open }
    guard spaceAfter, !spaceBefore, hint != .open else { return nil }
    // After a letter it may be a possessive (*the officials' demand*): only punctuation makes it surely a quotation's end,
    // and an `s` surely no sign of one.
    return before == UInt8(ascii: "s") ? nil : .close
  }

  /// Bytes that can begin a mark.
  private static var beginnings: ByteSearch {
    ByteSearch(UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), beyondASCII: true)
  }

  private func markLength(at index: Int, limit: Int) -> (Int, isSingle: Bool, Mark)? {
    let bytes = text.utf8
    switch bytes[index] {
    case UInt8(ascii: "\""): return (1, false, .either)
    case UInt8(ascii: "`"):
      return index + 1 < limit && bytes[index + 1] == UInt8(ascii: "`") ? (2, false, .open) : nil
    case UInt8(ascii: "'"):
      if index + 1 < limit, bytes[index + 1] == UInt8(ascii: "'") { return (2, false, .either) }
      return (1, true, .either)
    case 0xC2 where index + 1 < limit:
      if bytes[index + 1] == 0xAB { return (2, false, .open) }
      return bytes[index + 1] == 0xBB ? (2, false, .close) : nil
    case 0xE2 where index + 2 < limit && bytes[index + 1] == 0x80:
      switch bytes[index + 2] {
      case 0x9C, 0x9E, 0x9F: return (3, false, .open)
      case 0x9D: return (3, false, .close)
      case 0x98: return (3, true, .open)
      case 0x99: return (3, true, .close)
      default: return nil
      }
    default: return nil
    }
  }

  private func isSpaceOrOpening(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "-") || byte == 0xA0
  }

  private func isSpaceOrClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0xC2, 0xE2, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether an en or em dash ends just before an offset.
  private func endsInDash(_ index: Int, _ start: Int) -> Bool {
    index - 3 >= start && text.utf8[index - 3] == 0xE2 && text.utf8[index - 2] == 0x80
      && (text.utf8[index - 1] == 0x93 || text.utf8[index - 1] == 0x94)
  }
}
