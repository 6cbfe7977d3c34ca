import Documents

/// Tells a document's format by its first bytes, then by its name.
enum FormatReader {
  static func format(of bytes: [UInt8], path: String) -> SourceDocument.Format {
    let named = byName(path)
    let head = Array(bytes.prefix(4096))
    guard let start = head.firstIndex(where: { !$0.isASCIISpace }), head[start] == UInt8(ascii: "<") else {
      if named == .html || named == .xml { return hasTags(bytes) ? .html : .text }
      return named ?? .text
    }
    if isXML(head, start) { return .xml }
    if hasMarker(head, start) { return .html }
    if named == .xml { return .xml }
    if named == .html { return .html }
    // `<` begins a text as well, so a file without a telling name needs a telling tag.
    return named == nil && fragmentStarts.contains(where: { head.matches($0, at: start) }) ? .html : named ?? .text
  }

  /// What a file may hold many articles as.
  enum Container {
    case xml, json, jsonLines, table, text
  }

  /// A quick look whether a file may be a container, so that most files are not read twice. UTF-16 shows zeros.
  static func container(of source: SourceDocument) -> Container? {
    let head = Array(source.bytes.prefix(4096))
    if source.format == nil {
      let name = source.path.lowercased().dropSuffix(".gz").dropSuffix(".zst").dropSuffix(".zst")
      if [".jsonl", ".ndjson"].contains(where: name.hasSuffix) { return .jsonLines }
      if name.hasSuffix(".json") { return .json }
      if [".csv", ".tsv"].contains(where: name.hasSuffix) { return .table }
    }
    let isMarkup = head.first { !$0.isASCIISpace } == UInt8(ascii: "<")
    // Nexis exports begin with *1 of 250 DOCUMENTS*.
    if !isMarkup, source.format == nil || source.format == .text, head.find(" document") != nil { return .text }
    guard source.format == nil || source.format == .xml else { return nil }
    if head.prefix(64).contains(0) { return byName(source.path) == .xml ? .xml : nil }
    return containerRoots.contains { head.find($0) != nil } ? .xml : nil
  }

  private static let containerRoots = WordList.bytes(
    "<rss; <feed; <rdf:rdf; :feed; <channel; newsmessage; newsitem; itemset")

  private static func byName(_ path: String) -> SourceDocument.Format? {
    let name = path.lowercased().dropSuffix(".gz")
    if [".html", ".htm", ".xhtml", ".shtml"].contains(where: name.hasSuffix) { return .html }
    if [".xml", ".nitf", ".rss", ".atom"].contains(where: name.hasSuffix) { return .xml }
    if [".md", ".markdown"].contains(where: name.hasSuffix) { return .markdown }
    return name.hasSuffix(".txt") ? .text : nil
  }

  private static let pageMarks: [[UInt8]] = ["<!doctype html", "<html", "<head>", "<head ", "<body"].map {
    Array($0.utf8)
  }
  private static let fragmentStarts: [[UInt8]] =
    ["<p>", "<p ", "<div", "<article", "<section", "<h1", "<meta", "<title", "<span", "<main"].map { Array($0.utf8) }
  private static let xmlRoots: [[UInt8]] =
    ["<nitf", "<rss", "<feed", "<rdf:rdf", "<newsitem", "<newsmessage", "<packageitem", "<!doctype nitf"]
    .map { Array($0.utf8) }

  private static func hasMarker(_ head: [UInt8], _ start: Int) -> Bool {
    pageMarks.contains { head.find($0, from: start) != nil }
  }

  private static func isXML(_ head: [UInt8], _ start: Int) -> Bool {
    if xmlRoots.contains(where: { head.matches($0, at: start) }) { return true }
    guard head.matches(Array("<?xml".utf8), at: start) else { return false }
    // XHTML is read as HTML.
    let isPage = head.find("<html") != nil && xmlRoots.allSatisfy { head.find($0) == nil }
    return !isPage
  }

  private static func hasTags(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "<") {
      if bytes[index + 1].isASCIILetter || bytes[index + 1] == UInt8(ascii: "!") { return true }
    }
    return false
  }
}

extension String {
  fileprivate func dropSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
