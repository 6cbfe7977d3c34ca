import Documents
import Foundation
import Yams

/// LIWC dictionaries: categories between two `%` lines, then words with the numbers of theirs.
enum LIWC {
  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    let weights = CategoryWeights(source.settings)
    var category: [Substring: Double] = [:]
    var marks = 0
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) {
      if line.text.first == "%" {
        marks += 1
        continue
      }
      let parts = line.text.split(whereSeparator: { $0 == "\t" || $0 == " " })
      if marks == 1 {
        guard parts.count >= 2, Int(parts[0]) != nil else {
          collector.report(line, "not `number, tab, category`")
          continue
        }
        if let weight = weights.weight(of: parts[1]) { category[parts[0]] = weight }
        continue
      }
      guard marks >= 2 else {
        collector.report(line, "a LIWC dictionary begins with `%`, its categories and another `%`")
        return
      }
      // A phrase is words up to the first number; `(02 134)125/464` asks for context, and the part behind `/` is what
      // holds without it.
      let text = withoutConditions(line.text)
      let words = text.split(whereSeparator: { $0 == "\t" || $0 == " " })
      let numbers = words.drop { Int($0.split(separator: "/").last ?? $0) == nil }
      let term = words.prefix(words.count - numbers.count).joined(separator: " ")
      guard !term.isEmpty, !numbers.isEmpty else {
        collector.report(line, "not `word, tab, numbers of categories`")
        continue
      }
      let sides = numbers.compactMap { category[$0.split(separator: "/").last ?? $0] }
      guard !sides.isEmpty else { continue }
      collector.add(term: term, weight: sides.reduce(0, +) / Double(sides.count), line: line)
    }
    if let last = source.lines.last, category.isEmpty { collector.report(last, CategoryWeights.advice) }
  }

  private static func withoutConditions(_ line: Substring) -> String {
    var depth = 0
    var result = ""
    for character in line {
      if character == "(" || character == "<" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == ")" || character == ">" { depth = max(0, depth - 1) }
    }
    return result
  }
}

/// quanteda dictionaries in YAML: categories (nested at will) with lists of terms.
enum QuantedaYAML {
  static func recognises(_ lines: [Substring]) -> Bool {
    let body = lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("---") }
    guard let first = body.first, first.last == ":", first.first?.isWhitespace == false else { return false }
    return body.dropFirst().contains { $0.drop { $0 == " " }.hasPrefix("- ") }
      || body.contains { $0.contains(": [") }
  }

  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    let weights = CategoryWeights(source.settings)
    let yaml = source.lines.map(\.text).joined(separator: "\n")
    let place = source.lines.first ?? LexiconSource.Line(number: 1, text: "")
    do {
      guard let root = try Yams.compose(yaml: yaml)?.mapping else {
        return collector.report(place, "not a map of categories")
      }
      var known = false
      visit(.mapping(root), weight: nil, weights, &known, &collector)
      if !known { collector.report(place, CategoryWeights.advice) }
    } catch {
      collector.report(place, "not readable as YAML: \(error)")
    }
  }

  private static func visit(
    _ node: Node, weight: Double?, _ weights: CategoryWeights, _ known: inout Bool, _ collector: inout EntryCollector
  ) {
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        let own = key.string.flatMap { weights.weight(of: $0) }
        if own != nil { known = true }
        visit(value, weight: own ?? weight, weights, &known, &collector)
      }
    case .sequence(let items):
      for item in items { visit(item, weight: weight, weights, &known, &collector) }
    case .scalar(let scalar):
      let line = LexiconSource.Line(number: scalar.mark?.line ?? 1, text: "")
      if let weight { collector.add(term: scalar.string, weight: weight, line: line) }
    case .alias: break
    }
  }
}

/// WordStat dictionaries (.cat): categories, and deeper terms with `(weight)`; `_` for blanks.
enum WordStat {
  static func isEntry(_ line: some StringProtocol) -> Bool {
    line.hasSuffix(")") && line.first?.isWhitespace == true && line.contains(" (")
  }

  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    let weights = CategoryWeights(source.settings)
    var path: [(depth: Int, weight: Double?)] = []
    var known = false
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) {
      let depth = line.text.prefix { $0 == "\t" || $0 == " " }.count
      var text = line.text.drop { $0.isWhitespace }
      while text.last?.isWhitespace == true { text.removeLast() }
      path.removeAll { $0.depth >= depth }
      guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else {
        let own = weights.weight(of: text)
        if own != nil { known = true }
        path.append((depth, own ?? path.last?.weight))
        continue
      }
      guard let factor = Double(text[text.index(after: open)...].dropLast()) else {
        collector.report(line, "not `TERM (weight)`")
        continue
      }
      let term = text[..<open].replacing("_", with: " ").replacing("@", with: "")
      if let weight = path.last?.weight {
        collector.add(term: term, weight: max(-1, min(1, weight * factor)), line: line)
      }
    }
    if let last = source.lines.last, !known { collector.report(last, CategoryWeights.advice) }
  }
}
