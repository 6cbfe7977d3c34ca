import CLibXML2

/// Parses markup with libxml2 and copies its tree into a ``MarkupTree``.
///
/// The package's only unsafe code besides `iconv`: everything that touches libxml2's pointers stands in this file, and no
/// pointer leaves it. The tree is walked without recursion, since threads of a pool have small stacks.
enum MarkupParser {
  /// Global set-up of libxml2, once for all threads.
  private static let ready: Void = xmlInitParser()

  /// A tolerant parse of UTF-8 that ``HTMLFilter`` has prepared; `nil` if libxml2 gives no tree at all.
  static func html(_ bytes: [UInt8]) -> MarkupTree? {
    _ = ready
    guard bytes.count < Int(Int32.max) else { return nil }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_COMPACT.rawValue
      | UInt32(bitPattern: Int32(XML_PARSE_HUGE.rawValue))
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(bitPattern: options))
      }
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    return copy(document, sizeHint: bytes.count)
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

/// The walk over libxml2's tree.
private struct TreeCopier {
  var tree = MarkupTree()
  /// libxml2 keeps one copy of each name, so names are told apart by address.
  private var tags: [UnsafePointer<xmlChar>: Tag] = [:]
  private var attributeNames: [UnsafePointer<xmlChar>: AttributeName] = [:]
  private var extraNumbers: [String: UInt16] = [:]
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
        tag: tag(of: node), depth: UInt16(min(open.count, 65535)), parent: open.last ?? -1, end: number + 1,
        from: Int32(firstAttribute), to: Int32(tree.attributes.count)))
    open.append(number)
  }

  private mutating func appendAttribute(_ attribute: xmlAttrPtr) {
    guard let name = attribute.pointee.name else { return }
    let known: AttributeName
    if let seen = attributeNames[name] {
      known = seen
    } else {
      known = AttributeName.numbers[String(cString: name).lowercased()] ?? .other
      attributeNames[name] = known
    }
    guard known != .other else { return }
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

  private mutating func tag(of node: xmlNodePtr) -> Tag {
    guard let name = node.pointee.name else { return .text }
    if let seen = tags[name] { return seen }
    let string = String(cString: name)
    let result: Tag
    if let number = Tag.numbers[string] {
      result = Tag(rawValue: number)
    } else if let number = extraNumbers[string] {
      result = Tag(rawValue: number)
    } else if tree.extraNames.count < 4096 {
      result = Tag(rawValue: Tag.knownCount + UInt16(tree.extraNames.count))
      extraNumbers[string] = result.rawValue
      tree.extraNames.append(string)
    } else {
      result = Tag(rawValue: UInt16.max)
    }
    tags[name] = result
    return result
  }
}
