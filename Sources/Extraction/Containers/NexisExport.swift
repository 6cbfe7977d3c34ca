import Documents

/// Splits a text export of Nexis into its articles: each begins with *12 of 250 DOCUMENTS*, has the publication, the date
/// and the headline above fields such as *BYLINE:* and *LENGTH:*, then its text, then *LOAD-DATE:* and its like.
///
/// Written after exports' published layout; the count that they declare is checked against the articles found.
struct NexisExport {
  let source: SourceDocument

  /// Whether a text looks like an export.
  static func isExport(_ bytes: [UInt8]) -> Bool {
    lines(Array(bytes.prefix(8192))).contains { declared($0) != nil }
  }

  func documents(_ bytes: [UInt8]) -> [SourceDocument] {
    let lines = Self.lines(bytes)
    let starts = lines.indices.filter { Self.declared(lines[$0]) != nil }
    let count = starts.compactMap { Self.declared(lines[$0])?.of }.max() ?? 0
    var result: [SourceDocument] = []
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : lines.count
      let number = Self.declared(lines[start])?.number ?? place + 1
      var warnings: [Warning] = []
      if place == 0, starts.count != count {
        warnings.append(
          Warning(code: "count", "the export declares \(count) documents, \(starts.count) are in it"))
      }
      let article = NexisArticle(Array(lines[(start + 1)..<end]))
      result.append(
        SourceDocument(
          id: "\(source.id)#\(number)", path: source.path, bytes: Array(article.text.utf8), format: .text,
          known: source.known.filled(from: article.metadata), warnings: warnings))
    }
    return result
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self).trimmingSpaces
    }
  }

  /// *12 of 250 DOCUMENTS* as its two numbers.
  private static func declared(_ line: String) -> (number: Int, of: Int)? {
    guard line.utf8.count < 60 else { return nil }
    let words = line.split(separator: " ")
    guard words.count == 4, words[1] == "of", words[3] == "DOCUMENTS" || words[3] == "DOCUMENT",
      let number = Int(words[0]), let all = Int(words[2])
    else { return nil }
    return (number, all)
  }
}

/// One article of an export: headline and text with paragraphs that are wrapped no more.
private struct NexisArticle {
  private(set) var metadata = Metadata()
  private(set) var text = ""

  private static let fields: Set<String> = [
    "BYLINE", "SECTION", "LENGTH", "DATELINE", "BODY", "HEADLINE", "HIGHLIGHT", "GRAPHIC", "LOAD-DATE", "LANGUAGE",
    "PUBLICATION-TYPE", "SUBJECT", "URL", "DOCUMENT-TYPE", "JOURNAL-CODE", "CORRECTION-DATE", "SERIES", "TYPE", "NOTES",
    "ORGANIZATION", "PERSON", "COMPANY", "GEOGRAPHIC", "INDUSTRY", "TICKER", "COUNTRY", "STATE", "CITY", "COPYRIGHT",
  ]

  init(_ lines: [String]) {
    var head: [String] = []
    var body: [String] = []
    var inBody = false
    for paragraph in Self.paragraphs(lines) {
      if let (name, value) = Self.field(paragraph) {
        take(name, value)
        if name == "BODY" {
          inBody = true
          if !value.isEmpty { body.append(value) }
        }
        // The text follows the last field of the head; nothing but fields follows the first of the tail.
        if name == "LENGTH" || name == "DATELINE" { inBody = true }
        if ["LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "SUBJECT", "URL"].contains(name) { inBody = false }
      } else if Self.isCopyright(paragraph) {
        continue
      } else if inBody {
        body.append(paragraph)
      } else if body.isEmpty {
        head.append(paragraph)
      }
    }
    readHead(head)
    text = ([metadata.title].compactMap { $0 } + body).joined(separator: "\n\n")
  }

  /// Publication, date, edition and headline stand above the fields in this order.
  private mutating func readHead(_ head: [String]) {
    guard let date = head.firstIndex(where: { DateReader.read($0) != nil }) else {
      metadata.title = metadata.title ?? head.last
      return
    }
    metadata.date = DateReader.read(head[date])?.iso
    if date > 0 { metadata.site = head[date - 1] }
    if metadata.title == nil, let last = head.last, date + 1 < head.count { metadata.title = last }
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "HEADLINE": metadata.title = value.isEmpty ? nil : value
    case "BYLINE": metadata.authors = Byline.authors(in: value)
    case "SECTION":
      metadata.section = value.split(separator: ";").first.map { String($0).trimmingSpaces }
      metadata.genre = metadata.section.flatMap(GenreReader.section)
    case "URL": if value.hasPrefix("http") { metadata.url = value }
    case "LANGUAGE": if value.uppercased() == "ENGLISH" { metadata.language = "en" }
    default: break
    }
  }

  /// Runs of lines between blank ones, each as one line.
  private static func paragraphs(_ lines: [String]) -> [String] {
    var result: [String] = []
    var current: [String] = []
    for line in lines + [""] {
      if !line.isEmpty {
        if field(line) != nil, !current.isEmpty {
          result.append(current.joined(separator: " "))
          current = []
        }
        current.append(line)
      } else if !current.isEmpty {
        result.append(current.joined(separator: " "))
        current = []
      }
    }
    return result
  }

  private static func field(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":"), fields.contains(String(line[..<colon])) else { return nil }
    return (String(line[..<colon]), String(line[line.index(after: colon)...]).trimmingSpaces)
  }

  private static func isCopyright(_ paragraph: String) -> Bool {
    paragraph.hasPrefix("Copyright ") && paragraph.utf8.count < 200 || paragraph == "All Rights Reserved"
  }
}
