/// Prepares HTML for libxml2: one pass over the bytes that leaves out what no reader sees (scripts, styles, comments,
/// drawings, most attributes), and repairs the worst differences between libxml2's HTML 4 and today's HTML.
///
/// - `<script type="application/ld+json">` is set aside; other scripts, `<style>`, `<template>`, `<iframe>`,
///   `<textarea>`, `<noscript>` go with their content; `<wbr>`, `<source>`, `<track>` and the parts of drawings go
///   alone, since an unclosed `<svg>` or `<symbol>` would swallow the rest of the page.
/// - Attributes are cut to those that ``AttributeName`` knows, 32 a tag: 40,000 on one tag cost libxml2 over a minute.
/// - Tags nested deeper than `maxDepth` are left out, NUL bytes too.
struct HTMLFilter {
  /// The prepared page.
  private(set) var output: [UInt8] = []
  /// The contents of JSON-LD scripts, in order.
  private(set) var structuredData: [[UInt8]] = []
  /// Whether the page has a tag at all.
  private(set) var hasMarkup = false
  /// How deep the page's elements are nested.
  private(set) var deepest = 0

  private let input: [UInt8]
  private let maxDepth: Int
  private var place = 0
  private var depth = 0
  private var drawing = 0
  /// What was looked for in vain once is not looked for again: a page of unclosed tags must not take squared time.
  private var unclosed: Set<[UInt8]> = []
  private var hasOpenComment = false

  static func filter(_ input: [UInt8], maxDepth: Int) -> HTMLFilter {
    var filter = HTMLFilter(input: input, maxDepth: maxDepth)
    filter.run()
    return filter
  }

  private init(input: [UInt8], maxDepth: Int) {
    self.input = input
    self.maxDepth = maxDepth
    output.reserveCapacity(input.count / 2 + 64)
  }

  private mutating func run() {
    var textStart = 0
    while place < input.count {
      guard input[place] == UInt8(ascii: "<"), place + 1 < input.count else {
        place += 1
        continue
      }
      let next = input[place + 1]
      guard next.isASCIILetter || next == 0x2F || next == 0x21 || next == 0x3F else {
        place += 1
        continue
      }
      copyText(textStart..<place)
      switch next {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(to: UInt8(ascii: ">"))
      case UInt8(ascii: "/"): endTag()
      default: startTag()
      }
      textStart = place
    }
    copyText(textStart..<input.count)
  }

  private mutating func copyText(_ range: Range<Int>) {
    guard !range.isEmpty, drawing == 0 else { return }
    for index in range where input[index] == 0 {
      for byte in input[range] where byte != 0 { output.append(byte) }
      return
    }
    output.append(contentsOf: input[range])
  }

  private mutating func skip(to byte: UInt8) {
    while place < input.count, input[place] != byte { place += 1 }
    if place < input.count { place += 1 }
  }

  private mutating func skipDeclaration() {
    guard place + 3 < input.count, input[place + 2] == 0x2D, input[place + 3] == 0x2D else {
      skip(to: UInt8(ascii: ">"))
      return
    }
    // As HTML5 has it: `<!-->` is a whole comment, `-->` and `--!>` end one, the end of the page ends none: an
    // unclosed comment is taken to end at its first `>`.
    var index = place + 4
    if index < input.count, input[index] == UInt8(ascii: ">") {
      place = index + 1
      return
    }
    while index + 2 < input.count, !hasOpenComment {
      if input[index] == 0x2D, input[index + 1] == 0x2D {
        if input[index + 2] == UInt8(ascii: ">") {
          place = index + 3
          return
        }
        if input[index + 2] == 0x21, index + 3 < input.count, input[index + 3] == UInt8(ascii: ">") {
          place = index + 4
          return
        }
      }
      index += 1
    }
    hasOpenComment = true
    skip(to: UInt8(ascii: ">"))
  }

  private mutating func endTag() {
    let start = place + 2
    var end = start
    while end < input.count, input[end].isNameByte { end += 1 }
    let kind = TagKind.of(input, start, end)
    skip(to: UInt8(ascii: ">"))
    guard end > start else { return }
    switch kind {
    case .drawingRoot: drawing = max(0, drawing - 1)
    case .drawingPart, .dropped, .raw, .script: break
    case .plain, .closing, .void:
      guard drawing == 0 else { return }
      if kind == .plain {
        depth = max(0, depth - 1)
        if depth >= maxDepth { return }
      }
      output.append(contentsOf: [0x3C, 0x2F])
      for byte in input[start..<end] { output.append(byte.asciiLowercased) }
      output.append(UInt8(ascii: ">"))
    }
  }

  private mutating func startTag() {
    hasMarkup = true
    let nameStart = place + 1
    var nameEnd = nameStart
    while nameEnd < input.count, input[nameEnd].isNameByte { nameEnd += 1 }
    let kind = TagKind.of(input, nameStart, nameEnd)
    let mark = output.count
    output.append(UInt8(ascii: "<"))
    for byte in input[nameStart..<nameEnd] { output.append(byte.asciiLowercased) }
    place = nameEnd
    let attributes = copyAttributes()
    output.append(UInt8(ascii: ">"))
    var keep = false
    switch kind {
    case .script:
      let content = rawContent(nameStart, nameEnd)
      if attributes.isStructuredData, let content { structuredData.append(Array(input[content])) }
    case .raw: if !attributes.isSelfClosing { _ = rawContent(nameStart, nameEnd) }
    case .drawingRoot: if !attributes.isSelfClosing { drawing += 1 }
    case .drawingPart, .dropped: break
    case .void, .closing: keep = true
    case .plain:
      if depth < maxDepth { keep = true }
      depth += 1
      if depth > deepest { deepest = depth }
    }
    if drawing > 0, keep, TagKind.endsDrawing(input, nameStart, nameEnd) { drawing = 0 }
    if !keep || drawing > 0 { output.removeSubrange(mark...) }
  }

  /// The range of a raw element's content, and the place moved behind its end tag; `nil`, and nothing skipped, for an
  /// element that is never closed.
  private mutating func rawContent(_ nameStart: Int, _ nameEnd: Int) -> Range<Int>? {
    var index = place
    let length = nameEnd - nameStart
    let name = input[nameStart..<nameEnd].map(\.asciiLowercased)
    guard !unclosed.contains(name) else { return nil }
    while index + 1 < input.count {
      if input[index] == UInt8(ascii: "<"), input[index + 1] == 0x2F, index + 2 + length <= input.count {
        var same = true
        for offset in 0..<length
        where input[index + 2 + offset].asciiLowercased != input[nameStart + offset].asciiLowercased {
          same = false
          break
        }
        if same, index + 2 + length == input.count || !input[index + 2 + length].isNameByte {
          let content = place..<index
          place = index
          skip(to: UInt8(ascii: ">"))
          return content
        }
      }
      index += 1
    }
    unclosed.insert(name)
    return nil
  }

  private struct TagFacts {
    var isSelfClosing = false
    var isStructuredData = false
  }

  /// Copies the attributes worth keeping and moves behind the tag.
  private mutating func copyAttributes() -> TagFacts {
    var facts = TagFacts()
    var kept = 0
    while place < input.count {
      while place < input.count, input[place].isASCIISpace || input[place] == 0 { place += 1 }
      guard place < input.count else { break }
      if input[place] == UInt8(ascii: ">") {
        place += 1
        break
      }
      if input[place] == UInt8(ascii: "/") {
        place += 1
        if place < input.count, input[place] == UInt8(ascii: ">") { facts.isSelfClosing = true }
        continue
      }
      let nameStart = place
      place += 1
      while place < input.count, !input[place].endsAttributeName { place += 1 }
      let name = nameStart..<place
      let value = attributeValue()
      guard let kind = AttributeFilter.kind(input, name) else { continue }
      if kind == .type {
        facts.isStructuredData = input.find("ld+json", from: value.lowerBound, to: value.upperBound) != nil
      }
      guard kept < 32 else { continue }
      kept += 1
      append(name, value.prefix(kind == .content ? 16384 : 2048), quote: quote(around: value))
    }
    return facts
  }

  private func quote(around value: Range<Int>) -> UInt8 {
    value.lowerBound > 0 && input[value.lowerBound - 1] == UInt8(ascii: "'") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
  }

  private mutating func append(_ name: Range<Int>, _ value: Range<Int>, quote: UInt8) {
    output.append(0x20)
    for byte in input[name] { output.append(byte.asciiLowercased) }
    guard !value.isEmpty else { return }
    output.append(UInt8(ascii: "="))
    output.append(quote)
    for byte in input[value] where byte != 0 && byte != quote { output.append(byte) }
    output.append(quote)
  }

  private mutating func attributeValue() -> Range<Int> {
    var index = place
    while index < input.count, input[index].isASCIISpace { index += 1 }
    guard index < input.count, input[index] == UInt8(ascii: "=") else { return place..<place }
    index += 1
    while index < input.count, input[index].isASCIISpace { index += 1 }
    guard index < input.count else {
      place = index
      return index..<index
    }
    let quote = input[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < input.count, input[index] != quote { index += 1 }
      place = min(index + 1, input.count)
      return start..<index
    }
    let start = index
    while index < input.count, !input[index].isASCIISpace, input[index] != UInt8(ascii: ">") { index += 1 }
    place = index
    return start..<index
  }
}

extension Range where Bound == Int {
  /// The range cut to its first elements.
  fileprivate func prefix(_ length: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + length) }
}

extension UInt8 {
  @inline(__always) fileprivate var isNameByte: Bool {
    isASCIILetter || isASCIIDigit || self == 0x2D || self == 0x5F || self == 0x3A || self >= 0x80
  }

  @inline(__always) fileprivate var endsAttributeName: Bool {
    isASCIISpace || self == UInt8(ascii: "=") || self == UInt8(ascii: ">") || self == UInt8(ascii: "/")
  }
}
