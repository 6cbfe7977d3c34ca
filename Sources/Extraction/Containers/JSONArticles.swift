import Documents

/// Reads articles from JSON: an object with an article's fields, an array of such objects, JSON lines, and ninjs (IPTC's
/// news in JSON, versions 1 and 2).
struct JSONArticles {
  let source: SourceDocument
  let columns: ArticleColumns

  /// One article a line. A line without an article becomes a document without text, so that it has a row of its own among
  /// the errors.
  func lines(_ bytes: [UInt8]) -> [SourceDocument] {
    var result: [SourceDocument] = []
    var number = source.lineOffset
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { !$0.isASCIISpace }) else { continue }
      let article = JSONReader.read(Array(line)).flatMap { document($0, fallback: "\(number)") }
      result.append(article ?? empty("\(number)"))
    }
    return result
  }

  /// The article of an object, or those of an array; empty where there is none.
  func file(_ bytes: [UInt8]) -> [SourceDocument] {
    guard let root = JSONReader.read(bytes) else { return [] }
    guard case .array(let elements) = root else {
      guard let article = document(root, fallback: "1") else { return listed(in: root) }
      return [
        SourceDocument(
          id: source.id, path: source.path, bytes: article.bytes, format: article.format, known: article.known)
      ]
    }
    return elements.enumerated().compactMap { document($1, fallback: "\($0 + 1)") }
  }

  /// `{"articles": […]}` and its like.
  private func listed(in root: JSONValue) -> [SourceDocument] {
    for key in ["articles", "items", "results", "documents", "data", "docs"] {
      guard case .array(let elements)? = root[key] else { continue }
      return elements.enumerated().compactMap { document($1, fallback: "\($0 + 1)") }
    }
    return []
  }

  private func empty(_ number: String) -> SourceDocument {
    SourceDocument(id: source.id + "#" + number, path: source.path, bytes: [], format: .text)
  }

  private func document(_ value: JSONValue, fallback: String) -> SourceDocument? {
    guard case .object(let members) = value else { return nil }
    var values: ArticleFields.Values = []
    for (key, value) in members {
      switch key {
      // ninjs 2: lists of objects with a role each, the main one first.
      case "headlines": values.append(("headline", main(value, part: "value")))
      case "bodies": values += bodies(value)
      case "infosources", "infosource": values.append(("source", main(value, part: "name")))
      case "subject", "subjects", "associations", "renditions", "place", "organisation", "person", "event", "object":
        continue
      case "type" where value.string == "text" || value.string == "composite": continue
      default: values.append((key, strings(value)))
      }
    }
    return ArticleFields(columns: columns).document(values, of: source, fallback: fallback)
  }

  private func main(_ value: JSONValue, part: String) -> [String] {
    let elements = value.elements
    let chosen = elements.first { $0["role"]?.string?.hasSuffix("main") ?? false } ?? elements.first
    return [chosen?[part]?.string].compactMap { $0 }
  }

  private func bodies(_ value: JSONValue) -> ArticleFields.Values {
    value.elements.compactMap { body in
      guard let text = body["value"]?.string else { return nil }
      let type = body["contenttype"]?.string ?? body["contentType"]?.string ?? ""
      return (type.contains("html") ? "body_html" : "body_text", [text])
    }
  }

  /// A value's strings: its own, its elements', and the names of objects.
  private func strings(_ value: JSONValue) -> [String] {
    value.elements.compactMap { $0.string ?? $0["name"]?.string ?? $0["value"]?.string }
  }
}
