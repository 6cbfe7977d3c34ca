/// What ``HTMLFilter`` does with an element, found by a hash of its name.
enum TagKind: UInt8 {
  /// Kept, and counted in the depth.
  case plain
  /// Kept, not counted: HTML closes it without an end tag.
  case closing
  /// Kept, has no content.
  case void
  /// The tag goes, its content stays.
  case dropped
  /// The element goes with its content, which is no markup.
  case raw
  case script
  /// `<svg>`
  case drawingRoot
  /// An element inside drawings.
  case drawingPart

  @inline(__always)
  static func of(_ bytes: [UInt8], _ start: Int, _ end: Int) -> TagKind {
    guard end - start <= 16 else { return .plain }
    return table[hash(bytes, start, end)] ?? .plain
  }

  /// Elements that never stand in a drawing: one of them says that an `<svg>` was left open.
  static func endsDrawing(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    end - start <= 16 && drawingEnders[hash(bytes, start, end)] != nil
  }

  private static let table: HashTable<TagKind> = {
    var result: [(UInt64, TagKind)] = []
    func add(_ names: String, _ kind: TagKind) {
      for name in names.split(separator: " ") { result.append((hash(name), kind)) }
    }
    add("p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body", .closing)
    add("br img hr input meta link", .void)
    add("wbr source track embed param picture area base col basefont frame", .dropped)
    add("style template iframe textarea noscript noembed noframes xmp object applet", .raw)
    add("script", .script)
    add("svg", .drawingRoot)
    add(
      "path g use symbol defs circle rect line polygon polyline ellipse lineargradient radialgradient stop clippath "
        + "mask text tspan desc pattern filter animate fegaussianblur feoffset feblend fecolormatrix image metadata",
      .drawingPart)
    return HashTable(result)
  }()

  private static let drawingEnders = HashTable(
    "p div article section h1 h2 h3 h4 ul ol li table main header footer nav aside body figure blockquote form"
      .split(separator: " ").map { (hash($0), true) })

  private static func hash(_ name: Substring) -> UInt64 {
    let bytes = Array(name.utf8)
    return hash(bytes, 0, bytes.count)
  }

  @inline(__always)
  private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var result = WordHash.seed
    for index in start..<end { result = WordHash.step(result, bytes[index].asciiLowercased) }
    return result
  }
}

/// Which attributes ``HTMLFilter`` keeps.
enum AttributeFilter {
  static func kind(_ bytes: [UInt8], _ name: Range<Int>) -> AttributeName? {
    guard name.count >= 2, name.count <= 14 else { return nil }
    return table[hash(bytes[name])]
  }

  private static let table: HashTable<AttributeName> = {
    let kept: Set<AttributeName> = [
      .class, .id, .role, .rel, .href, .type, .name, .property, .itemprop, .itemtype, .content, .datetime, .lang,
      .hidden, .title, .itemscope, .pubdate, .ariaHidden, .ariaLabel, .dataTestID, .style,
    ]
    return HashTable(AttributeName.numbers.filter { kept.contains($0.value) }.map { (WordHash.of($0.key), $0.value) })
  }()

  @inline(__always)
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var result = WordHash.seed
    for byte in bytes { result = WordHash.step(result, byte.asciiLowercased) }
    return result
  }
}
