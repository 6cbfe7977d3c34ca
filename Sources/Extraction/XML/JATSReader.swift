import Documents

/// Reads the body of JATS, the Journal Article Tag Suite (ANSI/NISO Z39.96), simply: title, contributors, abstract,
/// sections; references and notes are left out.
struct JATSReader {
  let tree: MarkupTree
  let body: Int

  /// The body of a tree that is JATS; `nil` for any other.
  static func body(of tree: MarkupTree) -> Int? {
    guard tree.first("article-meta") != nil || tree.first("front") != nil else { return nil }
    return tree.first("body")
  }

  func read(_ builder: inout TextBuilder, _ metadata: inout Metadata) {
    metadata.title = tree.firstText("article-title")
    metadata.site = tree.firstText("journal-title")
    if let title = metadata.title { builder.append(title, .headline) }
    for contributor in tree.all("contrib") {
      let given = tree.firstText("given-names", in: contributor)
      guard let surname = tree.firstText("surname", in: contributor) else { continue }
      metadata.authors.append([given, surname].compactMap { $0 }.joined(separator: " "))
    }
    if let date = tree.first("pub-date"), let year = tree.firstText("year", in: date).flatMap({ Int($0) }) {
      let month = tree.firstText("month", in: date).flatMap { Int($0) } ?? 1
      let day = tree.firstText("day", in: date).flatMap { Int($0) } ?? 1
      let reading = DateReader.Reading(year: year, month: month, day: day)
      if reading.isPossible { metadata.date = reading.iso }
    }
    metadata.language = tree.value(.lang, of: 0).map { String($0.prefix { $0.isLetter }).lowercased() }
    var kinds = XMLBlocks.common
    kinds["title"] = .subheading
    if let abstract = tree.first("abstract") {
      let deck = XMLBlocks(tree: tree, kinds: ["p": .deck, "title": .boilerplate], skipped: [])
      deck.append(abstract, to: &builder)
    }
    XMLBlocks(
      tree: tree, kinds: kinds,
      skipped: ["ref-list", "fn-group", "ack", "xref", "table-wrap", "tex-math", "label", "supplementary-material"]
    ).append(body, to: &builder)
  }
}
