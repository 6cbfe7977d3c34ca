import CLibXML2

/// Parses markup with libxml2 into a ``MarkupTree``.
///
/// The package's only unsafe code besides `iconv` and `zlib`: everything that touches libxml2's pointers stands in this
/// file, and no pointer leaves it. HTML is taken from the parser's events, since building its own tree and freeing it takes
/// libxml2 longer than parsing; XML, being rare, is copied from its tree, which is walked without recursion, since threads
/// of a pool have small stacks.
enum MarkupParser {
  /// Global set-up of libxml2, once for all threads.
  private static let ready: Void = xmlInitParser()

  /// A tolerant parse of UTF-8 that ``HTMLFilter`` has prepared; `nil` if libxml2 gives no element at all.
  static func html(_ bytes: [UInt8]) -> MarkupTree? {
    _ = ready
    guard bytes.count < Int(Int32.max), let context = htmlNewParserCtxt() else { return nil }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_COMPACT.rawValue
      | UInt32(bitPattern: Int32(XML_PARSE_HUGE.rawValue))
    let builder = TreeBuilder(sizeHint: bytes.count)
    listen(context, builder)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        let document = htmlCtxtReadMemory(
          context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(bitPattern: options))
        if let document { xmlFreeDoc(document) }
      }
    }
    let tree = withExtendedLifetime(builder) { builder.finish() }
    return tree.nodes.isEmpty ? nil : tree
  }

  /// Sends the parser's events to a builder, which must outlive the parse.
  private static func listen(_ context: htmlParserCtxtPtr, _ builder: TreeBuilder) {
    guard let handler = context.pointee.sax else { return }
    context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
    handler.pointee.startDocument = nil
    handler.pointee.endDocument = nil
    handler.pointee.setDocumentLocator = nil
    handler.pointee.internalSubset = nil
    handler.pointee.comment = nil
    handler.pointee.processingInstruction = nil
    handler.pointee.startElement = { user, name, attributes in
      guard let user, let name else { return }
      Unmanaged<TreeBuilder>.fromOpaque(user).takeUnretainedValue().start(name, attributes)
    }
    handler.pointee.endElement = { user, _ in
      guard let user else { return }
      Unmanaged<TreeBuilder>.fromOpaque(user).takeUnretainedValue().end()
    }
    let text: charactersSAXFunc = { user, content, length in
      guard let user, let content, length > 0 else { return }
      Unmanaged<TreeBuilder>.fromOpaque(user).takeUnretainedValue()
        .text(UnsafeBufferPointer(start: content, count: Int(length)))
    }
    handler.pointee.characters = text
    handler.pointee.cdataBlock = text
    handler.pointee.ignorableWhitespace = nil
  }

  /// A parse of XML in UTF-8, recovering from errors. Entities are never expanded: the caller refuses documents that
  /// declare any. `isClean` tells whether it was well formed.
  static func xml(_ bytes: [UInt8]) -> (tree: MarkupTree, isClean: Bool)? {
    _ = ready
    guard bytes.count < Int(Int32.max), let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_HUGE.rawValue
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        xmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(bitPattern: options))
      }
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let tree = copy(document, sizeHint: bytes.count) else { return nil }
    return (tree, context.pointee.wellFormed == 1)
  }

  private static func copy(_ document: xmlDocPtr, sizeHint: Int) -> MarkupTree? {
    guard let root = xmlDocGetRootElement(document) else { return nil }
    var copier = TreeCopier(sizeHint: sizeHint)
    copier.copy(root)
    return copier.tree
  }
}

/// Puts a tree together from the starts and ends of elements.
private final class TreeBuilder {
  private var tree = MarkupTree()
  private var names = TreeNames()
  private var open: [Int32] = []

  init(sizeHint: Int) {
    tree.bytes.reserveCapacity(sizeHint)
    tree.nodes.reserveCapacity(sizeHint / 24 + 16)
  }

  func finish() -> MarkupTree {
    for node in open { tree.nodes[Int(node)].end = Int32(tree.nodes.count) }
    open = []
    tree.extraNames = names.extra
    return tree
  }

  /// `attributes` are pairs of name and value, then a null pointer.
  func start(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let firstAttribute = tree.attributes.count
    var index = 0
    while let attributes, let attribute = attributes[index] {
      if let known = names.attribute(attribute) {
        let start = tree.bytes.count
        if let value = attributes[index + 1] {
          tree.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
        }
        tree.attributes.append(
          MarkupTree.Attribute(name: known, from: Int32(start), to: Int32(tree.bytes.count)))
      }
      index += 2
    }
    let number = Int32(tree.nodes.count)
    tree.nodes.append(
      MarkupTree.Node(
        tag: names.tag(name), depth: UInt16(min(open.count, 65535)), parent: open.last ?? -1, end: number + 1,
        from: Int32(firstAttribute), to: Int32(tree.attributes.count)))
    open.append(number)
  }

  /// The root stays open, since pages go on behind `</html>`.
  func end() {
    guard open.count > 1, let last = open.popLast() else { return }
    tree.nodes[Int(last)].end = Int32(tree.nodes.count)
  }

  /// Text that follows text of the same element directly is more of it.
  func text(_ content: UnsafeBufferPointer<xmlChar>) {
    guard let parent = open.last else { return }
    let start = tree.bytes.count
    tree.bytes.append(contentsOf: content)
    let last = tree.nodes.count - 1
    if last >= 0, tree.nodes[last].tag == .text, tree.nodes[last].parent == parent, Int(tree.nodes[last].to) == start {
      tree.nodes[last].to = Int32(tree.bytes.count)
      return
    }
    tree.nodes.append(
      MarkupTree.Node(
        tag: .text, depth: UInt16(min(open.count, 65535)), parent: parent, end: Int32(last + 2), from: Int32(start),
        to: Int32(tree.bytes.count)))
  }
}

/// Numbers for the names of one document. libxml2 keeps one copy of each name, so names are told apart by address.
private struct TreeNames {
  private(set) var extra: [String] = []
  private var tags: [UnsafePointer<xmlChar>: Tag] = [:]
  private var attributes: [UnsafePointer<xmlChar>: AttributeName] = [:]
  private var extraNumbers: [String: UInt16] = [:]
  /// The names seen last, by a few bits of their addresses: most elements are one of a dozen.
  private var recent = [(name: UnsafePointer<xmlChar>, tag: Tag)?](repeating: nil, count: 64)
  private var recentAttributes = [(name: UnsafePointer<xmlChar>, known: AttributeName)?](repeating: nil, count: 64)

  @inline(__always)
  private static func place(_ name: UnsafePointer<xmlChar>) -> Int {
    let bits = UInt(bitPattern: name)
    return Int((bits ^ (bits >> 6)) & 63)
  }

  mutating func attribute(_ name: UnsafePointer<xmlChar>) -> AttributeName? {
    let place = Self.place(name)
    if let entry = recentAttributes[place], entry.name == name { return entry.known == .other ? nil : entry.known }
    let known: AttributeName
    if let seen = attributes[name] {
      known = seen
    } else {
      known = AttributeName.numbers[String(cString: name).lowercased()] ?? .other
      attributes[name] = known
    }
    recentAttributes[place] = (name, known)
    return known == .other ? nil : known
  }

  mutating func tag(_ name: UnsafePointer<xmlChar>) -> Tag {
    let place = Self.place(name)
    if let entry = recent[place], entry.name == name { return entry.tag }
    let tag = tags[name] ?? number(name)
    tags[name] = tag
    recent[place] = (name, tag)
    return tag
  }

  private mutating func number(_ name: UnsafePointer<xmlChar>) -> Tag {
    let string = String(cString: name)
    if let number = Tag.numbers[string] ?? extraNumbers[string] { return Tag(rawValue: number) }
    guard extra.count < 4096 else { return Tag(rawValue: UInt16.max) }
    let number = Tag.knownCount + UInt16(extra.count)
    extraNumbers[string] = number
    extra.append(string)
    return Tag(rawValue: number)
  }
}

/// The walk over libxml2's tree.
private struct TreeCopier {
  private(set) var tree = MarkupTree()
  private var names = TreeNames()
  private var open: [Int32] = []

  init(sizeHint: Int) {
    tree.bytes.reserveCapacity(sizeHint)
    tree.nodes.reserveCapacity(sizeHint / 24 + 16)
  }

  mutating func copy(_ root: xmlNodePtr) {
    var current: xmlNodePtr? = root
    while let node = current {
      let isElement = node.pointee.type == XML_ELEMENT_NODE
      if isElement {
        appendElement(node)
        if let child = node.pointee.children {
          current = child
          continue
        }
        close()
      } else if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
        appendText(node)
      }
      current = successor(of: node, root: root)
    }
    while !open.isEmpty { close() }
    tree.extraNames = names.extra
  }

  /// The next node in document order outside this one's subtree; closes the elements that end before it.
  private mutating func successor(of node: xmlNodePtr, root: xmlNodePtr) -> xmlNodePtr? {
    var place = node
    while place != root {
      if let next = place.pointee.next { return next }
      guard let parent = place.pointee.parent else { return nil }
      close()
      place = parent
    }
    return nil
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    tree.nodes[Int(last)].end = Int32(tree.nodes.count)
  }

  private mutating func appendText(_ node: xmlNodePtr) {
    guard let content = node.pointee.content else { return }
    let start = tree.bytes.count
    tree.bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    guard tree.bytes.count > start else { return }
    tree.nodes.append(
      MarkupTree.Node(
        tag: .text, depth: UInt16(min(open.count, 65535)), parent: open.last ?? -1,
        end: Int32(tree.nodes.count + 1), from: Int32(start), to: Int32(tree.bytes.count)))
  }

  private mutating func appendElement(_ node: xmlNodePtr) {
    let firstAttribute = tree.attributes.count
    var attribute = node.pointee.properties
    while let current = attribute {
      appendAttribute(current)
      attribute = current.pointee.next
    }
    let number = Int32(tree.nodes.count)
    tree.nodes.append(
      MarkupTree.Node(
        tag: node.pointee.name.map { names.tag($0) } ?? .text, depth: UInt16(min(open.count, 65535)),
        parent: open.last ?? -1, end: number + 1,
        from: Int32(firstAttribute), to: Int32(tree.attributes.count)))
    open.append(number)
  }

  private mutating func appendAttribute(_ attribute: xmlAttrPtr) {
    guard let name = attribute.pointee.name, let known = names.attribute(name) else { return }
    let start = tree.bytes.count
    var child = attribute.pointee.children
    while let text = child {
      if text.pointee.type == XML_TEXT_NODE, let content = text.pointee.content {
        tree.bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      }
      child = text.pointee.next
    }
    tree.attributes.append(
      MarkupTree.Attribute(name: known, from: Int32(start), to: Int32(tree.bytes.count)))
  }
}
