import Documents

/// Lists of words without weights, such as those of Hu and Liu (2004): `;` comments, one word on a line. The comments
/// or the file's name say which side it is, or the pipeline's `weight:`.
enum WordPolarityList {
  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    guard let weight = source.settings.weight ?? side(source) else {
      let place = source.lines.first ?? LexiconSource.Line(number: 1, text: "")
      return collector.report(place, "are these words positive or negative? say `weight: 1` or `weight: -1`")
    }
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) && !line.text.hasPrefix(";") {
      guard !line.text.contains("\t") else {
        collector.report(line, "one word or phrase on a line, nothing behind it")
        continue
      }
      collector.add(term: line.text, weight: weight, line: line)
    }
  }

  private static func side(_ source: LexiconSource) -> Double? {
    let comments = source.lines.prefix { $0.text.hasPrefix(";") || $0.text.allSatisfy(\.isWhitespace) }
    for text in [source.name.lowercased()] + comments.map({ $0.text.lowercased() }) {
      let isPositive = text.contains("positive")
      guard isPositive != text.contains("negative") else { continue }
      return isPositive ? 1 : -1
    }
    return nil
  }
}
