/// A parsed document as flat arrays: nodes in document order, all text and attribute values in one byte buffer.
///
/// A node's first child is the node after it, its next sibling the one at its `end`; so a subtree is a range, and sums
/// over subtrees are differences of running totals.
struct MarkupTree: Sendable {
  struct Node: Sendable {
    var tag: Tag
    /// How many elements stand above; saturates.
    var depth: UInt16
    /// Number of the parent, -1 for the root.
    var parent: Int32
    /// One past the last node of the subtree.
    var end: Int32
    /// For elements the range of `attributes`; for text nodes the range of `bytes`.
    var from: Int32
    var to: Int32
  }

  struct Attribute: Sendable {
    var name: AttributeName
    /// Range of the value in `bytes`.
    var from: Int32
    var to: Int32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var bytes: [UInt8] = []
  /// Names of elements that ``Tag`` does not know, by number from ``Tag/knownCount`` on.
  var extraNames: [String] = []

  func name(of node: Int) -> String {
    let tag = nodes[node].tag
    if let known = Tag.knownName(tag) { return known }
    let index = Int(tag.rawValue) - Int(Tag.knownCount)
    return extraNames.indices.contains(index) ? extraNames[index] : ""
  }

  /// The name without its namespace prefix.
  func localName(of node: Int) -> Substring {
    let name = name(of: node)[...]
    return name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name
  }

  /// Range of an attribute's value in `bytes`.
  func attribute(_ name: AttributeName, of node: Int) -> Range<Int>? {
    guard nodes[node].tag != .text else { return nil }
    for index in Int(nodes[node].from)..<Int(nodes[node].to) where attributes[index].name == name {
      return Int(attributes[index].from)..<Int(attributes[index].to)
    }
    return nil
  }

  func value(_ name: AttributeName, of node: Int) -> String? {
    attribute(name, of: node).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The element children of a node.
  func children(of node: Int) -> [Int] {
    var result: [Int] = []
    var child = node + 1
    let end = Int(nodes[node].end)
    while child < end {
      if nodes[child].tag != .text { result.append(child) }
      child = Int(nodes[child].end)
    }
    return result
  }

  /// The text inside an element as it stands, white space and all.
  func rawText(of node: Int) -> [UInt8] {
    var result: [UInt8] = []
    for inner in node..<Int(nodes[node].end) where nodes[inner].tag == .text {
      result += bytes[Int(nodes[inner].from)..<Int(nodes[inner].to)]
    }
    return result
  }

  /// All text below a node, white space folded to single blanks, at most about `limit` bytes of it.
  func text(of node: Int, limit: Int = 1_000_000) -> String {
    var result: [UInt8] = []
    var previous: Int32 = -1
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
      let parent = nodes[index].parent
      if parent != previous, previous >= 0,
        TagSet.blocks.contains(nodes[Int(parent)].tag)
          || TagSet.blocks.contains(nodes[Int(previous)].tag)
      {
        appendFolded([0x20], to: &result)
      }
      previous = parent
      appendFolded(bytes[Int(nodes[index].from)..<Int(nodes[index].to)], to: &result)
      if result.count > limit { break }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}

/// An attribute's name as a small number; only these are kept in trees.
enum AttributeName: UInt8, Sendable, CaseIterable {
  case `class`, id, role, rel, href, type, name, property, itemprop, itemtype, content, datetime, lang, style, hidden
  case title, itemscope, alt, pubdate, ariaHidden, ariaLabel, dataTestID, other
  // For XML.
  case norm, positionSection, datePublication, tobjectType, tobjectPropertyType, term, contentType, qcode, guid, tag,
    literal

  static let numbers: [String: AttributeName] = {
    var result: [String: AttributeName] = [:]
    for name in allCases where name != .other { result["\(name)".lowercased()] = name }
    result["aria-hidden"] = .ariaHidden
    result["aria-label"] = .ariaLabel
    result["data-testid"] = .dataTestID
    result["data-component"] = .dataTestID
    result["data-qa"] = .dataTestID
    result["position.section"] = .positionSection
    result["date.publication"] = .datePublication
    result["tobject.type"] = .tobjectType
    result["tobject.property.type"] = .tobjectPropertyType
    return result
  }()
}

/// Appends text with every run of white space (U+00A0 and zero-width spaces among it) as one blank, none at the very
/// start.
func appendFolded(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
  var index = text.startIndex
  let end = text.endIndex
  while index < end {
    let byte = text[index]
    if byte > 0x20 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF {
      result.append(byte)
      index += 1
      continue
    }
    let space = spaceLength(text, at: index)
    if space == 0 {
      result.append(byte)
      index += 1
    } else {
      index += space < 0 ? -space : space
      if space > 0, let last = result.last, last != 0x20 { result.append(0x20) }
    }
  }
}

/// Length of the white space at an offset; 0 if there is none; negative for characters of no width (soft hyphens,
/// zero-width spaces, byte order marks), which vanish.
@inline(__always)
private func spaceLength(_ text: ArraySlice<UInt8>, at index: Int) -> Int {
  let byte = text[index]
  if byte <= 0x20 { return 1 }
  let end = text.endIndex
  if byte == 0xC2, index + 1 < end {
    if text[index + 1] == 0xA0 || text[index + 1] == 0x85 { return 2 }
    return text[index + 1] == 0xAD ? -2 : 0
  }
  guard index + 2 < end else { return 0 }
  switch (byte, text[index + 1], text[index + 2]) {
  case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): return 3
  case (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF), (0xE2, 0x81, 0xA0): return -3
  default: return 0
  }
}
