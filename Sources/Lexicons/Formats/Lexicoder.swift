import Documents
import Foundation

/// Lexicoder 3 dictionaries (.lc3): `<cnode name="…">` for categories, `<pnode name="…">` for terms.
enum Lexicoder {
  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    let weights = CategoryWeights(source.settings)
    var path: [Double?] = []
    var known = false
    for line in source.lines {
      var rest = line.text
      while let open = rest.firstIndex(of: "<") {
        rest = rest[rest.index(after: open)...]
        guard let close = rest.firstIndex(of: ">") else {
          collector.report(line, "a tag that does not end on its line")
          return
        }
        let tag = rest[..<close]
        rest = rest[rest.index(after: close)...]
        if tag.hasPrefix("/cnode") {
          _ = path.popLast()
        } else if tag.hasPrefix("cnode") || tag.hasPrefix("pnode") {
          guard let name = name(in: tag) else {
            collector.report(line, "no `name=\"…\"` in <\(tag)>")
            continue
          }
          if tag.hasPrefix("pnode") {
            if case .some(.some(let weight)) = path.last { collector.add(term: name, weight: weight, line: line) }
          } else {
            let own = weights.weight(of: name)
            if own != nil { known = true }
            if !tag.hasSuffix("/") { path.append(own ?? path.last.flatMap { $0 }) }
          }
        }
      }
    }
    if let last = source.lines.last, !known { collector.report(last, CategoryWeights.advice) }
  }

  private static func name(in tag: Substring) -> String? {
    guard let key = tag.range(of: "name=\"") else { return nil }
    let value = tag[key.upperBound...].prefix { $0 != "\"" }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(String(value)) { $0.replacing($1.0, with: $1.1) }
  }
}
