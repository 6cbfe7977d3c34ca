import Documents

/// Decides a page's metadata among what its parts say.
///
/// Precedence, each field by itself:
/// - title: the `<h1>` that shares 60 % of its words with a title in the head, else that title without the site's name;
/// - authors: JSON-LD, `<meta>`, marked-up elements, a visible byline;
/// - date: `<meta>`, JSON-LD, the address, `itemprop`, `<time>` near the headline (``PublicationReader``); then what
///   readers see is weighed against it: a day beside the headline, a posting line behind the article (``VisibleDate``);
/// - site: `og:site_name`, JSON-LD's publisher, the part of `<title>` behind the headline.
struct MetadataReader {
  let tree: MarkupTree
  let facts: PageFacts
  let data: StructuredData
  /// When the article appeared, as these say.
  private(set) var publication: Publication?

  init(page: PageBlocks, structuredData: [[UInt8]]) {
    tree = page.tree
    facts = PageFacts(page.tree, hints: page.ownHints)
    data = StructuredData.read(structuredData)
    publication = PublicationReader.read(self)
  }

  /// Everything but what only the article's blocks can tell.
  func read() -> Metadata {
    var result = Metadata()
    result.url = url
    result.site = site
    result.title = TitleReader.read(self)
    result.authors = AuthorReader.read(self)
    result.date = publication?.iso
    result.modified = modified
    result.section = (facts.meta["article:section"] ?? data.section ?? facts.meta["section"]).flatMap(clean)
    result.language = language
    result.genre = genre(title: result.title, section: result.section, url: result.url)
    return result
  }

  func clean(_ text: String) -> String? {
    let plain = TextCleaner.plain(text)
    return plain.isEmpty ? nil : plain
  }

  var url: String? {
    for candidate in [facts.canonical, facts.meta["og:url"], data.url] {
      if let candidate, candidate.hasPrefix("http") { return candidate.trimmingSpaces }
    }
    return nil
  }

  private var site: String? {
    for candidate in [
      facts.meta["og:site_name"], data.site, facts.meta["application-name"], facts.meta["dc.publisher"],
    ] {
      if let name = candidate.flatMap(clean), name.utf8.count <= 60 { return name }
    }
    return nil
  }

  private var language: String? {
    for candidate in [facts.language, data.language, facts.meta["og:locale"], facts.meta["language"]] {
      guard let candidate = candidate?.trimmingSpaces, candidate.utf8.count >= 2, candidate.utf8.count <= 12 else {
        continue
      }
      let code = candidate.prefix { $0.isLetter }.lowercased()
      if code.utf8.count == 2 || code.utf8.count == 3 { return code }
    }
    return nil
  }

  private static let modifiedNames = WordList.ordered(
    """
    article:modified_time og:updated_time datemodified last-modified lastmod dcterms.modified \
    article:updated_time dc.date.modified article.updated article:modified
    """)

  private var modified: String? {
    for name in Self.modifiedNames {
      if let reading = facts.meta[name].flatMap(DateReader.read) { return reading.iso }
    }
    for value in [data.modified] + facts.modifiedDates.map(Optional.some) {
      if let reading = value.flatMap(DateReader.read) { return reading.iso }
    }
    return nil
  }

  private func genre(title: String?, section: String?, url: String?) -> Metadata.Genre? {
    for type in data.types {
      if let genre = Self.schemaTypes[type] { return genre }
    }
    return title.flatMap(GenreReader.label) ?? section.flatMap(GenreReader.section) ?? url.flatMap(GenreReader.url)
      ?? (facts.meta["og:type"] == "article" || data.types.contains("NewsArticle") ? .news : nil)
  }

  private static let schemaTypes: [String: Metadata.Genre] = [
    "OpinionNewsArticle": .opinion, "ReviewNewsArticle": .review, "LiveBlogPosting": .live, "CriticReview": .review,
    "AskPublicNewsArticle": .interview,
  ]
}
