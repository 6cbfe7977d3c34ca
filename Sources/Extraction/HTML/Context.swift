/// Where an element stands, as bits that its descendants inherit.
struct Context: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let link = Context(rawValue: 1 << 0)
  static let heading = Context(rawValue: 1 << 1)
  static let listItem = Context(rawValue: 1 << 2)
  static let quote = Context(rawValue: 1 << 3)
  static let figure = Context(rawValue: 1 << 4)
  static let figcaption = Context(rawValue: 1 << 5)
  static let table = Context(rawValue: 1 << 6)
  static let nav = Context(rawValue: 1 << 7)
  static let aside = Context(rawValue: 1 << 8)
  static let footer = Context(rawValue: 1 << 9)
  static let header = Context(rawValue: 1 << 10)
  static let form = Context(rawValue: 1 << 11)
  static let button = Context(rawValue: 1 << 12)
  static let article = Context(rawValue: 1 << 13)
  static let main = Context(rawValue: 1 << 14)
  static let hidden = Context(rawValue: 1 << 15)
  static let articleBody = Context(rawValue: 1 << 16)
  static let mainHeading = Context(rawValue: 1 << 17)
  static let paragraph = Context(rawValue: 1 << 18)
  static let dialog = Context(rawValue: 1 << 19)
  static let preformatted = Context(rawValue: 1 << 20)
  static let emphasis = Context(rawValue: 1 << 21)

  /// What may be said of an element around a whole article.
  static let around: Context = [.article, .main, .articleBody]

  private static let byTag: [Context] = {
    var result = [Context](repeating: [], count: Int(Tag.knownCount))
    let pairs: [(String, Context)] = [
      ("a", .link), ("h1", [.heading, .mainHeading]), ("h2", .heading), ("h3", .heading), ("h4", .heading),
      ("h5", .heading), ("h6", .heading), ("li", .listItem), ("dd", .listItem), ("dt", .listItem),
      ("blockquote", .quote),
      ("figure", .figure), ("figcaption", .figcaption), ("table", .table), ("nav", .nav), ("aside", .aside),
      ("footer", .footer), ("header", .header), ("form", .form), ("button", .button), ("article", .article),
      ("main", .main), ("p", .paragraph), ("dialog", .dialog), ("pre", .preformatted), ("strong", .emphasis),
      ("b", .emphasis), ("menu", .nav), ("label", .form), ("search", .form), ("fieldset", .form),
    ]
    for (name, context) in pairs {
      if let number = Tag.numbers[name] { result[Int(number)] = context }
    }
    return result
  }()

  /// What an element of this name means for all inside.
  @inline(__always)
  static func of(_ tag: Tag) -> Context {
    let number = Int(tag.rawValue)
    return number < byTag.count ? byTag[number] : []
  }
}
