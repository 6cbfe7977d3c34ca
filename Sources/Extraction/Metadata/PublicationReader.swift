/// The day an article was published, as the data of its page have it.
struct Publication: Hashable, Sendable {
  enum Source: Sendable {
    /// What the head, the structured data or the markup say of the article.
    case article
    /// The day that the address bears.
    case address
    /// A `<time>` near the headline: readers see it too.
    case time
    /// What structured data say of the page (`WebPage`) where they name no article.
    case page
  }

  /// `2023-09-18` or `2023-09-18T05:30:00+09:00`.
  var iso: String
  var source: Source

  var day: String { String(iso.prefix(10)) }
}

/// Finds an article's date of publication in its page's data: `<meta>`, JSON-LD, the address, `itemprop`, `<time>`, the
/// first of these that has one.
///
/// What readers see is weighed against it later (``VisibleDate``).
enum PublicationReader {
  static func read(_ reader: MetadataReader) -> Publication? {
    if let reading = declared(reader) ?? reader.data.published.flatMap(DateReader.read) {
      return Publication(iso: local(reading, reader.url), source: .article)
    }
    if let reading = reader.data.pagePublished.flatMap(DateReader.read) {
      return Publication(iso: local(reading, reader.url), source: .page)
    }
    if let date = reader.url.flatMap(URLDate.read) { return Publication(iso: date, source: .address) }
    if let reading = first(reader.facts.itemDates) { return Publication(iso: reading.iso, source: .article) }
    for node in times(reader).prefix(12) {
      let value = reader.tree.value(.datetime, of: node) ?? reader.tree.text(of: node, limit: 100)
      if let reading = DateReader.read(value) { return Publication(iso: reading.iso, source: .time) }
    }
    return nil
  }

  private static func first(_ values: [String]) -> DateReader.Reading? {
    for value in values {
      if let reading = DateReader.read(value) { return reading }
    }
    return nil
  }

  /// What `<meta>` elements say.
  private static func declared(_ reader: MetadataReader) -> DateReader.Reading? {
    for name in names {
      if let reading = reader.facts.meta[name].flatMap(DateReader.read) { return reading }
    }
    return first(
      reader.facts.otherDates.filter { !$0.name.contains("modif") && !$0.name.contains("updat") }.map(\.value))
  }

  /// The address's day where the data, in universal time, name the one beside it: the outlet is in another time zone.
  private static func local(_ reading: DateReader.Reading, _ url: String?) -> String {
    guard reading.time != nil, [nil, "Z", "+00:00"].contains(reading.zone),
      let address = url.flatMap(URLDate.read).flatMap(DateReader.read)
    else { return reading.iso }
    let day = DateReader.Reading(year: reading.year, month: reading.month, day: reading.day)
    return day.following == address || address.following == day ? address.iso : reading.iso
  }

  /// `<time>` elements about the main heading, the nearest first; others are of other articles and comments. Those behind
  /// the heading count as twice as near: in front of it stand the site's own.
  private static func times(_ reader: MetadataReader) -> [Int] {
    let nodes = reader.facts.timeNodes
    guard let heading = reader.facts.headings.first(where: { !reader.tree.text(of: $0, limit: 200).isEmpty }) else {
      return nodes
    }
    func distance(_ node: Int) -> Int { node < heading ? 2 * (heading - node) : node - heading }
    // By node among equals: the order is the same each time.
    return nodes.filter { $0 > heading - 250 && $0 < heading + 600 }
      .sorted { (distance($0), $0) < (distance($1), $1) }
  }

  private static let names = WordList.ordered(
    """
    article:published_time og:published_time og:article:published_time article:published datepublished pubdate \
    publishdate publish-date publish_date publication_date parsely-pub-date sailthru.date \
    cxenseparse:recs:publishtime cxenseparse:publishtime dcterms.created dcterms.date dcterms.issued \
    dc.date.issued dc.date dc.date.created dc:date citation_publication_date citation_date date \
    article.published article.created published_at published-date publisheddate published_time \
    originalpublicationdate rnews:datepublished article_date_original displaydate ptime created \
    prism.publicationdate bt:pubdate analyticsattributes.articledate shareaholic:article_published_time \
    release_date published og:release_date og:pubdate datecreated sort_date vr:published_time
    """)
}

extension DateReader.Reading {
  /// The day behind this one, without a time.
  fileprivate var following: Self {
    var next = Self(year: year, month: month, day: day + 1)
    if !next.isPossible { next = Self(year: year, month: month + 1, day: 1) }
    return next.isPossible ? next : Self(year: year + 1, month: 1, day: 1)
  }
}
