import Documents

/// What a page's JSON-LD says of its article.
struct StructuredData: Sendable {
  var headline: String?
  var authors: [String] = []
  /// Names that stand where authors do and are none of a person.
  var teams: [String] = []
  var published: String?
  /// When the page itself was made, where nothing says it of an article.
  var pagePublished: String?
  var modified: String?
  var site: String?
  var section: String?
  var url: String?
  var language: String?
  var types: [String] = []
  /// `isAccessibleForFree: false`
  var isPaid = false

  /// Reads the scripts in order; the first article found fills each field first.
  static func read(_ scripts: [[UInt8]]) -> StructuredData {
    var result = StructuredData()
    for script in scripts.prefix(24) {
      guard let root = JSONReader.read(script) else { continue }
      var objects: [JSONValue] = []
      collect(root, into: &objects, depth: 0)
      for object in objects { result.take(object, among: objects) }
    }
    // What a page says of itself is weaker than what it says of its article.
    if !result.types.isEmpty, result.published == nil { swap(&result.published, &result.pagePublished) }
    return result
  }

  /// All objects that may be articles or be named by one, outermost first.
  private static func collect(_ value: JSONValue, into objects: inout [JSONValue], depth: Int) {
    guard depth < 8, objects.count < 500 else { return }
    switch value {
    case .array(let values): for value in values { collect(value, into: &objects, depth: depth + 1) }
    case .object(let members):
      objects.append(value)
      for (key, member) in members where key == "@graph" || key == "mainEntity" || key == "mainEntityOfPage" {
        collect(member, into: &objects, depth: depth + 1)
      }
    default: break
    }
  }

  private static let articleTypes = ["Article", "Posting", "Report", "Review", "NewsItem", "CreativeWork"]

  private mutating func take(_ object: JSONValue, among objects: [JSONValue]) {
    let types = (object["@type"]?.elements ?? []).compactMap(\.string)
    guard types.contains(where: { type in Self.articleTypes.contains { type.hasSuffix($0) } }) else {
      if types.contains("WebPage") || types.contains("ItemPage") {
        pagePublished = pagePublished ?? object["datePublished"]?.string
        modified = modified ?? object["dateModified"]?.string
      }
      if types.contains(where: { $0.hasSuffix("Organization") || $0 == "WebSite" }) {
        site = site ?? object["name"]?.string
      }
      return
    }
    let isFirst = self.types.isEmpty
    if isFirst {
      self.types = types
      published = object["datePublished"]?.string
      modified = object["dateModified"]?.string ?? modified
      site = object["publisher"]?.elements.first.flatMap { Self.name(of: $0, among: objects) } ?? site
    }
    headline = headline ?? object["headline"]?.string ?? object["name"]?.string
    if authors.isEmpty { authors = Self.authors(of: object, among: objects) }
    for author in object["author"]?.elements ?? [] {
      if let name = Self.name(of: author, among: objects) { teams.append(TextCleaner.plain(name)) }
    }
    section = section ?? object["articleSection"]?.elements.first?.string
    language = language ?? object["inLanguage"]?.elements.first?.string
    url =
      url ?? object["url"]?.string ?? object["mainEntityOfPage"]?.string ?? object["mainEntityOfPage"]?["@id"]?.string
    if case .bool(false)? = object["isAccessibleForFree"] { isPaid = true }
  }

  /// Authors that are people, or of no type and with a person's name.
  private static func authors(of object: JSONValue, among objects: [JSONValue]) -> [String] {
    var result: [String] = []
    for author in (object["author"] ?? object["creator"])?.elements ?? [] {
      let resolved = resolve(author, among: objects)
      let types = (resolved["@type"]?.elements ?? []).compactMap(\.string)
      guard !types.contains(where: { $0.hasSuffix("Organization") }) else { continue }
      let names = resolved["name"]?.elements.compactMap(\.string) ?? [author.string].compactMap { $0 }
      for name in names { result += AuthorNames.split(TextCleaner.plain(name)) }
    }
    var seen: Set<String> = []
    return result.filter { seen.insert($0.lowercased()).inserted }
  }

  private static func name(of value: JSONValue, among objects: [JSONValue]) -> String? {
    value.string ?? resolve(value, among: objects)["name"]?.string
  }

  /// The object itself, or the one that its `@id` names.
  private static func resolve(_ value: JSONValue, among objects: [JSONValue]) -> JSONValue {
    guard value["name"] == nil, let id = value["@id"]?.string else { return value }
    return objects.first { $0["@id"]?.string == id && $0["name"] != nil } ?? value
  }
}
