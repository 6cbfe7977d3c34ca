import Documents

/// What a page's JSON-LD says of its article.
struct StructuredData: Sendable {
  var headline: String?
  var authors: [String] = []
  var published: String?
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
        published = published ?? object["datePublished"]?.string
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
      // What a page says of itself is weaker than what it says of its article.
      published = object["datePublished"]?.string ?? published
      modified = object["dateModified"]?.string ?? modified
      site = object["publisher"]?.elements.first.flatMap { Self.name(of: $0, among: objects) } ?? site
    }
    headline = headline ?? object["headline"]?.string ?? object["name"]?.string
    if authors.isEmpty { authors = Self.authors(of: object, among: objects) }
    section = section ?? object["articleSection"]?.elements.first?.string
    language = language ?? object["inLanguage"]?.elements.first?.string
    url = url ?? object["url"]?.string ?? object["mainEntityOfPage"]?.string ?? object["mainEntityOfPage"]?["@id"]?.string
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

/// Turns strings of metadata into plain text.
enum TextCleaner {
  /// Character references decoded, tags taken off, white space folded.
  static func plain(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "&")) { bytes = CharacterReferences.decoded(bytes) }
    if bytes.contains(UInt8(ascii: "<")) { bytes = withoutTags(bytes) }
    var result: [UInt8] = []
    appendFolded(bytes[...], to: &result)
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count,
        bytes[index + 1].isASCIILetter || bytes[index + 1] == UInt8(ascii: "/"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      {
        result.append(0x20)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

/// Decodes the character references that titles and names carry.
enum CharacterReferences {
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at: index) {
        appendUTF8(scalar, to: &result)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func reference(_ bytes: [UInt8], at start: Int) -> (UInt32, end: Int)? {
    let window = bytes[start...].prefix(12)
    guard let end = window.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).map { ($0, end + 1) }
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).map { ($0, end + 1) } }
    return named[name].map { ($0, end + 1) }
  }

  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "lsquo": 0x2018, "rsquo": 0x2019,
    "ldquo": 0x201C, "rdquo": 0x201D, "ndash": 0x2013, "mdash": 0x2014, "hellip": 0x2026, "eacute": 0xE9, "egrave": 0xE8,
    "aacute": 0xE1, "iacute": 0xED, "oacute": 0xF3, "uacute": 0xFA, "ntilde": 0xF1, "ouml": 0xF6, "uuml": 0xFC,
    "auml": 0xE4, "ccedil": 0xE7, "copy": 0xA9, "reg": 0xAE, "trade": 0x2122, "pound": 0xA3, "euro": 0x20AC, "middot": 0xB7,
    "bull": 0x2022, "laquo": 0xAB, "raquo": 0xBB, "szlig": 0xDF, "agrave": 0xE0, "acirc": 0xE2, "ecirc": 0xEA,
  ]
}
