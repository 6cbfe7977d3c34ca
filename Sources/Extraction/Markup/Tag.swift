/// An element's name as a small number, so that trees compare numbers and not strings. The known names are those that
/// the extractor asks for; every other name of a document gets a number of its own in that document's tree.
struct Tag: RawRepresentable, Hashable, Sendable {
  let rawValue: UInt16

  /// A text node.
  static let text = Tag(rawValue: 0)

  private static let knownNames: [String] = [
    "#text", "a", "abbr", "address", "article", "aside", "b", "blockquote", "body", "br", "button", "caption", "center",
    "cite", "code", "dd", "details", "dialog", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "input", "label", "legend",
    "li", "link", "main", "menu", "meta", "nav", "ol", "option", "p", "pre", "q", "s", "section", "select", "small",
    "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "title",
    "tr", "u", "ul", "video", "audio", "font", "amp-social-share", "object", "dir", "hgroup", "search", "mark", "del",
    "ins", "iframe", "noscript", "textarea", "template", "script", "style",
  ]

  static let numbers: [String: UInt16] = {
    var result: [String: UInt16] = [:]
    for (number, name) in knownNames.enumerated() { result[name] = UInt16(number) }
    return result
  }()

  /// How many names are known; a tree's own names count on from here.
  static let knownCount = UInt16(knownNames.count)

  static func known(_ name: String) -> Tag { Tag(rawValue: numbers[name] ?? UInt16.max) }

  static func knownName(_ tag: Tag) -> String? {
    Int(tag.rawValue) < knownNames.count ? knownNames[Int(tag.rawValue)] : nil
  }
}

extension Tag {
  static let a = known("a")
  static let article = known("article")
  static let aside = known("aside")
  static let blockquote = known("blockquote")
  static let body = known("body")
  static let br = known("br")
  static let button = known("button")
  static let dd = known("dd")
  static let dt = known("dt")
  static let div = known("div")
  static let figcaption = known("figcaption")
  static let figure = known("figure")
  static let footer = known("footer")
  static let form = known("form")
  static let h1 = known("h1")
  static let h2 = known("h2")
  static let h3 = known("h3")
  static let h4 = known("h4")
  static let h5 = known("h5")
  static let h6 = known("h6")
  static let head = known("head")
  static let header = known("header")
  static let html = known("html")
  static let img = known("img")
  static let label = known("label")
  static let li = known("li")
  static let link = known("link")
  static let main = known("main")
  static let meta = known("meta")
  static let nav = known("nav")
  static let ol = known("ol")
  static let p = known("p")
  static let pre = known("pre")
  static let section = known("section")
  static let select = known("select")
  static let span = known("span")
  static let strong = known("strong")
  static let b = known("b")
  static let em = known("em")
  static let table = known("table")
  static let td = known("td")
  static let th = known("th")
  static let time = known("time")
  static let title = known("title")
  static let tr = known("tr")
  static let ul = known("ul")
}

/// A set of known tags as a table of bits.
struct TagSet: Sendable {
  private var members: [Bool]

  init(_ names: String) {
    members = [Bool](repeating: false, count: Int(Tag.knownCount))
    for name in names.split(separator: " ") {
      if let number = Tag.numbers[String(name)] { members[Int(number)] = true }
    }
  }

  @inline(__always)
  func contains(_ tag: Tag) -> Bool {
    let number = Int(tag.rawValue)
    return number < members.count && members[number]
  }

  /// Elements that stand on lines of their own.
  static let blocks = TagSet(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure \
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table \
    tbody td tfoot th thead tr ul option select button
    """)
  static let headings = TagSet("h1 h2 h3 h4 h5 h6")
  /// Elements whose text nobody reads as running text.
  static let skipped = TagSet("head script style template iframe textarea select option noscript object title")
}
