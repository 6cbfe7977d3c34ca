/// What a page's head and marked-up elements say, gathered in one pass over the tree.
struct PageFacts: Sendable {
  /// `<meta>` contents by lower-case name or property, the first of each.
  var meta: [String: String] = [:]
  /// Other metas whose names speak of dates, in order.
  var otherDates: [(name: String, value: String)] = []
  /// All values of the meta names that may stand several times.
  var authorMetas: [String] = []
  var title: String?
  var canonical: String?
  var language: String?
  /// Nodes of `<h1>`, in order.
  var headings: [Int] = []
  /// Nodes marked as author (`rel=author`, `itemprop=author`, a class of bylines), in order.
  var authorNodes: [Int] = []
  /// Values of dates in markup: `itemprop=datePublished`, then `<time>`.
  var itemDates: [String] = []
  var modifiedDates: [String] = []
  /// `<time>` nodes
  var timeNodes: [Int] = []
  var base: String?
  /// Whether the page's system says that this is no post but one of the site's fixed pages.
  var isFixedPage = false

  /// `hints` are those of each node's own class and id, as ``PageBlocks`` reads them.
  init(_ tree: MarkupTree, hints: [Hint]) {
    for (node, item) in tree.nodes.enumerated() where item.tag != .text {
      note(node, item.tag, tree)
      if hints[node].contains(.byline), authorNodes.count < 200, authorNodes.last != node { authorNodes.append(node) }
    }
  }

  private mutating func note(_ node: Int, _ tag: Tag, _ tree: MarkupTree) {
    switch tag {
    case .meta: noteMeta(node, tree)
    case .title: if title == nil { title = tree.text(of: node, limit: 1000) }
    case .link: noteLink(node, tree)
    case .html: language = language ?? tree.value(.lang, of: node)
    case .h1: headings.append(node)
    case .time: timeNodes.append(node)
    case .body: isFixedPage = tree.attribute(.class, of: node).map { Self.namesFixedPage(tree.bytes[$0]) } ?? false
    default: break
    }
    guard tree.nodes[node].to > tree.nodes[node].from else { return }
    noteAttributes(node, tag, tree)
  }

  /// WordPress gives the body of its pages, which are made once and rewritten, the classes `page` and `page-id-7`.
  private static func namesFixedPage(_ classes: ArraySlice<UInt8>) -> Bool {
    let names = classes.split(whereSeparator: \.isASCIISpace)
    return names.contains { $0.elementsEqual("page".utf8) } && names.contains { $0.starts(with: "page-id-".utf8) }
  }

  private mutating func noteMeta(_ node: Int, _ tree: MarkupTree) {
    guard let content = tree.value(.content, of: node), !content.isEmpty else { return }
    for attribute in [AttributeName.property, .name, .itemprop] {
      guard let name = tree.value(attribute, of: node)?.lowercased(), !name.isEmpty else { continue }
      if meta[name] == nil { meta[name] = content }
      if name.contains("date") || name.contains("publish"), content.utf8.count < 60, otherDates.count < 20 {
        if !["expir", "valid", "birth", "start", "end", "event", "mobile"].contains(where: name.contains) {
          otherDates.append((name, content))
        }
      }
      if Self.authorNames.contains(name) { authorMetas.append(content) }
      if name == "datepublished" { itemDates.append(content) }
    }
  }

  static let authorNames = WordList.words(
    """
    author article:author article:author_name dc.creator dcterms.creator parsely-author sailthru.author byl \
    byline citation_author article.author authors cxenseparse:author og:article:author dc:creator \
    content-author
    """)

  private mutating func noteLink(_ node: Int, _ tree: MarkupTree) {
    guard canonical == nil, tree.value(.rel, of: node)?.lowercased() == "canonical" else { return }
    canonical = tree.value(.href, of: node)
  }

  private mutating func noteAttributes(_ node: Int, _ tag: Tag, _ tree: MarkupTree) {
    for index in Int(tree.nodes[node].from)..<Int(tree.nodes[node].to) {
      let attribute = tree.attributes[index]
      let value = Int(attribute.from)..<Int(attribute.to)
      switch attribute.name {
      case .itemprop: noteProperty(value, node, tree)
      case .href:
        if tag == .a, authorNodes.count < 200, value.count < 300, Self.isAuthorPath(tree.bytes[value]) {
          authorNodes.append(node)
        }
      case .rel: if tree.bytes.matches(Self.author, at: value.lowerBound) { authorNodes.append(node) }
      default: break
      }
    }
  }

  private mutating func noteProperty(_ value: Range<Int>, _ node: Int, _ tree: MarkupTree) {
    if tree.bytes.matches(Self.author, at: value.lowerBound) || Self.holdsAny(tree, value, Self.creators) {
      authorNodes.append(node)
    } else if Self.holdsAny(tree, value, Self.publicationDates) {
      itemDates.append(dateValue(node, tree))
    } else if Self.holdsAny(tree, value, Self.modificationDates) {
      modifiedDates.append(dateValue(node, tree))
    }
  }

  private func dateValue(_ node: Int, _ tree: MarkupTree) -> String {
    tree.value(.datetime, of: node) ?? tree.value(.content, of: node) ?? tree.text(of: node, limit: 100)
  }

  private static func holdsAny(_ tree: MarkupTree, _ range: Range<Int>, _ words: [[UInt8]]) -> Bool {
    words.contains { tree.bytes.find($0, from: range.lowerBound, to: range.upperBound) != nil }
  }

  private static let author = Array("author".utf8)
  private static let creators = WordList.bytes("creator")
  private static let publicationDates = WordList.bytes("datepublished; datecreated; published-date")
  private static let modificationDates = WordList.bytes("datemodified")
  /// Whether an address is of a page about people: one of its folders says so.
  private static func isAuthorPath(_ path: ArraySlice<UInt8>) -> Bool {
    var hash = WordHash.seed
    for byte in path {
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
        if authorFolders[hash] != nil { return true }
        hash = WordHash.seed
      } else {
        hash = byte == UInt8(ascii: "?") ? WordHash.seed : WordHash.step(hash, byte.asciiLowercased)
      }
    }
    return false
  }

  private static let authorFolders = HashTable(
    WordList.ordered(
      """
      author authors by contributor contributors columnist journalist reporter writer writers producers profile people staff
      """
    ).map { (WordHash.of($0), true) })
}
