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

  init(_ tree: MarkupTree) {
    var node = 0
    while node < tree.nodes.count {
      let tag = tree.nodes[node].tag
      if tag != .text { note(node, tag, tree) }
      node += 1
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
    default: break
    }
    guard tree.nodes[node].to > tree.nodes[node].from else { return }
    noteAttributes(node, tag, tree)
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
      let value = Array(tree.bytes[Int(attribute.from)..<Int(attribute.to)])
      switch attribute.name {
      case .itemprop: noteProperty(value, node, tag, tree)
      case .href: if tag == .a, Self.isAuthorPath(value), authorNodes.count < 200 { authorNodes.append(node) }
      case .rel: if value.matches(Array("author".utf8), at: 0) { authorNodes.append(node) }
      case .class, .id, .dataTestID:
        if authorNodes.count < 200, value.count < 200, Self.isBylineClass(value) { authorNodes.append(node) }
      default: break
      }
    }
  }

  private mutating func noteProperty(_ value: [UInt8], _ node: Int, _ tag: Tag, _ tree: MarkupTree) {
    if value.find("author") == 0 || value.find("creator") == 0 {
      authorNodes.append(node)
    } else if value.find("datepublished") != nil || value.find("datecreated") != nil {
      itemDates.append(
        tree.value(.datetime, of: node) ?? tree.value(.content, of: node) ?? tree.text(of: node, limit: 100))
    } else if value.find("datemodified") != nil {
      modifiedDates.append(
        tree.value(.datetime, of: node) ?? tree.value(.content, of: node) ?? tree.text(of: node, limit: 100))
    }
  }

  /// `/author/…`, `/contributors/…`: pages about people.
  private static func isAuthorPath(_ value: [UInt8]) -> Bool {
    guard value.count < 300 else { return false }
    return authorPaths.contains { value.find($0) != nil }
  }

  private static let authorPaths = WordList.bytes(
    """
    /author/; /authors/; /by/; /contributor/; /contributors/; /columnist/; /journalist/; /reporter/; /writer/; \
    /writers/; /producers/; /profile/; /people/; /staff/; author=
    """)

  private static func isBylineClass(_ value: [UInt8]) -> Bool {
    value.find("byline") != nil || value.find("author") != nil || value.find("contributor") != nil
  }
}
