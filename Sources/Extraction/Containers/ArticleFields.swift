import Documents

/// Reads an article from named fields, as rows of CSV files and objects of JSON files hold them.
///
/// Names are compared without case, blanks, `-` and `_`. Known are those of DESIGN's own object, of news-please
/// (`maintext`, `date_publish`, `source_domain` …), of trafilatura (`raw_text`, `sitename`, `hostname` …), of schema.org and
/// of ninjs (`body_html`, `versioncreated`, `byline` …); ``ArticleColumns`` adds others.
struct ArticleFields {
  let columns: ArticleColumns

  /// The values of one article by field name; several values of a list in order.
  typealias Values = [(name: String, values: [String])]

  /// The article as a document; `nil` where no field holds its text.
  ///
  /// - Parameter id: of a record without an id of its own: its number or hash in the container.
  func document(_ values: Values, of source: SourceDocument, fallback id: String) -> SourceDocument? {
    var fields: [ArticleColumns.Field: [String]] = [:]
    var ranks: [ArticleColumns.Field: Int] = [:]
    for (name, values) in values {
      guard let (field, rank) = columns.field(name), rank < ranks[field] ?? .max else { continue }
      let filled = values.filter { !$0.trimmingSpaces.isEmpty }
      guard !filled.isEmpty else { continue }
      fields[field] = filled
      ranks[field] = rank
    }
    let bytes: [UInt8]
    let format: SourceDocument.Format
    if let text = fields[.text]?.first {
      (bytes, format) = (Array(text.utf8), .text)
    } else if let html = fields[.html]?.first {
      (bytes, format) = (Array(html.utf8), .html)
    } else {
      return nil
    }
    let name = fields[.id]?.first ?? fields[.url]?.first ?? id
    return SourceDocument(
      id: source.id + "#" + name, path: source.path, bytes: bytes, format: format,
      known: source.known.filled(from: Self.metadata(fields)))
  }

  private static func metadata(_ fields: [ArticleColumns.Field: [String]]) -> Metadata {
    func first(_ field: ArticleColumns.Field) -> String? {
      fields[field]?.first.map(TextCleaner.plain).flatMap { $0.isEmpty ? nil : $0 }
    }
    func date(_ field: ArticleColumns.Field) -> String? { first(field).flatMap(DateReader.read)?.iso }
    var result = Metadata()
    result.title = first(.title)
    result.authors = (fields[.authors] ?? []).flatMap(Self.names)
    result.date = date(.date)
    result.modified = date(.modified)
    result.site = first(.site)
    result.section = first(.section)
    result.url = first(.url)
    result.language = first(.language).map { String($0.prefix { $0.isLetter }).lowercased() }
    result.genre =
      first(.genre).flatMap { Metadata.Genre(rawValue: $0.lowercased()) ?? GenreReader.section($0) }
      ?? result.section.flatMap(GenreReader.section) ?? result.url.flatMap(GenreReader.url)
      ?? result.title.flatMap(GenreReader.label)
    return result
  }

  /// *By Ada Lindqvist and Tom Reyes*, *Ada Lindqvist; Tom Reyes*, `['Ada Lindqvist', 'Tom Reyes']`.
  private static func names(_ value: String) -> [String] {
    let isList = value.hasPrefix("[") && value.hasSuffix("]")
    let marks: Set<Character> = ["[", "]", "'", "\""]
    return Byline.authors(in: isList ? String(value.filter { !marks.contains($0) }) : value)
  }
}

/// Which field of an article a column or a JSON key holds.
public struct ArticleColumns: Sendable, Hashable {
  public enum Field: String, Sendable, CaseIterable {
    case id, text, html, title, authors, date, modified, site, section, url, language, genre
  }

  /// By folded name the field, and the place among the names of the field: of two columns the first named counts.
  private var known: [String: Field]
  private var ranks: [String: Int]

  /// The known names, and those of a user before them: field to column.
  public init(_ own: [Field: String] = [:]) {
    known = [:]
    ranks = [:]
    for (field, list) in Self.shared {
      for (rank, name) in WordList.ordered(list).enumerated() {
        known[name] = field
        ranks[name] = rank
      }
    }
    for (field, column) in own {
      known[Self.folded(column)] = field
      ranks[Self.folded(column)] = -1
    }
  }

  func field(_ name: String) -> (Field, rank: Int)? {
    let name = Self.folded(name)
    return known[name].map { ($0, ranks[name] ?? 0) }
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "." && $0 != "@" })
  }

  private static let shared: [(Field, String)] = [
    (.id, "id uri guid identifier docid articleid documentid uuid fingerprint uniqueid"),
    (
      .text,
      """
      text maintext articlebody bodytext fulltext articletext rawtext plaintext content body article story \
      contenttext
      """
    ),
    (.html, "html bodyhtml bodyxhtml contenthtml rawhtml articlehtml htmlcontent bodyxml"),
    (.title, "title headline heading head titletext name"),
    (.authors, "authors author byline by creator writer journalist authorname"),
    (
      .date,
      """
      date datepublish datepublished publishdate published publisheddate publishedat pubdate publicationdate \
      firstcreated versioncreated contentcreated datecreated created timestamp time
      """
    ),
    (.modified, "modified datemodify datemodified updated updatedat lastmodified modifieddate"),
    (
      .site,
      """
      site sitename publication publisher source sourcename outlet newspaper medium media sourcedomain hostname domain \
      copyrightholder provider
      """
    ),
    (.section, "section category categories articlesection desk rubric topic"),
    (.url, "url link canonicalurl sourceurl permalink articleurl href"),
    (.language, "language lang inlanguage"),
    (.genre, "genre type articletype genres"),
  ]
}
