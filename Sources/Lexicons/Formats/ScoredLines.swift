import Documents

/// Formats with a term and a number on a line, separated by tabs.
enum ScoredLines {
  /// VADER (Hutto and Gilbert 2014): term, mean from -4 to 4, standard deviation, the ten ratings.
  static func vader(_ source: LexiconSource, _ collector: inout EntryCollector) {
    read(source, &collector, fields: 2..., scale: 4, "term, tab, mean from -4 to 4")
  }

  /// AFINN (Nielsen 2011): term, integer from -5 to 5.
  static func afinn(_ source: LexiconSource, _ collector: inout EntryCollector) {
    read(source, &collector, fields: 2...2, scale: source.settings.scale ?? 5, "term, tab, number from -5 to 5")
  }

  private static func read(
    _ source: LexiconSource, _ collector: inout EntryCollector, fields: some RangeExpression<Int>, scale: Double,
    _ shape: String
  ) {
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) {
      let parts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.contains(parts.count), let number = Double(parts[1].filter { $0 != " " }), number.isFinite else {
        collector.report(line, "not `\(shape)`")
        continue
      }
      guard abs(number) <= scale else {
        collector.report(line, column: parts[0].count + 2, "\(number) is outside -\(scale) … \(scale)")
        continue
      }
      collector.add(term: parts[0], weight: number / scale, line: line)
    }
  }
}

/// SO-CAL dictionaries (Taboada et al. 2011): a file for each part of speech, `_` for blanks, -5 … 5.
enum SOCAL {
  static func read(_ source: LexiconSource, _ collector: inout EntryCollector) {
    let part = partOfSpeech(ofFile: source.name)
    for line in source.lines where !line.text.allSatisfy(\.isWhitespace) && !line.text.hasPrefix("#!") {
      let parts = line.text.split(whereSeparator: { $0 == "\t" || $0 == " " })
      guard parts.count == 2, let number = Double(parts[1]), abs(number) <= 5 else {
        collector.report(line, "not `term, tab, number from -5 to 5`")
        continue
      }
      let patterns = expand(parts[0])
      guard !patterns.isEmpty else {
        collector.report(line, "this pattern cannot be read; alternatives are written (a|b), optional words [a]?")
        continue
      }
      for pattern in patterns { collector.add(term: pattern, weight: number / 5, part: part, line: line) }
    }
  }

  static func partOfSpeech(ofFile name: String) -> PartOfSpeech? {
    let parts: [(String, PartOfSpeech)] = [
      ("adj", .adjective), ("adv", .adverb), ("noun", .noun), ("verb", .verb),
    ]
    let lower = name.lowercased()
    return parts.first { lower.hasPrefix($0.0 + "_") }?.1
  }

  /// The phrases of `(make|made)_[no]?_sense`; nothing for a pattern with other signs. At most 64 phrases.
  private static func expand(_ pattern: Substring) -> [String] {
    var phrases = [""]
    for word in pattern.split(separator: "_") {
      var word = word.filter { $0 != "#" }
      let isOptional = word.hasSuffix("?")
      if isOptional { word.removeLast() }
      if let first = word.first, first == "(" || first == "[" {
        guard word.last == (first == "(" ? ")" : "]") else { return [] }
        word = String(word.dropFirst().dropLast())
      }
      guard !word.isEmpty, !word.contains(where: { "()[]?".contains($0) }) else { return [] }
      let choices = word.split(separator: "|").map(String.init) + (isOptional ? [""] : [])
      phrases = phrases.flatMap { phrase in choices.map { $0.isEmpty ? phrase : phrase + " " + $0 } }
      guard phrases.count <= 64 else { return [] }
    }
    return phrases
  }
}
